"""DuckDB's own module, imported when an engine is made: what shows no list does not wait for it."""

from typing import Any


def duckdb() -> Any:
    """The engine alone where that can be had.

    The package around it, its expression and file system helpers, doubles the time and adds 5 MB.
    """
    try:
        import _duckdb as found
    except ImportError:
        import duckdb as found  # type: ignore[no-redef]
    return found
