"""Question to selection: DuckDB tables made from the kinds, lazily paged."""
