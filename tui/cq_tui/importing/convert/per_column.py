"""Applies a rule over several list columns one column at a time, and joins the lists afterwards.

A hundred investors and a hundred partners are two hundred distinct cells, but ten thousand distinct pairs.
"""

from collections.abc import Iterator

from cq_tui.importing.convert.convert_column import ColumnConversion, Progress, with_progress
from cq_tui.importing.convert.remarks import add
from cq_tui.importing.convert.rule import Rule
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.schema.kind import Kind
from cq_tui.values.lists_in_cells import LIST_MARK
from cq_tui.values.sql import literal

_BETWEEN = "\x1e"
"""Parts the cells of a key; no cell holds it."""


class PerColumnConversion:
    """The result of such a rule, with the properties of a ``ColumnConversion``."""

    by_row = ""

    def __init__(self, kind: Kind, table: ImportTable, name: str, rule: Rule) -> None:
        """``name``: the table for converted values."""
        self.rule = rule
        self._table, self._name = table, name
        self._parts = [ColumnConversion(kind, table, name, one, naming=False) for one in rule.per_column]
        self._entries: dict[str, int] = {}
        self._repeats = False

    def run(self, progress: Progress) -> None:
        """Convert the distinct cells, in the order of their first rows, which decides the ids of new organisations."""
        self._table.keep(self._name, ("part", "k0", "cell", "reason"), self._converted(progress))
        for number, part in enumerate(self._parts):
            if part.remarked:
                join, _cell = self.pieces[number]
                position, reason = part.rule.columns[0], f"{self._name}_{number}.reason"
                add(self._table, f"cells {join}", f"'{position}'", reason, part.rule.columns)

    def _converted(self, progress: Progress) -> Iterator[tuple[str, str, str, str]]:
        columns = [self._key(part) for part in self._parts]
        first = (f"SELECT {n} AS part, {one} AS k0, min({ROW}) AS first FROM cells GROUP BY {one}"
                 for n, one in enumerate(columns))  # fmt: skip
        found = self._table.each(f"SELECT part, k0 FROM ({' UNION ALL '.join(first)}) ORDER BY first, part")
        for part, cell in with_progress(found, progress):
            made, reason = self._parts[part].one(*cell.split(_BETWEEN))
            for entry in made.split(LIST_MARK) if made else ():
                self._repeats |= self._entries.setdefault(entry, part) != part
            yield str(part), cell, made, reason

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """The join and the expression of each column."""
        return [
            (f"JOIN {self._name} AS {alias} ON {alias}.part = '{number}' AND {alias}.k0 = {column}", f"{alias}.cell")
            for number, part in enumerate(self._parts)
            for alias, column in [(f"{self._name}_{number}", self._key(part))]
        ]

    def _key(self, part: ColumnConversion) -> str:
        """SQL: the cell of a column, with that of the column behind it which tells what it means."""
        names = [self._table.names[position] for position in part.rule.columns]
        if len(names) == 1:
            return names[0]
        filled = ", ".join(f"coalesce({name}, '')" for name in names)  # what is NULL would be left out
        return f"concat_ws({literal(_BETWEEN)}, {filled})"

    @property
    def join(self) -> str:
        """SQL: joins the converted values to the rows."""
        return " ".join(join for join, _cell in self.pieces)

    @property
    def expressions(self) -> dict[str, str]:
        """SQL of the output column; an entry that two columns name stands in it once."""
        mark = literal(LIST_MARK)
        filled = ", ".join(f"nullif({cell}, '')" for _join, cell in self.pieces)
        every = f"concat_ws({mark}, {filled})"
        if self._repeats:
            entries = f"string_split({every}, {mark})"
            once = f"list_filter({entries}, lambda x, i: list_position({entries}, x) = i)"
            every = f"array_to_string({once}, {mark})"
        return {self._parts[0].outputs[0].name: every}
