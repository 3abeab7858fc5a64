"""What an archive declares in ``data/schema.toml``: fields, code lists and kinds of its own."""
