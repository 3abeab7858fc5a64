"""What people write as values, and how it is read: the one reader of numbers, dates and currencies."""
