"""The tables of a Data Package: one a kind, and one a list in its records, an entry a row."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cq_tui.schema.columns import columns
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.store.selection.extent import Extent
from cq_tui.values.csv_line import CsvLine

POSITION = "position"
"""The column that says where an entry stands in its list, from 1."""


@dataclass(frozen=True, slots=True)
class KindTable:
    """The records of a kind, with the columns of an export."""

    kind: Kind

    @property
    def name(self) -> str:
        """The name of the table and of its file."""
        return self.kind.name

    @property
    def label(self) -> tuple[str, str]:
        """What it is called, in English and in Chinese."""
        return self.kind.label.en, self.kind.label.zh

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in columns(self.kind)]

    def count(self, extent: Extent) -> int:
        """How many rows it has."""
        return extent.count(self.kind)

    def lines(self, extent: Extent, *, raw: bool) -> Iterator[bytes]:
        """Its lines as bytes, without the header."""
        chosen = [(column.field, column.position) for column in columns(self.kind)]
        return extent.csv(self.kind, chosen, raw=raw)


@dataclass(frozen=True, slots=True)
class ListTable:
    """A list in the records of a kind, or a small table in them: a row an entry, its place in the list beside it.

    ``owner``: the column of the record's id. ``names``: from the column names of the entries' fields to those of the
    table, which differ where a name is taken by the first two columns.
    """

    kind: Kind
    field: Field
    name: str
    owner: str
    entries: tuple[Field, ...]
    names: Mapping[str, str]

    @property
    def label(self) -> tuple[str, str]:
        """What it is called, in English and in Chinese."""
        kind, field = self.kind.label, self.field.label
        return f"{kind.en}: {field.en}", f"{kind.zh}：{field.zh}"

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [self.owner, POSITION, *self.names.values()]

    def count(self, extent: Extent) -> int:
        """How many rows it has."""
        return extent.count_entries(self.field, self.kind)

    def lines(self, extent: Extent, *, raw: bool) -> Iterator[bytes]:
        """Its lines as bytes, without the header."""
        return extent.entries_csv(self.kind, self.field, self.entries, raw=raw)


Table = KindTable | ListTable


def tables(schema: Schema) -> list[Table]:
    """All tables of an archive's package: those of the kinds, then those of their lists."""
    taken = set(schema)
    found: list[Table] = [KindTable(kind) for kind in schema.values()]
    for kind in schema.values():
        lists = (field for field in kind.fields if field.is_list or field.parts)
        found.extend(_list_table(kind, field, taken) for field in lists)
    return found


def _list_table(kind: Kind, field: Field, taken: set[str]) -> ListTable:
    name = _free(f"{_one_of(kind)}_{field.name}", taken)
    owner = _free(_one_of(kind), {POSITION})
    entries = field.parts or (Field(field.name, field.type.entry_type, field.shown, required=True),)
    columns = {owner, POSITION}
    names = {one: _free(one, columns) for entry in entries for one in entry.column_names}
    return ListTable(kind, field, name, owner, tuple(entries), names)


def _one_of(kind: Kind) -> str:
    """What one record of a kind is called in the names of tables and columns: ``deal`` of deals."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.model.__name__).lower()


def _free(name: str, taken: set[str]) -> str:
    """The name, with as many underscores behind it as it takes to be nobody else's; from now on it is taken."""
    while name in taken:
        name += "_"
    taken.add(name)
    return name


def text_of(table: Table, extent: Extent, *, raw: bool) -> Iterator[bytes]:
    """The CSV file of a table."""
    yield CsvLine.line(table.header).encode()
    yield from table.lines(extent, raw=raw)
