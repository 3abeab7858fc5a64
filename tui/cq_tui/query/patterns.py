"""Regular expressions that a user typed: whether they are any, and whether the engine (RE2) knows them."""

import re
import warnings

from cq_tui.values.expressions import later

_BACKTRACKING = later(r"\(\?(?:=|!|<=|<!|>|\(|P=)|\\[1-9]|[*+?}]\+")
"""Looking around, atomic groups, conditions, references back, possessive repeats: RE2 has none of them."""
_PYTHON_ONLY = later(r"\(\?(?:#|[a-zA-Z-]*[aLux])|\[(?:[^\]\\]|\\.)*\\b")
"""Comments, flags and a backspace in a set: Python's re alone has them."""
_ESCAPED = later(r"\\(.)", re.DOTALL)
_NESTED_SET = later(r"\[[^\]]*(?:\[|--|&&|~~|\|\|)")
"""What Python's re warns of, and the engine reads as it stands."""
_REPEAT = later(r"\{(\d+)(?:,(\d*))?\}")
_MOST_REPEATS = 1000


def is_pattern(expression: str) -> bool:
    """Whether the text is a regular expression at all, without what only Python's re knows."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(expression)
    except (re.error, RecursionError, OverflowError):
        return False
    escaped = _ESCAPED.findall(expression)
    return not _PYTHON_ONLY.search(expression) and all(one.isascii() and one not in "ZNuU" for one in escaped)


def engine_knows(expression: str) -> bool:
    """Whether the engine takes it: without backtracking it can't run away, and so lacks what needs that."""
    plain = re.sub(r"\\[^1-9]|\[[^\]]*\]", "x", expression)
    repeats = [int(number) for match in _REPEAT.finditer(plain) for number in match.groups() if number]
    return not _BACKTRACKING.search(plain) and all(number <= _MOST_REPEATS for number in repeats)


def quick_in_python(expression: str) -> bool:
    """Whether Python's re, which does backtrack, can't run away with it on a short text."""
    if (
        _NESTED_SET.search(expression)
        or re.search(r"\)\s*[*+?{]", expression)
        or len(re.findall(r"[*+?{]", expression)) > 2
    ):
        return False
    return is_pattern(f"(?i){expression}")
