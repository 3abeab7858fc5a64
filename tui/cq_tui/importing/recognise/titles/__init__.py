"""What the records of a list are called."""
