"""A field type that the program does not have: how long something takes. Made by the page of CONTRIBUTING."""

from typing import Annotated, Any

from cq_tui.language import current
from cq_tui.schema.checks import Keeps
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.ranges import AskedField, NotUnderstood, Range
from cq_tui.values.sql import Sql
from cq_tui.values.types.base import Asked, Names
from cq_tui.values.types.scalar import Typed


class Duration(Typed):
    """Minutes, an int; written ``1:30`` in a cell."""

    asked = Asked.RANGES
    pattern = r"[0-9]{1,4}:[0-5][0-9]"
    sql_type = "INTEGER"
    arrow_type = "int32"
    example = "90"

    def spell_cell(self, value: Any) -> str:
        return f"{value // 60}:{value % 60:02}"

    def convert(self, cell: str) -> Any:
        hours, minutes = cell.split(":")
        return int(hours) * 60 + int(minutes)

    def sql_spell_cell(self, value: Sql) -> Sql:
        return f"({value} // 60) || ':' || lpad(CAST({value} % 60 AS VARCHAR), 2, '0')"

    def sql_read_cell(self, cell: Sql) -> Sql:
        minutes = f"split_part({cell}, ':', 1)::INTEGER * 60 + split_part({cell}, ':', 2)::INTEGER"
        return f"CASE WHEN regexp_full_match({cell}, '{self.pattern}') THEN {minutes} END"

    def sql_literal(self, value: Any) -> Sql:
        return str(value)

    def sql_refused(self, value: Sql) -> list[Sql]:
        return [f"{value} <= 0"]

    def json(self, value: Any) -> Any:
        return value

    def json_schema(self) -> dict[str, Any]:
        return {"type": "integer", "exclusiveMinimum": 0}

    def table_schema(self) -> dict[str, Any]:
        return {"type": "string", "constraints": {"pattern": f"^{self.pattern}$"}}

    def in_sheet(self, value: Any) -> Any:
        del value

    def words(self, value: Any, record: Any, names: Names) -> str:
        del record, names
        return f"{value // 60} 小时 {value % 60} 分" if current() == "zh" else f"{value // 60} h {value % 60} min"

    def read_range(self, sign: str, text: str, field: AskedField) -> Range:
        read = self.read_cell(text)
        if not isinstance(read, int):
            raise NotUnderstood(f"{field.label}: {text} is no duration")
        open_below, open_above = sign.startswith("<"), sign.startswith(">")
        return Range(None if open_below else read, None if open_above else read, sign == ">", sign == "<")

    def bound_words(self, value: Any) -> str:
        return self.words(value, None, lambda _kind, id_: id_)

    def converter(self, ways: Converters[Convert]) -> Convert:
        return ways.count

    def group_words(self, value: Any, names: Names) -> str:
        return self.words(value, None, names)

    def sql_groups(self, value: Sql) -> Sql:
        return value


Minutes = Annotated[int, Keeps(strict=True, gt=0), Duration()]
