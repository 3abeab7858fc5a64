"""The files that lists come in, as one plain table of text cells each; and that table in the engine."""
