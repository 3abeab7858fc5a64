"""Addresses in the web."""

from typing import Any

from cq_tui.language import N_
from cq_tui.values.blanks import BLANKS
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.limits import Limits
from cq_tui.values.sql import Sql
from cq_tui.values.types.base import Names
from cq_tui.values.types.characters import Characters

URL_PATTERN = rf'^https?://[^{BLANKS}"<>\\`]+$'
LONGEST_URL = 2000


class Url(Characters):
    """An address that begins with ``http://`` or ``https://``; it may hold letters of any script."""

    is_address = True
    sheet_width = list_sheet_width = 36
    example = '"https://example.org/"'
    wrong = N_("{value} is not an address: http:// or https:// and what follows, without blanks")
    limits = Limits(pattern=URL_PATTERN, longest=LONGEST_URL, stripped=True)

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.address

    def words(self, value: Any, record: Any, names: Names) -> str:
        """The address as it is, to be copied."""
        del record, names
        return str(value)

    def json_schema(self) -> dict[str, Any]:
        """An address. ``iri``, for not all letters must be ASCII."""
        return {"type": "string", "format": "iri", "maxLength": LONGEST_URL}

    def table_schema(self) -> dict[str, Any]:
        """An address."""
        return {"type": "string", "format": "uri", "constraints": {"maxLength": LONGEST_URL}}

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """The address: whoever knows a part of it finds the record."""
        return [value]
