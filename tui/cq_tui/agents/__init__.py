"""For language-model agents: what an archive answers, and the server of the Model Context Protocol that asks it."""
