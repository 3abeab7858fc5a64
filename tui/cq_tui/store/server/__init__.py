"""Archives in a server: what loads one into it."""
