"""Selection to file: formats of text and of bytes; safe cells; never half a file."""
