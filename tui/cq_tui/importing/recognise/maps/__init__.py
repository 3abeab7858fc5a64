"""How a list is read, as a MAP.toml has it, with what is asked and what a proposal rests on."""
