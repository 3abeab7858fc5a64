"""Which columns are days, and of what."""
