"""The commands of the command line, one file each; only ``browse`` loads Textual."""
