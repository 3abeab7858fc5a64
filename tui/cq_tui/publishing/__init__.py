"""An archive, or what a filter leaves of it, as a folder for other programs, whole or not at all."""
