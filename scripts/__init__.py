"""Development scripts: what is made from other data, and pictures of the program."""
