"""Browser windows: a page that is a terminal, and behind each a program of its own on a pseudo-terminal."""
