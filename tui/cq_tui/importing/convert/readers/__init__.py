"""Cells read as the values of a field: one file a sort of value. What can't be read is a ValueError with the reason."""
