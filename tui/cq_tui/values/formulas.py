"""Cells that a spreadsheet would run as formulas: how they are made harmless, and how that is taken back."""

import re
from collections.abc import Callable, Iterable

from cq_tui.values.expressions import later
from cq_tui.values.sql import Sql, literal, one_of

_STARTS = tuple("=+-@\t\r\n\0＝＋－＠")
_BLANKS = " \u00a0\u3000"
_SIGNS = tuple("=+-@＝＋－＠")
_BREAKS = "\t\r\n"
"""Behind a ``;`` a formula begins with one of the signs; these may stand between the two, as blanks may."""


def _pattern(one_of: Callable[[Iterable[str]], str], *, defused: bool) -> str:
    """A regular expression of the places where a formula would begin.

    Groups 1 and 3 are what stands before the place, 2 and 4 what begins there; one of the pairs is empty. ``one_of``
    spells a set of characters for Python's engine or for RE2; ``defused``: only where a ``'`` stands there already,
    which is in no group.
    """
    mark = "'" if defused else ""
    cell = f"'*{one_of(_BLANKS)}*{one_of(_STARTS)}"
    inside = f"'*{one_of(_BLANKS + _BREAKS)}*{one_of(_SIGNS)}"
    return f"(^){mark}({cell})|(;){mark}({inside})"


def _set_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(characters))}]"


_FORMULA = later(_pattern(_set_of, defused=False))
_DEFUSED = later(_pattern(_set_of, defused=True))
_BEGINNINGS = ("'", *_BLANKS, *_STARTS)
_SQL_BEGINNINGS = ", ".join(str(ord(one)) for one in _BEGINNINGS)
_SQL_FORMULA = literal(_pattern(one_of, defused=False))
_SQL_DEFUSED = literal(_pattern(one_of, defused=True))
_MARKED, _UNMARKED = literal(r"\1\3'\2\4"), literal(r"\1\3\2\4")


MAYBE_DEFUSED = "^'|;'"
"""A regular expression (RE2) of where ``fused`` may have something to take back, quicker than looking for all of it."""


class Formulas:
    """A cell that could be a formula gets a ``'`` before it, and so does one that is such a formula after apostrophes.

    Where what follows the apostrophes is no formula, they are a part of the text: ``fused`` takes back exactly what
    ``defused`` did. The same holds of what stands behind a ``;`` inside a cell, for a spreadsheet whose language parts
    cells by ``;`` begins a new one there.
    """

    @staticmethod
    def defused(text: str) -> str:
        """The text, with a ``'`` where a spreadsheet could begin a formula, or a reader take it for a defused one."""
        maybe = text.startswith(_BEGINNINGS) or ";" in text
        return _FORMULA.sub(r"\1\3'\2\4", text) if maybe else text

    @staticmethod
    def fused(text: str) -> str:
        """The text as it was before ``defused``."""
        return _DEFUSED.sub(r"\1\3\2\4", text) if "'" in text else text

    @staticmethod
    def sql_defused(text: Sql) -> Sql:
        """As ``defused``. Most texts can't be one, which their first character tells, and that no ``;`` is there."""
        maybe = f"unicode({text}) IN ({_SQL_BEGINNINGS}) OR contains({text}, ';')"
        return f"CASE WHEN {maybe} THEN {_replaced(text, _SQL_FORMULA, _MARKED)} ELSE {text} END"

    @staticmethod
    def sql_fused(text: Sql) -> Sql:
        """As ``fused``. The text is named once: it is a long expression, and comes here where it needs something."""
        return _replaced(text, _SQL_DEFUSED, _UNMARKED)


def _replaced(text: Sql, pattern: Sql, by: Sql) -> Sql:
    return f"regexp_replace({text}, {pattern}, {by}, 'g')"
