"""The answers to what every session asks first, kept beside the tables: no session counts or adds up all records."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any
from uuid import uuid4

from cq_tui.archive.read import Archive
from cq_tui.archive.tables import TableFile
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.clickhouse.connection import Connection
from cq_tui.store.engine.clickhouse.engine import ServerEngine
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.server.about import keep_answers
from cq_tui.store.server.address import Address
from cq_tui.store.server.small_kinds import take_records
from cq_tui.store.store import Store
from cq_tui.store.views.first_questions import ask_first


class _Keeping(ServerEngine):
    """Holds the answer to whatever it is asked without parameters."""

    def ask(
        self, sql: str, values: Sequence[Any] = (), cancellation: Cancellation | None = None
    ) -> list[tuple[Any, ...]]:
        """See ``Door``."""
        if not values and sql not in self.held:
            self.keep(sql)
        return super().ask(sql, values, cancellation)


def answer_first(archive: Archive, connection: Connection, address: Address, records: str) -> None:
    """Ask the tables what a session asks before anybody has filtered anything. Raises QueryError and ServerError.

    ``records``: those of the small kinds, which no session asks the server for.
    """
    engine = _Keeping(archive.schema, connection, f"{uuid4()}")
    tables = [TableFile(archive.root, str(address), kind) for kind in archive.schema.values()]
    there = Archive(archive.roots, tables=tables, schema=archive.schema)
    take_records(there, records)
    store = Store(there, door=lambda: engine)
    ask_first(store, (table.kind.name for table in there.tables))
    wide = None
    with suppress(QueryError):  # it reads all texts, which may take longer than a question may
        wide = engine.has_wide
    keep_answers(connection, engine.held, wide)
