"""What the user set and what the program keeps for them: config.toml, its keys, and the state of the last run."""
