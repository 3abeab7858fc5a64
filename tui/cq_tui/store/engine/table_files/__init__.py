"""Table files into the kinds' tables, read and checked by the engine. SQL texts; only the engine knows DuckDB."""
