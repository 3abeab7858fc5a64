"""Times of day, to the second."""

from datetime import time
from typing import Any

from cq_tui.values.converters import Convert, Converters
from cq_tui.values.sql import Sql
from cq_tui.values.types.base import Names
from cq_tui.values.types.scalar import Typed

_WRITTEN = 8
"""Characters of 09:00:00."""


class Time(Typed):
    """A time of day."""

    pattern = r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?"
    sql_type = "TIME"
    arrow_type = "time64[us]"
    example = "09:00:00"

    def spell_cell(self, value: Any) -> str:
        """As ISO 8601 writes it."""
        return str(value.isoformat(timespec="seconds"))

    def convert(self, cell: str) -> Any:
        """A time."""
        return time.fromisoformat(cell)

    def sql_spell_cell(self, value: Sql) -> Sql:
        """As ISO 8601 writes it."""
        return f"left(CAST({value} AS VARCHAR), {_WRITTEN})"

    def sql_read_cell(self, cell: Sql) -> Sql:
        """The engine wants the seconds."""
        return super().sql_read_cell(f"(CASE WHEN length({cell}) = 5 THEN {cell} || ':00' ELSE {cell} END)")

    def sql_refused(self, value: Sql) -> list[Sql]:
        """Every time is taken."""
        del value
        return []

    def json(self, value: Any) -> Any:
        """JSON has no times."""
        return self.spell_cell(value)

    def json_schema(self) -> dict[str, Any]:
        """A time without a zone, which JSON Schema has no format for."""
        return {"type": "string", "pattern": f"^{self.pattern}$"}

    def table_schema(self) -> dict[str, Any]:
        """A time."""
        return {"type": "time"}

    def sheet_format(self, value: Any) -> str:
        """Hours and minutes."""
        del value
        return "hh:mm"

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.string

    def words(self, value: Any, record: Any, names: Names) -> str:
        """As ISO 8601 writes it."""
        del record, names
        return self.spell_cell(value)

    def group_words(self, value: Any, names: Names) -> str:
        """As it is written."""
        del names
        return str(value)

    def sql_groups(self, value: Sql) -> Sql:
        """As it is written."""
        return self.sql_spell_cell(value)
