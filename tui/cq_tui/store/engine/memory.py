"""How much memory the engine takes: its bound, and what it gives back of a file that its tables stand in."""

from contextlib import suppress
from typing import Any

from cq_tui.quotas import quotas

LIMIT = "memory_limit"
"""The one setting that may be changed once the others are locked."""
_MEGABYTES = {"KiB": 1 / 1024, "MiB": 1, "GiB": 1024, "TiB": 1024**2}
_MEGABYTE = 1024**2
_LEAST = 16
"""Megabytes beside the tables in memory: the engine needs some at any time."""
_OF_FILES = ("BASE_TABLE", "EXTERNAL_FILE_CACHE")


def bound_memory(connection: Any) -> str:
    """Keep an engine to what a question may take, where that is less than the share that it takes by itself.

    Returns its limit, as exactly as it was set: what the engine tells of it is rounded.
    """
    number, unit = connection.execute(f"SELECT current_setting('{LIMIT}')").fetchone()[0].split()
    most = quotas().memory
    share = max(1, int(float(number) * _MEGABYTES.get(unit, most)))  # a unit beyond these is more than that
    limit = f"{min(share, most)}MiB"
    _limit(connection, limit)
    return limit


def let_go(connection: Any, error: type[Exception], limit: str) -> None:
    """Give back what an engine keeps of its files in memory, and keep to ``limit`` again; no statement may be running.

    It has no statement for that, but a lower limit is kept to at once: what can be read again goes first. The system
    has the pages of a file once for all sessions, so that reading them again takes a few milliseconds.
    """
    kept = ", ".join(f"'{tag}'" for tag in _OF_FILES)
    own = f"SELECT coalesce(sum(memory_usage_bytes), 0) FROM duckdb_memory() WHERE tag NOT IN ({kept})"
    with suppress(error), connection.cursor() as cursor:
        least = int(cursor.execute(own).fetchone()[0]) // _MEGABYTE + _LEAST
        try:
            with suppress(error):  # where more is in use than can go, it is let go as far as it can
                _limit(cursor, f"{least}MiB")
        finally:
            _limit(cursor, limit)


def _limit(connection: Any, size: str) -> None:
    connection.execute(f"SET {LIMIT} = '{size}'")
