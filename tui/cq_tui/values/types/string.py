"""Strings: what is written the same in every language, as an id, an alias or a time of day in words."""

from typing import Any

from cq_tui.values.converters import Convert, Converters
from cq_tui.values.limits import NO_LIMITS, Limits
from cq_tui.values.sql import Sql
from cq_tui.values.types.base import Names
from cq_tui.values.types.characters import Characters


class String(Characters):
    """A string of any characters that its limits allow."""

    sheet_width = 24
    example = '"..."'

    def __init__(self, limits: Limits = NO_LIMITS, example: str = "", wrong: str = "") -> None:
        self.limits = limits
        self.example = example or self.example
        self.wrong = wrong or self.wrong
        self.is_as_written = limits.pattern is None

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.string

    def list_converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.strings

    def words(self, value: Any, record: Any, names: Names) -> str:
        """The string itself."""
        del record, names
        return str(value)

    def sql_clean_part(self, value: Sql) -> Sql:
        """A pattern allows no character that cleaning would change."""
        return self.sql_clean(value) if self.limits.pattern is None else value

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """The string itself."""
        return [value]
