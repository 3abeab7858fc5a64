"""Types whose values are a string without a language of its own."""

from collections.abc import Sequence
from typing import Any

from cq_tui.language import N_
from cq_tui.values.blanks import Blanks
from cq_tui.values.clean import sql_cleaned, sql_normalised
from cq_tui.values.limits import NO_LIMITS, Limits
from cq_tui.values.lists_in_cells import CellList
from cq_tui.values.sql import Sql
from cq_tui.values.types.base import Names
from cq_tui.values.types.scalar import Scalar


class Characters(Scalar):
    """A string, the same in every language; what may stand in it, its limits say."""

    limits: Limits = NO_LIMITS
    wrong: str = N_("{value} is not an id: small letters, digits and hyphens")
    """What is said of a string that does not match the pattern."""
    sql_type = "VARCHAR"
    arrow_type = "string"

    def spell_cell(self, value: Any) -> str:
        """The string itself."""
        return str(value)

    def read_cell(self, cell: str) -> Any:
        """The string itself."""
        return cell

    def sql_spell_cell(self, value: Sql) -> Sql:
        """The string itself. What can't hold a control character needs no cleaning."""
        return sql_cleaned(value) if self.is_free else value

    def sql_read_cell(self, cell: Sql) -> Sql:
        """The string itself."""
        return f"nullif({cell}, '')"

    def sql_read_entry(self, held: Sequence[Sql]) -> Sql:
        """The string, empty where the entry is, for the limits to judge."""
        return CellList.sql_released(held[0])

    def sql_unread(self, cells: Sequence[Sql]) -> Sql | None:
        """Every text is one."""
        del cells
        return None

    def sql_take(self, value: Sql) -> Sql:
        """Normalised, and without the blanks around it where the model takes them off."""
        return Blanks.sql_normalised(value) if self.limits.stripped else sql_normalised(value)

    def sql_refused(self, value: Sql) -> list[Sql]:
        """What its limits refuse."""
        return self.limits.sql_text_refused(value)

    def sql_clean(self, value: Sql) -> Sql:
        """As its cell."""
        return f"({self.sql_spell_cell(value)})" if self.is_free else value

    def toml(self, value: Any) -> Any:
        """The string; ``str`` makes one of a member of an enumeration."""
        return str(value)

    def json(self, value: Any) -> Any:
        """As in TOML."""
        return str(value)

    @property
    def refusal(self) -> str:
        """What the pattern asks for."""
        return self.wrong

    def json_schema(self) -> dict[str, Any]:
        """A string with its limits."""
        return {"type": "string"} | self.limits.text_keywords()

    def table_schema(self) -> dict[str, Any]:
        """A string with its limits."""
        limits = self.limits.text_keywords()
        return {"type": "string"} | ({"constraints": limits} if limits else {})

    def sql_sort_key(self, value: Sql) -> Sql:
        """Without regard to case."""
        return f"lower({value})"

    def sql_text(self, value: Sql) -> Sql:
        """The string itself."""
        return value

    def group_words(self, value: Any, names: Names) -> str:
        """As everywhere."""
        return self.words(value, None, names)

    def sql_groups(self, value: Sql) -> Sql:
        """The string itself."""
        return value
