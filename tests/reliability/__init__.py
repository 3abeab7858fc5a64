"""How the program bears bad lines, bad data and bad luck. ``python -m tests.reliability`` prints the full figures."""
