"""Yes or no."""

from typing import Any

from cq_tui.language import _
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.sql import Sql
from cq_tui.values.types.base import Asked, Names
from cq_tui.values.types.scalar import Typed


class Flag(Typed):
    """True or false."""

    asked = Asked.YES_OR_NO
    pattern = "(?i:true|false)"
    sql_type = "BOOLEAN"
    arrow_type = "bool"
    example = "true"

    def spell_cell(self, value: Any) -> str:
        """As TOML and JSON write it."""
        return "true" if value else "false"

    def convert(self, cell: str) -> Any:
        """A bool."""
        return cell.lower() == "true"

    def sql_refused(self, value: Sql) -> list[Sql]:
        """Either is taken."""
        del value
        return []

    def json(self, value: Any) -> Any:
        """The flag."""
        return value

    def json_schema(self) -> dict[str, Any]:
        """A flag."""
        return {"type": "boolean"}

    def table_schema(self) -> dict[str, Any]:
        """A flag as its cells spell it."""
        return {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]}

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.flag

    def shown_value(self, value: Any, record: Any) -> tuple[Any, str]:
        """Yes or no in words."""
        del value, record
        return None, ""

    def words(self, value: Any, record: Any, names: Names) -> str:
        """Yes or no."""
        del record, names
        return _("yes") if value else _("no")

    def group_words(self, value: Any, names: Names) -> str:
        """As everywhere; the engine gives the spelling of a cell."""
        return self.words(self.convert(value), None, names)

    def sql_groups(self, value: Sql) -> Sql:
        """As its cells spell it."""
        return self.sql_spell_cell(value)
