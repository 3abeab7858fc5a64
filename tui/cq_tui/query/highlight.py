"""Where a filter's words stand in a text, found by the expressions that selected the record."""

import re
from functools import cached_property

from cq_tui.query.patterns import quick_in_python
from cq_tui.query.terms import Pattern, Query, Words
from cq_tui.query.widen import Widener
from cq_tui.schema.field import Field

_LONGEST_TEXT = 500

Span = tuple[int, int]
"""Start and end of a stretch of text, the end not included."""


class Highlighter:
    """Finds the words of one query; ``words_only`` where no field is named."""

    def __init__(self, query: Query, widen: Widener) -> None:
        """Prepare to look for a query's words."""
        self._query = query
        self._widen = widen

    @cached_property
    def _expressions(self) -> list[tuple[Field | None, re.Pattern[str]]]:
        found: list[tuple[Field | None, re.Pattern[str]]] = []
        for term in self._query.terms:
            if term.negated or term.ids is not None:
                continue
            if isinstance(term.test, Words):
                found.extend((term.field, re.compile(self._widen(word).pattern)) for word in term.test.any_of)
            elif isinstance(term.test, Pattern) and quick_in_python(term.test.expression):
                found.append((term.field, re.compile(f"(?im){term.test.expression}")))
        return found

    def __bool__(self) -> bool:
        return bool(self._expressions)

    def spans(self, text: str, field: Field | None = None) -> list[Span]:
        """The stretches to mark, in order and apart; with a field only what was asked of it or of all text."""
        found = [
            match.span()
            for asked, expression in self._expressions
            if field is None or asked in (None, field)
            for match in expression.finditer(text[:_LONGEST_TEXT])
            if match[0]
        ]
        return _apart(sorted(found))


def _apart(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
