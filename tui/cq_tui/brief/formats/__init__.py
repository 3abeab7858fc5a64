"""What a brief is written as: a file here is a format, of the name that its files end with."""
