"""A connection of the tests' own to the engine.

The module's default connection is everybody's: a result that one test leaves half read ends the next one's statement.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import duckdb


def ask(statement: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
    """All rows of the statement's result, so that nothing is left to fetch."""
    return _connection().execute(statement, values or None).fetchall()


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()
