"""Which encoding a text file has, where no byte-order mark and no valid UTF-8 tells it."""
