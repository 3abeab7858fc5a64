"""The line to the terminal: what must be set before Textual is imported, and what guards it while it lives."""
