"""Shell completion, made from the parsers of the command line and the kinds."""
