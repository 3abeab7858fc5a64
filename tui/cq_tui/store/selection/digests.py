"""Digests of records: two that say the same have the same one, whichever files they stand in."""

from collections.abc import Callable, Container
from typing import Any, NamedTuple

from cq_tui.language import current
from cq_tui.query.columns import column
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import Sql, literal

_PARTED_BY = "chr(31)"
"""Stands between the values that a digest is of; texts of an archive are cleaned of it."""
_LONGEST = 80
"""Characters of what a record is called."""


class Digested(NamedTuple):
    """The digest of a record, and what it is called, as far as a line has room."""

    digest: str
    called: str


def digest(kind: Kind, without: Container[str] = ()) -> Sql:
    """SQL: the digest of all that a record of a kind says. A field that says nothing adds nothing to it.

    ``without``: names of fields that are left out.
    """
    said = [
        f"CASE WHEN {text} <> '' THEN {literal(f'{name}=')} || {text} END"
        for field in kind.fields
        if field.name not in without
        for name, text in zip(field.column_names, field.type.sql_spell(column(field)), strict=True)
    ]
    return f"md5(concat_ws({_PARTED_BY}, {', '.join(said)}))"


def digested(kind: Kind, records: Sql, ask: Callable[[Sql], list[tuple[Any, ...]]]) -> dict[str, Digested]:
    """The digests of some records, by their ids, in the order of these."""
    heading = kind.heading
    texts = dict(zip(heading.column_names, heading.type.sql_spell(column(heading)), strict=True))
    wanted = f"{heading.name}_{current()}"
    first = [text for name, text in texts.items() if name == wanted]
    called = ", ".join(f"nullif({text}, '')" for text in (*first, *texts.values()))
    rows = ask(f"SELECT id, {digest(kind)}, left(coalesce({called}, ''), {_LONGEST}) {records} ORDER BY id")
    return {row[0]: Digested(row[1], row[2]) for row in rows}
