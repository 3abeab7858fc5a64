"""Types whose values have one cell of their own."""

import re
from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from cq_tui.values.lists_in_cells import CellList
from cq_tui.values.sql import Sql, full_match, literal
from cq_tui.values.types.base import FieldType


class Scalar(FieldType):
    """A type with one column; its subclasses say what one cell spells."""

    @abstractmethod
    def spell_cell(self, value: Any) -> str:
        """A value as a cell."""

    @abstractmethod
    def read_cell(self, cell: str) -> Any:
        """The value that a cell spells; the cell itself where it spells none."""

    @abstractmethod
    def sql_spell_cell(self, value: Sql) -> Sql:
        """As ``spell_cell``, cleaned; NULL stays NULL."""

    @abstractmethod
    def sql_read_cell(self, cell: Sql) -> Sql:
        """As ``read_cell``; NULL where the cell is empty or spells no value."""

    def spell(self, value: Any) -> tuple[str, ...]:
        """Its one cell."""
        return (self.spell_cell(value),)

    def read(self, cells: Sequence[str]) -> Any:
        """Of its one cell."""
        return self.read_cell(cells[0])

    def sql_spell(self, value: Sql) -> list[Sql]:
        """Its one cell."""
        return [f"coalesce({self.sql_spell_cell(value)}, '')"]

    def sql_read(self, cells: Sequence[Sql]) -> Sql:
        """Of its one cell."""
        return self.sql_read_cell(cells[0])

    def sql_read_entry(self, held: Sequence[Sql]) -> Sql:
        """Of its one cell."""
        return self.sql_read_cell(f"({CellList.sql_released(held[0])})")

    def takes(self, given: str) -> bool:
        """Its own type alone."""
        return given == self.sql_type

    def sql_literal(self, value: Any) -> Sql:
        """What its cell spells, in its type."""
        return f"CAST({literal(self.spell_cell(value))} AS {self.sql_type})"

    def sql_text(self, value: Sql) -> Sql:
        """As the engine writes it."""
        return f"CAST({value} AS VARCHAR)"


class Typed(Scalar):
    """A scalar that not every text is: numbers, dates, times and flags."""

    is_typed = True
    is_free = False
    pattern: str
    """What a cell must match as a whole, in the regular expressions that Python and RE2 have in common."""

    @abstractmethod
    def convert(self, cell: str) -> Any:
        """The value of a cell that matches the pattern. Raises ValueError where there is none, as of 30 February."""

    def read_cell(self, cell: str) -> Any:
        """What ``convert`` makes of what matches."""
        try:
            return self.convert(cell) if re.fullmatch(self.pattern, cell) else cell
        except ValueError:
            return cell

    def sql_read_cell(self, cell: Sql) -> Sql:
        """The same, by the engine's own conversion."""
        return f"CASE WHEN {full_match(cell, self.pattern)} THEN try_cast({cell} AS {self.sql_type}) END"

    def sql_unread(self, cells: Sequence[Sql]) -> Sql | None:
        """Whether a filled cell is no value."""
        return f"{cells[0]} <> '' AND {self.sql_read(cells)} IS NULL"

    def sql_spell_cell(self, value: Sql) -> Sql:
        """As the engine writes it."""
        return f"CAST({value} AS VARCHAR)"

    def sql_take(self, value: Sql) -> Sql:
        """In its type."""
        return f"{value}::{self.sql_type}"

    def sql_clean(self, value: Sql) -> Sql:
        """There is nothing to clean."""
        return value

    def toml(self, value: Any) -> Any:
        """The value itself."""
        return value

    def in_sheet(self, value: Any) -> Any:
        """The value itself."""
        return value

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """None: a word is looked for in words."""
        del value
        return []

    def sql_sort_key(self, value: Sql) -> Sql:
        """The value itself."""
        return value
