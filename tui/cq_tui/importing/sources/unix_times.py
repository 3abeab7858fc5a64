"""Times that programs count in seconds since 1970, below names that say a time: ``publishTime`` 1742969960."""

from collections.abc import Sequence
from datetime import UTC, datetime

from cq_tui.importing.errors import Noticed
from cq_tui.values.expressions import later
from cq_tui.values.reasons import Reason

_SAYS_TIME = later(r"(?i:time|date|timestamp|datetime|[_-]ts|[_-]at)s?$|(?<=[a-z])At$|^ts$|时间$|時間$|日期$|日時$")
_SECONDS = later(r"\d{10}|\d{13}")
"""Seconds, and thousandths of them."""
_FIRST, _LAST = 946_684_800, 2_145_916_800
"""The years 2000 to 2037: what is less or more is some other number."""
_LEAST = 2
"""Different times, at least: one alone may be a number of anything."""
_DAY, _HALF_A_DAY = 86_400, 43_200


def read_unix_times(rows: Sequence[list[str]]) -> list[Reason]:
    """Write such times as days with hours into the rows below their names; returns what is told of each column.

    Where all of a column lie at the same hour they are days that begin at midnight of some zone, and become these;
    else they are times of UTC, for nothing says whose day it was.
    """
    told = []
    for at, name in enumerate(rows[0] if rows else ()):
        cells = [row[at] for row in rows[1:] if row[at]] if _SAYS_TIME.search(name) else []
        times = {cell: _seconds(cell) for cell in dict.fromkeys(cells) if cell != "0"}
        if len(times) < _LEAST or not all(_FIRST <= one < _LAST for one in times.values()):
            continue
        hours = {one % _DAY for one in times.values()}
        zone = _to_midnight(hours.pop()) if len(hours) == 1 else None
        written = {cell: _written(seconds, zone) for cell, seconds in times.items()} | {"0": ""}
        for row in rows[1:]:
            row[at] = written.get(row[at], row[at])
        first = next(iter(times))
        code = Noticed.UNIX_TIMES if zone is None else Noticed.UNIX_DAYS
        told.append(Reason.of(code, column=name, count=f"{len(cells):,}", cell=first, time=written[first]))
    return told


def _seconds(cell: str) -> int:
    if not _SECONDS.fullmatch(cell):
        return -1
    return int(cell[:10])


def _to_midnight(hour: int) -> int:
    """How many seconds a zone is before UTC, or behind it, in which this second of the day of UTC is midnight."""
    return -hour if hour <= _HALF_A_DAY else _DAY - hour


def _written(seconds: int, zone: int | None) -> str:
    if zone is None:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S")
    return datetime.fromtimestamp(seconds + zone, UTC).strftime("%Y-%m-%d")
