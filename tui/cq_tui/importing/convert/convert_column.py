"""One rule over all rows: each different value is answered once, usual ones by the engine, others by the rule."""

from collections.abc import Callable, Iterable, Iterator
from types import SimpleNamespace
from typing import Any, TypeVar

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
"""Values after which progress is told, and where it can be broken off."""

_FEW = 16
"""Different cells that are told apart where they are written."""


class ColumnConversion:
    """What a rule makes of the cells of its columns: expressions, and what must be joined to the rows for them."""

    def __init__(self, kind: Kind, table: ImportTable, name: str, rule: Rule, *, naming: bool) -> None:
        """Answer into the table ``name``; ``naming`` where ids are made from what the rule gives."""
        self.rule = rule
        self._table, self._name, self._naming = table, name, naming
        self.outputs = [column for column in columns(kind) if column.field.name in rule.fields]
        self.keys = [f"k{place}" for place in range(len(rule.columns))]
        own = [field for field in rule.fields if field in kind.by_name]
        self._blank = {
            field: None if kind.by_name[field].required else kind.model.model_fields[field].get_default()
            for field in own
        }
        # A column of its own that only qualifies another one says what it says whatever that one holds.
        qualified = (kind.qualified[field].name for field in own if field in kind.qualified)
        self._blank |= dict.fromkeys((name for name in qualified if name not in own), True)
        self.usual: FastPath | None = None
        self._direct: dict[str, str] = {}
        """SQL for what each column becomes in rows that no answers are joined to."""
        self._count = 0
        self.refused = False
        """Whether a cell was refused."""

    @property
    def condition(self) -> str:
        """SQL: a row's cells are the ones that were answered."""
        pairs = zip(self.rule.columns, self.keys, strict=True)
        return " AND ".join(f"{self._table.names[place]} = {self._name}.{key}" for place, key in pairs) or "true"

    @property
    def join(self) -> str:
        """SQL: the answers joined to the rows; nothing where the engine answers all of them."""
        if self._direct and not self._count:
            return ""
        return f"{'LEFT JOIN' if self._direct else 'JOIN'} {self._name} ON {self.condition}"

    def run(self, progress: Progress) -> None:
        """Answer the cells: what each column becomes, what an id is made from, and why not."""
        self._direct = self._answered_directly()
        others = f"NOT ({self.usual.condition})" if self.usual else "true"
        values: Iterable[tuple[str, ...]] = [()]
        if self.rule.columns:
            values = self._table.distinct(self.rule.columns, others)
        elif self._direct and not self._naming:
            values = []
        names = [*self.keys, *(column.name for column in self.outputs), "slug", "place", "reason"]
        few: list[list[str]] = []
        made = _kept(map(self._answer, told(values, progress)), few)
        self._count = self._table.answers(self._name, names, made)
        if len(self.keys) == 1 and not (self._direct or self._naming or self.refused) and 0 < self._count <= _FEW:
            self._direct, self._count = self._told_apart(few), 0

    def _told_apart(self, rows: list[list[str]]) -> dict[str, str]:
        """SQL for what a few different cells become: a join takes more time, and memory of its own."""
        cell = self._table.names[self.rule.columns[0]]
        found = {}
        for place, column in enumerate(self.outputs, 1):
            cases = (f"WHEN {literal(row[0])} THEN {literal(row[place])}" for row in rows)
            found[column.name] = f"CASE {cell} {' '.join(cases)} END"
            if len({row[place] for row in rows}) == 1:
                found[column.name] = literal(rows[0][place])
        return found

    def _answer(self, cells: tuple[str, ...]) -> list[str]:
        rule = self.rule
        try:
            values = rule.convert(cells)
        except CellProblem as problem:
            self.refused = True
            place = rule.columns[problem.place] if rule.columns else -1
            return [*cells, *[""] * len(self.outputs), "", str(place), problem.reason.dump()]
        record: Any = SimpleNamespace(**(self._blank | values))
        made = [_cell(column, record) for column in self.outputs]
        return [*cells, *made, slug_of(values.get(rule.fields[0])) if self._naming else "", "", ""]

    def one(self, cell: str) -> str:
        """What a cell of the only column becomes in the only column of the flat table."""
        return self._answer((cell,))[1]

    def _answered_directly(self) -> dict[str, str]:
        """What usual cells become, and all rows where the rule has no columns; nothing where these are refused."""
        if not self.rule.columns:
            return self._same(())
        if self.rule.usual is None:
            return {}
        usual = self.rule.usual.of(self._table.names[self.rule.columns[0]])
        found = self._table.ask(f"SELECT {usual.cell} FROM cells WHERE {usual.condition} LIMIT 1")
        same = self._same(found[0]) if found else {}
        if not same:
            return {}
        self.usual = usual
        return same | {name: value for name, value in usual.values.items() if name in same}

    def _same(self, cells: tuple[str, ...]) -> dict[str, str]:
        """SQL for what these cells become; nothing where they are refused."""
        made = self._answer(cells)
        if self.refused:
            self.refused = False
            return {}
        return {one.name: literal(text) for one, text in zip(self.outputs, made[len(cells) :], strict=False)}

    @property
    def expressions(self) -> dict[str, str]:
        """SQL for what each column of the flat table becomes."""
        joined = {column.name: f"{self._name}.{identifier(column.name)}" for column in self.outputs}
        if self._direct and self.rule.columns and self._count:
            return {name: f"if({self._name}.k0 IS NULL, {self._direct[name]}, {joined[name]})" for name in joined}
        return self._direct or joined

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """SQL of the rule's own field: the join to the rows, and the cell."""
        return [(self.join, self.expressions[self.rule.fields[0]])]

    @property
    def slug(self) -> str:
        """SQL: what an id is made from; NULL where that is the slug of the cell itself, which the engine can't make."""
        return f"{self._name}.slug" if self.join else "NULL::VARCHAR"


def _cell(column: Column, record: Any) -> str:
    return column.field.type.export_cell(column.value(record), raw=False)


def _kept(rows: Iterable[list[str]], few: list[list[str]]) -> Iterator[list[str]]:
    """The rows; the first of them are kept."""
    for row in rows:
        if len(few) < _FEW:
            few.append(row)
        yield row


def told(values: Iterable[_Value], progress: Progress) -> Iterator[_Value]:
    """The values, with progress told on the way."""
    for number, value in enumerate(values):
        if number % _EACH == 0:
            progress()
        yield value


def slug_of(heading: Any) -> str:
    """The id that a heading gives: from its English if it has one, else from the pinyin of its Chinese."""
    for text in (getattr(heading, "en", ""), getattr(heading, "zh", ""), heading if isinstance(heading, str) else ""):
        if found := slug(text):
            return found
    return ""
