"""One rule over all rows: each different value is answered once, usual ones by the engine, others by the rule."""

from collections.abc import Callable, Iterable, Iterator
from types import SimpleNamespace
from typing import Any

from tui.export.columns import Column, columns
from tui.importing.names import slug
from tui.importing.problem import CellProblem
from tui.importing.rules import Rule
from tui.importing.usual import Usual
from tui.model.flat import defused
from tui.model.record import Kind
from tui.store.sheet import SheetTable, literal, quoted

_EACH = 1_000
"""Values after which progress is told, and where it can be broken off."""


class Answering:
    """What a rule makes of the cells of its columns, in a table of the engine."""

    def __init__(self, kind: Kind, table: SheetTable, name: str, rule: Rule, *, naming: bool) -> None:
        """Answer into the table ``name``; ``naming`` where ids are made from what the rule gives."""
        self._table, self._name, self._rule, self._naming = table, name, rule, naming
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

    @property
    def condition(self) -> str:
        """SQL: a row's cells are the ones that were answered."""
        pairs = zip(self._rule.columns, self.keys, strict=True)
        return " AND ".join(f"{self._table.names[place]} = {self._name}.{key}" for place, key in pairs) or "true"

    def run(self, progress: Callable[[], None]) -> None:
        """Make the table: the cells, what each column becomes, what an id is made from, and why not."""
        names = [*self.keys, *(column.name for column in self.outputs), "slug", "place", "reason"]
        usual, like = self._usual()
        others = f"NOT ({usual.condition})" if usual else "true"
        values = self._table.distinct(self._rule.columns, others) if self._rule.columns else [()]
        self._table.answers(self._name, names, map(self._answer, _told(values, progress)))
        if usual:
            self._add(usual, like, progress)

    def _answer(self, cells: tuple[str, ...]) -> list[str]:
        rule = self._rule
        try:
            values = rule.convert(cells)
        except CellProblem as problem:
            place = rule.columns[problem.place] if rule.columns else -1
            return [*cells, *[""] * len(self.outputs), "", str(place), str(problem)]
        record: Any = SimpleNamespace(**(self._blank | values))
        made = [_cell(column, record) for column in self.outputs]
        return [*cells, *made, slug_of(values.get(rule.fields[0])) if self._naming else "", "", ""]

    def _usual(self) -> tuple[Usual | None, list[str]]:
        """What the engine may answer here, and one such answer; None where no cell is of that sort."""
        if self._rule.usual is None:
            return None, []
        usual = self._rule.usual.of(self._table.names[self._rule.columns[0]])
        (found,) = self._table.ask(f"SELECT min({usual.cell}) FROM cells WHERE {usual.condition}")
        like = self._answer(found) if found[0] is not None else []
        return (usual, like) if like and not like[-1] else (None, [])

    def _add(self, usual: Usual, like: list[str], progress: Callable[[], None]) -> None:
        """The answers of the engine; what is the same in all of them is taken from one."""
        slugs, cell = "''", usual.cell
        found = f"SELECT DISTINCT {cell} FROM cells WHERE {usual.condition}"
        if self._naming:
            rows = ((value, slug(value)) for (value,) in _told(self._table.each(found), progress))
            self._table.answers(f"{self._name}_slugs", [cell, "slug"], rows)
            slugs, found = "slug", f"SELECT * FROM {self._name}_slugs"
        given = (usual.values.get(one.name, literal(text)) for one, text in zip(self.outputs, like[1:], strict=False))
        self._table.run(f"INSERT INTO {self._name} SELECT {', '.join((cell, *given))}, {slugs}, '', '' FROM ({found})")

    @property
    def expressions(self) -> dict[str, str]:
        """SQL for what each column of the flat table becomes."""
        found = {column.name: f"{self._name}.{quoted(column.name)}" for column in self.outputs}
        return found | ({"slug": f"{self._name}.slug"} if self._naming else {})


def _cell(column: Column, record: Any) -> str:
    return column.value(record) if column.number else defused(column.value(record))


def _told(values: Iterable[tuple[str, ...]], progress: Callable[[], None]) -> Iterator[tuple[str, ...]]:
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
