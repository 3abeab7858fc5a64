"""The browser: tabs, filter, list, overview, chain and the record beside the list."""
