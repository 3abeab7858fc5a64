"""What was decided of deals that are told twice, put into the rows of table files."""

from collections.abc import Callable, Iterator
from typing import Any

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import DEALS, Archive
from cq_tui.archive.same.fields import SAME_AS, TOLD
from cq_tui.archive.same.tellings import Tellings, otherwise
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.table_files.load import MOST_LISTED
from cq_tui.store.engine.table_files.relations import Relations
from cq_tui.store.engine.tables import BAD, table

Ask = Callable[..., list[tuple[Any, ...]]]
_DECIDED = '"_decided"'
_FIELDS = (SAME_AS, TOLD)


def tell_twice(schema: Schema, archive: Archive, relations: Relations, ask: Ask) -> Iterator[Problem]:
    """Fill the two fields of deals that stand in table files; tells of rows whose file states something else.

    The records in memory, which come first in the table, have theirs by now.
    """
    start = len(archive.entries.get(DEALS, []))
    _make(archive.told_twice or Tellings(), ask)
    deals = f"{table(schema[DEALS])} AS deal"
    others = " OR ".join(f"(deal.{name} IS NOT NULL AND deal.{name} IS DISTINCT FROM one.{name})" for name in _FIELDS)
    found = f"SELECT deal.rowid FROM {deals} LEFT JOIN {_DECIDED} AS one USING (id) WHERE NOT {BAD}"
    rows = ask(f"{found} AND deal.rowid >= {start} AND ({others}) ORDER BY 1 LIMIT {MOST_LISTED}")
    filled = ", ".join(f"{name} = one.{name}" for name in _FIELDS)
    ask(f"UPDATE {deals} SET {filled} FROM {_DECIDED} AS one WHERE deal.id = one.id AND deal.rowid >= {start}")
    ask(f"DROP TABLE {_DECIDED}")
    return (relations.at(schema[DEALS], row, otherwise(), SAME_AS) for (row,) in rows)


def _make(found: Tellings, ask: Ask) -> None:
    """A table of what is to stand in the fields of each deal that is told several times."""
    told = list(found.told())
    names = ("id", *_FIELDS)
    columns = [list(column) for column in zip(*told, strict=True)] if told else [[] for _name in names]
    given = ", ".join(f"unnest(?::VARCHAR[]) AS {name}" for name in names)
    ask(f"CREATE TEMP TABLE {_DECIDED} AS SELECT {given}", columns)
