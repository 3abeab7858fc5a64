"""Applies one rule to all rows. Each distinct value is converted once: plain ones in SQL, the others in Python.

A list of 100,000 rows has a few thousand distinct values in most columns, and calling Python is what takes the time.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from types import SimpleNamespace
from typing import Any, TypeVar

from cq_tui.importing.convert.remarks import together
from cq_tui.importing.convert.rule import Rule
from cq_tui.importing.convert.sql_fast_path import FastPath
from cq_tui.importing.errors import CellProblem
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.query.name_keys import slug
from cq_tui.schema.columns import Column, columns
from cq_tui.schema.kind import Kind
from cq_tui.values.sql import identifier, literal

Progress = Callable[[], None]
_Value = TypeVar("_Value")
_EACH = 1_000
"""Values between two calls of ``progress``, which may raise to cancel."""
_AT_ONCE = 16
"""Columns whose fast paths are looked at by one statement: it can be broken off between two of them."""
_FEW = 16
"""Up to so many distinct values become a CASE expression instead of a joined table: it needs less time and memory."""


@dataclass(frozen=True, slots=True)
class Fast:
    """Of a column with a fast path: a cell that takes it, if any does; whether all filled ones do; if it has gaps."""

    example: str | None
    all_filled: bool
    gaps: bool


class ColumnConversion:
    """The result of one rule over its columns, as SQL: an expression for each output column, and the join it needs.

    Converted values are kept in a table of texts: key columns ``_k0``, ``_k1``, ..., the output columns, ``_slug``
    (what an id is made from), ``_col`` and ``_reason`` of cells that can't be read; else empty. Those of a field that a
    record can't be without refuse their rows, those of another one leave it absent. No field's name begins so.
    """

    def __init__(self, kind: Kind, table: ImportTable, name: str, rule: Rule, *, naming: bool) -> None:
        """``name``: the table for converted values. ``naming``: ids are made from this rule's first field."""
        self.rule = rule
        self.name = name
        self._table, self._naming = table, naming
        self.outputs = [column for column in columns(kind) if column.field.name in rule.fields]
        self.keys = [f"_k{position}" for position in range(len(rule.columns))]
        own = [field for field in rule.fields if field in kind.by_name]
        self._blank = {
            field: None if kind.by_name[field].required else kind.model.model_fields[field].default for field in own
        }
        # A field that only qualifies another one (basis, bound) has no cell where that one is absent. Where the other
        # one is converted by another rule, it is taken to be there.
        qualified = (kind.qualified[field].name for field in own if field in kind.qualified)
        self._blank |= dict.fromkeys((name for name in qualified if name not in own), True)
        way = self.rule.fast_path
        self.possible = way.of(*(table.names[position] for position in rule.columns)) if way else None
        """The fast path on the rule's column, which some cells may take."""
        self.fast_path: FastPath | None = None
        self._sql: dict[str, str] = {}
        """SQL of each output column for the rows that need no joined value."""
        self._count = 0
        self._only_gaps = True
        """Whether all filled cells are on the fast path."""
        self.refused = self.remarked = False
        """Whether any cell refuses its row, or leaves its field absent."""
        self.by_row = ""
        """The table of the rows whose main field is otherwise than their cells alone say; empty where none is."""

    @property
    def condition(self) -> str:
        """SQL: the join condition, on the cells of the rule's columns."""
        pairs = zip(self.rule.columns, self.keys, strict=True)
        return " AND ".join(f"{self._table.names[position]} = {self.name}.{key}" for position, key in pairs) or "true"

    @property
    def join(self) -> str:
        """SQL: joins the converted values to the rows; empty where SQL alone converts all of them."""
        by_row = f" LEFT JOIN {self.by_row} ON cells.{ROW} = {self.by_row}._at::BIGINT" if self.by_row else ""
        if self._sql and not self._count:
            return by_row
        return f"{'LEFT JOIN' if self._sql else 'JOIN'} {self.name} ON {self.condition}{by_row}"

    def say_by_row(self, said: Iterable[tuple[int, str]]) -> None:
        """Have the main field of some rows hold what is said here, whatever their cells say."""
        self.by_row = f"{self.name}_by_row"
        self._table.keep(self.by_row, ("_at", "_said"), ((str(row), text) for row, text in said))

    def run(self, progress: Progress, fast: Fast | None = None) -> None:
        """Convert the distinct values. ``fast``: what is known of the cells that may take the fast path."""
        self._sql = self._in_sql(fast)
        values: Iterable[tuple[str, ...]] = [()]
        if self.fast_path and fast and fast.all_filled:
            values = self._gaps() if fast.gaps else []
        elif self.rule.columns:
            others = f"NOT ({self.fast_path.condition})" if self.fast_path else "true"
            values = self._table.distinct(self.rule.columns, others)
        elif self._sql and not self._naming:
            values = []
        made = map(self._convert, with_progress(values, progress))
        few = list(islice(made, _FEW + 1))
        whole = len(few) <= _FEW
        if whole and few and len(self.keys) == 1 and not (self._naming or self.refused or self.remarked):
            self._only_gaps = all(row[0] == "" for row in few)
            self._sql = self._as_case(few, self._sql)
        elif few or not self._sql:
            names = [*self.keys, *(column.name for column in self.outputs), "_slug", "_col", "_reason"]
            self._count = self._table.keep(self.name, names, chain(few, made))

    def _gaps(self) -> Iterable[tuple[str, ...]]:
        """The distinct values of rows whose first cell is empty."""
        if len(self.keys) == 1:
            return [("",)]
        return self._table.distinct(self.rule.columns, f"{self._table.names[self.rule.columns[0]]} = ''")

    def _as_case(self, rows: list[list[str]], others: dict[str, str]) -> dict[str, str]:
        """SQL: a CASE expression for each output column, from the converted rows; ``others``: of all other cells."""
        cell = self._table.names[self.rule.columns[0]]
        found = {}
        for position, column in enumerate(self.outputs, 1):
            end = f" ELSE {others[column.name]}" if others else ""
            cases = (f"WHEN {literal(row[0])} THEN {literal(row[position])}" for row in rows)
            found[column.name] = f"CASE {cell} {' '.join(cases)}{end} END"
            every = {literal(row[position]) for row in rows} | ({others[column.name]} if others else set())
            if len(every) == 1:
                found[column.name] = every.pop()
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

    def _in_sql(self, fast: Fast | None) -> dict[str, str]:
        """SQL of each output column for the rows on the fast path, or for all rows of a rule without columns.

        Empty where there are none, or where the rule refuses them: then all values go through Python, one by one.
        """
        if not self.rule.columns:
            return self._as_literals(())
        if self.possible is None or fast is None or fast.example is None:
            return {}
        same = self._as_literals((fast.example, *[""] * (len(self.keys) - 1)))
        if not same:
            return {}
        self.fast_path = self.possible
        return same | {name: value for name, value in self.possible.values.items() if name in same}

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
        found = {column.name: f"{self.name}.{identifier(column.name)}" for column in self.outputs}
        if self._sql and self.rule.columns and self._count:
            found = {name: f"if({self.name}._k0 IS NULL, {self._sql[name]}, {found[name]})" for name in found}
        elif self._sql:
            found = self._sql
        main = self.rule.fields[0]
        return {**found, main: f"coalesce({self.by_row}._said, {found[main]})"} if self.by_row else found

    @property
    def is_plain(self) -> bool:
        """Whether each cell that is not empty is on the fast path."""
        return self.fast_path is not None and not self._count and self._only_gaps

    @property
    def number(self) -> str:
        """SQL of the number of an amount's rule: on the fast path as it is read, and not as it is spelt."""
        if self.fast_path and self.is_plain:
            return self.fast_path.number
        return f"nullif({self.expressions[self.rule.fields[0]]}, '')::DECIMAL(38, 4)"

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """The join and the expression of the rule's main field."""
        return [(self.join, self.expressions[self.rule.fields[0]])]

    @property
    def slug(self) -> str:
        """SQL: what an id is made from. NULL on the fast path, where it is the slug of the cell: SQL has no pinyin."""
        return f"{self.name}._slug" if self.join else "NULL::VARCHAR"


def fast_ways(table: ImportTable, conversions: Iterable[ColumnConversion]) -> dict[str, Fast]:
    """What is known of the cells of each conversion that has a fast path, by its name: one look at all of them."""
    left = iter([(one.name, one.possible) for one in conversions if one.possible])
    found: dict[str, Fast] = {}
    while some := list(islice(left, _AT_ONCE)):
        tests = ", ".join(f"{path.cell} AS {name}, ({path.condition}) AS {name}_fast" for name, path in some)
        told = ", ".join(
            f"any_value({name}) FILTER ({name}_fast), coalesce(bool_and({name}_fast OR {name} = ''), true), "
            f"coalesce(bool_or({name} = ''), false)"
            for name, _path in some
        )
        answers = iter(table.ask(f"SELECT {told} FROM (SELECT {tests} FROM cells)")[0])
        found |= {name: Fast(next(answers), next(answers), next(answers)) for name, _path in some}
    return found


def _cell(column: Column, record: Any) -> str:
    return column.field.type.export_cell(column.value(record), raw=False)


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
