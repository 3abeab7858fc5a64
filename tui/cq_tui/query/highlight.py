"""Where a filter's words stand in a text, found by the expressions that selected the record."""

import re
from enum import IntEnum
from functools import cached_property

from cq_tui.query.columns import is_note
from cq_tui.query.patterns import quick_in_python
from cq_tui.query.terms import Pattern, Query, Words
from cq_tui.query.widen import Widener
from cq_tui.schema.field import Field

_LONGEST_TEXT = 500

Span = tuple[int, int]
"""Start and end of a stretch of text, the end not included."""


class _Where(IntEnum):
    """In which texts an expression is looked for: each also in those behind it."""

    ANYWHERE = 0
    ALL_BUT_NOTES = 1
    NAMES = 2


class Highlighter:
    """Finds the words of one query."""

    def __init__(self, query: Query, widen: Widener) -> None:
        """Prepare to look for a query's words."""
        self._query = query
        self._widen = widen

    @cached_property
    def _expressions(self) -> list[tuple[Field | None, re.Pattern[str], _Where]]:
        """What is looked for, in which field, and in which texts."""
        found: list[tuple[Field | None, re.Pattern[str], _Where]] = []
        for term in self._query.terms:
            if term.negated or term.ids is not None:
                continue
            if isinstance(term.test, Words):
                for widened in map(self._widen, term.test.any_of):
                    if term.field is None and widened.sounding:
                        sounding = _Where.NAMES if widened.is_short else _Where.ALL_BUT_NOTES
                        found.append((None, re.compile(widened.literal), _Where.ANYWHERE))
                        found.append((None, re.compile(widened.pattern), sounding))
                    else:
                        found.append((term.field, re.compile(widened.pattern), _Where.ANYWHERE))
            elif isinstance(term.test, Pattern) and quick_in_python(term.test.expression):
                found.append((term.field, re.compile(f"(?im){term.test.expression}"), _Where.ANYWHERE))
        return found

    def __bool__(self) -> bool:
        return bool(self._expressions)

    def spans(self, text: str, field: Field | None = None, *, named: bool | None = None) -> list[Span]:
        """The stretches to mark, in order and apart; with a field only what was asked of it or of all text.

        ``named``: whether the text is what something is called; where nothing is said, what the field says of that.
        """
        if named is None:
            named = field is None or self._is_name(field)
        text_of = _Where.NAMES if named else _Where.ANYWHERE if field and is_note(field) else _Where.ALL_BUT_NOTES
        found = [
            match.span()
            for asked, expression, where in self._expressions
            if (field is None or asked in (None, field)) and where <= text_of
            for match in expression.finditer(text[:_LONGEST_TEXT])
            if match[0]
        ]
        return _apart(sorted(found))

    def _is_name(self, field: Field) -> bool:
        called = field is self._query.kind.heading or field.name == "aliases"
        return called or bool(field.codes) or field.type.refers_to is not None


def _apart(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
