"""Records as lines of text: pure functions of data and width, and the map of the chain."""
