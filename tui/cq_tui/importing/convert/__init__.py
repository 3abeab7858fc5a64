"""From cells to records: every value once, every row accepted or refused."""
