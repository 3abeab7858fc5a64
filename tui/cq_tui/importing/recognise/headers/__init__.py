"""Where the header of a list stands, and what its columns are called."""
