"""What an import leaves in the archive, put there as a whole."""
