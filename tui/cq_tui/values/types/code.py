"""Codes: one of a closed list, each with its words in both languages."""

from collections.abc import Mapping
from typing import Any

from cq_tui.values.codes import Words
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.limits import NO_LIMITS, Limits
from cq_tui.values.sql import Sql, literal
from cq_tui.values.types.base import Asked, Names
from cq_tui.values.types.characters import Characters

_MOST_RANKED = 40
"""Codes of a list whose own order sorts the records; longer lists, as of countries, are sorted by the code."""


class Code(Characters):
    """A code of a list."""

    mapped_by = ("column", "codes", "constant")
    list_mapped_by = ("column", "codes", "constant")
    asked = Asked.CODES
    is_free = False
    is_short = True

    def __init__(self, codes: Mapping[str, Words], limits: Limits = NO_LIMITS) -> None:
        self.codes: Mapping[str, Words] = codes
        self.limits = limits

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.code

    def list_converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.codes

    def words(self, value: Any, record: Any, names: Names) -> str:
        """What the code is called; the code itself if its list does not know it."""
        del record, names
        return code_label(self.codes, value)

    def sql_refused(self, value: Sql) -> list[Sql]:
        """Whether the list does not know the code. One expression is much quicker than IN over a list of countries."""
        return [f"NOT regexp_full_match({value}, {literal('|'.join(self.codes))})"]

    @property
    def example(self) -> str:
        """China of countries, else the first."""
        return f'"{"CN" if "CN" in self.codes else next(iter(self.codes), "")}"'

    def json_schema(self) -> dict[str, Any]:
        """One of the codes."""
        return {"type": "string", "enum": list(self.codes)}

    def table_schema(self) -> dict[str, Any]:
        """One of the codes."""
        return {"type": "string", "constraints": {"enum": list(self.codes)}}

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """None: what codes are called is looked up in a table of its own, once for all records."""
        del value
        return []

    def sql_sort_key(self, value: Sql) -> Sql:
        """The code's rank in its list."""
        if len(self.codes) >= _MOST_RANKED:
            return value
        ranks = " ".join(f"WHEN {literal(code)} THEN {rank}" for rank, code in enumerate(self.codes))
        return f"CASE {value} {ranks} END"


def code_label(codes: Mapping[str, Words], code: str) -> str:
    """What a code is called in the language in force; the code itself if its list does not know it."""
    known = codes.get(code)
    return str(known.label) if known else str(code)
