"""Views: a name for kind, filter, order and columns, kept for oneself or for all readers of an archive."""
