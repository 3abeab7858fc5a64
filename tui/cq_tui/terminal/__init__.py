"""Terminal, standard streams, signals and threads of the process; nothing here knows Textual."""
