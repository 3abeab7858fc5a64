"""Writing a brief."""
