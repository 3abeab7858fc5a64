"""What every widget is built from."""
