"""What a list is: its header, what its columns mean, and what is still to be asked."""
