"""Which columns name parties, and whose their numbers are."""
