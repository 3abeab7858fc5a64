"""Applies one rule to all rows. Each distinct value is converted once: plain ones in SQL, the others in Python.

A list of 100,000 rows has a few thousand distinct values in most columns, and calling Python is what takes the time.
"""

from collections.abc import Callable, Iterable, Iterator
from types import SimpleNamespace
from typing import Any, TypeVar

from cq_tui.importing.convert.remarks import together
from cq_tui.importing.convert.rules import Rule
from cq_tui.importing.convert.sql_fast_path import FastPath
from cq_tui.importing.errors import CellProblem
from cq_tui.importing.name_keys import slug
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.schema.columns import Column, columns
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import identifier, literal

Progress = Callable[[], None]
_Value = TypeVar("_Value")
_EACH = 1_000
"""Values between two calls of ``progress``, which may raise to cancel."""
_FEW = 16
"""Up to so many distinct values become a CASE expression instead of a joined table: it needs less time and memory."""


class ColumnConversion:
    """The result of one rule over its columns, as SQL: an expression for each output column, and the join it needs.

    Converted values are kept in a table of texts: key columns ``_k0``, ``_k1``, ..., the output columns, ``_slug``
    (what an id is made from), ``_col`` and ``_reason`` of cells that can't be read; else empty. Those of a field that a
    record can't be without refuse their rows, those of another one leave it absent. No field's name begins so.
    """

    def __init__(self, kind: Kind, table: ImportTable, name: str, rule: Rule, *, naming: bool) -> None:
        """``name``: the table for converted values. ``naming``: ids are made from this rule's first field."""
        self.rule = rule
        self._table, self._name, self._naming = table, name, naming
        self.outputs = [column for column in columns(kind) if column.field.name in rule.fields]
        self.keys = [f"_k{position}" for position in range(len(rule.columns))]
        own = [field for field in rule.fields if field in kind.by_name]
        self._blank = {
            field: None if kind.by_name[field].required else kind.model.model_fields[field].get_default()
            for field in own
        }
        # A field that only qualifies another one (basis, bound) has no cell where that one is absent. Where the other
        # one is converted by another rule, it is taken to be there.
        qualified = (kind.qualified[field].name for field in own if field in kind.qualified)
        self._blank |= dict.fromkeys((name for name in qualified if name not in own), True)
        self.fast_path: FastPath | None = None
        self._sql: dict[str, str] = {}
        """SQL of each output column for the rows that need no joined value."""
        self._count = 0
        self.refused = self.remarked = False
        """Whether any cell refuses its row, or leaves its field absent."""

    @property
    def condition(self) -> str:
        """SQL: the join condition, on the cells of the rule's columns."""
        pairs = zip(self.rule.columns, self.keys, strict=True)
        return " AND ".join(f"{self._table.names[position]} = {self._name}.{key}" for position, key in pairs) or "true"

    @property
    def join(self) -> str:
        """SQL: joins the converted values to the rows; empty where SQL alone converts all of them."""
        if self._sql and not self._count:
            return ""
        return f"{'LEFT JOIN' if self._sql else 'JOIN'} {self._name} ON {self.condition}"

    def run(self, progress: Progress) -> None:
        """Convert the distinct values."""
        self._sql = self._in_sql()
        others = f"NOT ({self.fast_path.condition})" if self.fast_path else "true"
        values: Iterable[tuple[str, ...]] = [()]
        if self.rule.columns:
            values = self._table.distinct(self.rule.columns, others)
        elif self._sql and not self._naming:
            values = []
        names = [*self.keys, *(column.name for column in self.outputs), "_slug", "_col", "_reason"]
        few: list[list[str]] = []
        made = _kept(map(self._convert, with_progress(values, progress)), few)
        self._count = self._table.keep(self._name, names, made)
        if len(self.keys) == 1 and not (self._sql or self._naming or self.refused) and 0 < self._count <= _FEW:
            self._sql, self._count = self._as_case(few), 0

    def _as_case(self, rows: list[list[str]]) -> dict[str, str]:
        """SQL: a CASE expression for each output column, from the converted rows."""
        cell = self._table.names[self.rule.columns[0]]
        found = {}
        for position, column in enumerate(self.outputs, 1):
            cases = (f"WHEN {literal(row[0])} THEN {literal(row[position])}" for row in rows)
            found[column.name] = f"CASE {cell} {' '.join(cases)} END"
            if len({row[position] for row in rows}) == 1:
                found[column.name] = literal(rows[0][position])
        return found

    def _convert(self, cells: tuple[str, ...]) -> list[str]:
        rule = self.rule
        try:
            values, problems = rule.read(cells)
        except CellProblem as problem:
            self.refused = True
            position = rule.columns[problem.position] if rule.columns else -1
            return [*cells, *[""] * len(self.outputs), "", str(position), problem.reason.dump()]
        record: Any = SimpleNamespace(**(self._blank | values))
        made = [_cell(column, record) for column in self.outputs]
        self.remarked = self.remarked or bool(problems)
        told = together([str(rule.columns[one.position]) for one in problems])
        reasons = together([one.reason.dump() for one in problems])
        return [*cells, *made, slug_of(values.get(rule.fields[0])) if self._naming else "", told, reasons]

    def one(self, *cells: str) -> tuple[str, str]:
        """Converts the cells of a rule with one output column; and why they can't be read."""
        made = self._convert(cells)
        return made[len(cells)], made[-1]

    def _in_sql(self) -> dict[str, str]:
        """SQL of each output column for the rows on the fast path, or for all rows of a rule without columns.

        Empty where there are none, or where the rule refuses them: then all values go through Python, one by one.
        """
        if not self.rule.columns:
            return self._as_literals(())
        if self.rule.fast_path is None:
            return {}
        path = self.rule.fast_path.of(self._table.names[self.rule.columns[0]])
        found = self._table.ask(f"SELECT {path.cell} FROM cells WHERE {path.condition} LIMIT 1")
        same = self._as_literals(found[0]) if found else {}
        if not same:
            return {}
        self.fast_path = path
        return same | {name: value for name, value in path.values.items() if name in same}

    def _as_literals(self, cells: tuple[str, ...]) -> dict[str, str]:
        """SQL literals of what these cells are converted to; empty where they are refused."""
        made = self._convert(cells)
        if self.refused or self.remarked:
            self.refused = self.remarked = False
            return {}
        return {one.name: literal(text) for one, text in zip(self.outputs, made[len(cells) :], strict=False)}

    @property
    def expressions(self) -> dict[str, str]:
        """SQL of each output column."""
        joined = {column.name: f"{self._name}.{identifier(column.name)}" for column in self.outputs}
        if self._sql and self.rule.columns and self._count:
            return {name: f"if({self._name}._k0 IS NULL, {self._sql[name]}, {joined[name]})" for name in joined}
        return self._sql or joined

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """The join and the expression of the rule's main field."""
        return [(self.join, self.expressions[self.rule.fields[0]])]

    @property
    def slug(self) -> str:
        """SQL: what an id is made from. NULL on the fast path, where it is the slug of the cell: SQL has no pinyin."""
        return f"{self._name}._slug" if self.join else "NULL::VARCHAR"


def _cell(column: Column, record: Any) -> str:
    return column.field.type.export_cell(column.value(record), raw=False)


def _kept(rows: Iterable[list[str]], few: list[list[str]]) -> Iterator[list[str]]:
    """Passes the rows through, and copies the first of them to ``few``."""
    for row in rows:
        if len(few) < _FEW:
            few.append(row)
        yield row


def with_progress(values: Iterable[_Value], progress: Progress) -> Iterator[_Value]:
    """Passes the values through, and calls ``progress`` every ``_EACH`` of them."""
    for number, value in enumerate(values):
        if number % _EACH == 0:
            progress()
        yield value


def slug_of(heading: Any) -> str:
    """The slug of a heading: of its English text if it has one, else of the pinyin of its Chinese one."""
    for text in (getattr(heading, "en", ""), getattr(heading, "zh", ""), heading if isinstance(heading, str) else ""):
        if found := slug(text):
            return found
    return ""
