"""Selection to file: CSV, TOML, JSON; safe cells; never half a file."""
