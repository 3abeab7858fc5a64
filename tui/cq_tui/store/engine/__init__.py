"""DuckDB: the tables of an archive, and questions to them."""
