"""Publishing the archive, or a list."""
