"""Links: the id of another record."""

from typing import Any

from cq_tui.values.converters import Convert, Converters
from cq_tui.values.limits import NO_LIMITS, Limits
from cq_tui.values.sql import Sql
from cq_tui.values.types.base import Names
from cq_tui.values.types.characters import Characters


class Link(Characters):
    """The id of a record of another kind."""

    is_free = False
    list_sheet_width = 30
    example = '"id"'

    def __init__(self, to: str, limits: Limits = NO_LIMITS) -> None:
        self.refers_to = to
        self.limits = limits

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.link

    def list_converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.links

    def words(self, value: Any, record: Any, names: Names) -> str:
        """What the record is called."""
        del record
        return names(self.refers_to or "", value)

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """None: what other records are called is looked up once for all records."""
        del value
        return []
