"""Starting the program by a fork of a process that has imported it; ``forks.py`` says when, ``server.py`` how."""
