"""Regular expressions that a user typed: whether they are any, and whether the engine (RE2) knows them."""

import re

_BACKTRACKING = re.compile(r"\(\?(?:=|!|<=|<!|>|\(|P=)|\\[1-9]|[*+?}]\+")
"""Looking around, atomic groups, conditions, references back, possessive repeats: RE2 has none of them."""
_REPEAT = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_MOST_REPEATS = 1000


def is_pattern(expression: str) -> bool:
    """Whether the text is a regular expression at all."""
    try:
        re.compile(expression)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def engine_knows(expression: str) -> bool:
    """Whether the engine takes it: without backtracking it can't run away, and so lacks what needs that."""
    plain = re.sub(r"\\[^1-9]|\[[^\]]*\]", "x", expression)
    repeats = [int(number) for match in _REPEAT.finditer(plain) for number in match.groups() if number]
    return not _BACKTRACKING.search(plain) and all(number <= _MOST_REPEATS for number in repeats)


def quick_in_python(expression: str) -> bool:
    """Whether Python's re, which does backtrack, can't run away with it on a short text."""
    if re.search(r"\)\s*[*+?{]", expression) or len(re.findall(r"[*+?{]", expression)) > 2:
        return False
    return is_pattern(f"(?i){expression}")
