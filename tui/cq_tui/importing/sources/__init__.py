"""The files that lists come in, as one plain table of text cells each; and that table in the engine."""

MOST_COLUMNS = 2_500
"""Columns of a list that are read: each is looked through, asked about and told in every passage."""
