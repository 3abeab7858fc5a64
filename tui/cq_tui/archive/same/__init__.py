"""Which deals are one deal told twice: what ``data/same.toml`` decides, read, judged, written and put into records."""
