"""What the user types in, and the queue of keys."""
