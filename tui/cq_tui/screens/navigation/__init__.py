"""Where the user is, was, and how to get elsewhere."""
