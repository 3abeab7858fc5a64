"""A ClickHouse server as the engine: the same statements in its spelling, its tables, and what it answers."""
