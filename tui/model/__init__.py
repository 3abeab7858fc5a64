"""What kinds are declared with: records, fields, codes, money. No I/O, no screen."""
