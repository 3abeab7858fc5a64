"""Which columns are amounts, in which unit and currency."""
