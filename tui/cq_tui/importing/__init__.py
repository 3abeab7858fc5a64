"""A stranger's spreadsheet to an archive: recognise, map, convert, match, write. Plain values; no screen."""
