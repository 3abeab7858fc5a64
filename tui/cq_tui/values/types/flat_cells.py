"""What a field type answers about cells: of a flat table, as CSV is one, and of the lists that stand in one cell."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from cq_tui.values.formulas import Formulas
from cq_tui.values.lists_in_cells import CellList
from cq_tui.values.sql import Sql


class FlatCells(ABC):
    """The cells that spell a value; what is called ``sql_x`` says in SQL what ``x`` does."""

    endings: tuple[str, ...] = ("",)
    """What follows the field's name in the names of its columns."""
    is_typed: bool = False
    """Cells are numbers, dates or flags, which no spreadsheet takes for a formula."""
    is_free: bool = True
    """Values may hold any character, so they are cleaned, and their cells defused."""

    @abstractmethod
    def spell(self, value: Any) -> tuple[str, ...]:
        """A value as the cells of its columns; formulas are not defused yet."""

    @abstractmethod
    def read(self, cells: Sequence[str]) -> Any:
        """The value that cells spell, as a data file gives it; what spells none stays text, for the model to refuse."""

    @abstractmethod
    def sql_spell(self, value: Sql) -> list[Sql]:
        """As ``spell``, cleaned; the cells of NULL are empty."""

    @abstractmethod
    def sql_read(self, cells: Sequence[Sql]) -> Sql:
        """As ``read``; NULL where all cells are empty, or spell no value."""

    @abstractmethod
    def sql_unread(self, cells: Sequence[Sql]) -> Sql | None:
        """Whether cells spell no value although they are not empty; None where every text is a value."""

    def export_cell(self, cell: str, *, raw: bool) -> str:
        """A cell as it leaves for a file; ``raw``: even where a spreadsheet would run it as a formula."""
        return cell if raw or self.is_typed else Formulas.defused(cell)

    def sql_export_cell(self, cell: Sql, *, raw: bool) -> Sql:
        """As ``export_cell``. What is not free holds nothing that must be defused."""
        return cell if raw or not self.is_free else f"({Formulas.sql_defused(cell)})"

    # An entry of a list in such a cell; ``held`` as ``CellList`` says

    def spell_entry(self, value: Any) -> tuple[str, ...]:
        """As ``spell``, so that other entries can stand beside it."""
        return tuple(map(CellList.guarded, self.spell(value)))

    def read_entry(self, held: Sequence[str]) -> Any:
        """As ``read``; nothing is left out, for an entry is never absent."""
        return self.read(list(map(CellList.released, held)))

    def sql_spell_entry(self, value: Sql) -> list[Sql]:
        """As ``spell_entry``."""
        return list(map(CellList.sql_guarded, self.sql_spell(value)))

    @abstractmethod
    def sql_read_entry(self, held: Sequence[Sql]) -> Sql:
        """As ``read_entry``; NULL where it spells no value."""

    def sql_unread_entry(self, held: Sequence[Sql]) -> Sql | None:
        """Whether an entry spells no value although it is not empty; None where every text is a value."""
        return self.sql_unread([f"({CellList.sql_released(one)})" for one in held])
