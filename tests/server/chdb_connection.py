"""ClickHouse in the process (chdb) as a connection: one engine, a database for each archive."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from typing import Any

from cq_tui.store.engine.clickhouse.connection import RECORDS, ROWS, SETTINGS, ServerError

_numbers = count()
_PARALLEL = {
    "max_threads": "4",
    "merge_tree_min_rows_for_concurrent_read": "1",
    "merge_tree_min_bytes_for_concurrent_read": "1",
}
"""Few rows are read by several threads, as many are anywhere: what comes first hangs on no luck."""


@cache
def _session() -> Any:
    """The only one there may be in a process; its tables go with it."""
    zone = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"  # that of the tests' world is a rule and no name, of which it knows none
    try:
        from chdb.session import Session

        session = Session()
    finally:
        os.environ.pop("TZ")
        os.environ |= {"TZ": zone} if zone else {}
    for name, value in {**SETTINGS, **_PARALLEL}.items():
        session.query(f"SET {name} = '{value}'")
    return session


def end_session() -> None:
    """Take the engine down, with all its tables: it crashes where Python ends before that."""
    if _session.cache_info().currsize:
        _session().close()
        _session.cache_clear()


class ChdbConnection:
    """A database of its own."""

    _in_use = ""

    def __init__(self) -> None:
        self._database = f"archive_{next(_numbers)}"
        _session().query(f"CREATE DATABASE {self._database}")

    def _use(self) -> Any:
        session = _session()
        if ChdbConnection._in_use != self._database:
            session.query(f"USE {self._database}")
            ChdbConnection._in_use = self._database
        return session

    @contextmanager
    def lines(self, sql: str, parameters: Mapping[str, str], question: str) -> Iterator[Iterator[bytes]]:
        """See ``Connection``."""
        del question
        try:
            answer = self._use().query(sql, ROWS, params=dict(parameters))
        except RuntimeError as error:
            raise _refused(error) from error
        yield iter([answer.bytes()])

    def insert(self, table: str, columns: Sequence[str], rows: Iterator[bytes]) -> None:
        """See ``Connection``."""
        names = ", ".join(f'"{name}"' for name in columns)
        try:
            with self._use().send_insert(f'INSERT INTO "{table}" ({names})', RECORDS) as into:
                for piece in rows:
                    into.append(piece)
                into.finish()
        except RuntimeError as error:
            raise _refused(error) from error

    def stop(self, question: str) -> None:
        """What runs in the process can't be ended."""

    def close(self) -> None:
        """Drop the database."""
        _session().query(f"DROP DATABASE {self._database}")


def _refused(error: RuntimeError) -> ServerError:
    said = str(error)
    code = said.removeprefix("Code: ").partition(".")[0]
    return ServerError(said, int(code) if code.isdecimal() else 0)
