"""Spans of years or days, as lists write how long something lasts: ``2024 - 2029``, ``2019.01.21. - 2019-02-05``."""

import re

SPAN = "span"
"""How a column is read whose cells are spans: each by its first year or day."""
_YEAR = r"(?:19|20)\d\d"
_OPEN = (
    r"present|now|today|ongoing|heute|laufend|aujourd'hui|présent|presente|actualidad|oggi|nu|heden|obecnie|dosud|"
    r"н\.?\s?в\.?|настоящее время|至今|今|現在|현재"
)
_FROM = r"(?i)\s*(?:from|von|de|du|dal|od|с|з|自)?\s*"
_TO = r"\s*(?:[-–—―~～〜至到/]|\.\.|\bto\b|\bbis\b|\btot\b|\bau?\b|à|\bal?\b|\bdo\b|\baté\b|\bpo\b|\bпо\b)\s*"
_SPANS = re.compile(rf"{_FROM}({_YEAR})\s*(?:年)?{_TO}({_YEAR}|{_OPEN}|)\s*(?:年)?\s*")
_DAY = rf"(?:{_YEAR}\s?[-./年]\s?\d{{1,2}}\s?[-./月]\s?\d{{1,2}}(?:\.|日)?|\d{{1,2}}\.\s?\d{{1,2}}\.\s?{_YEAR})"
_DAYS = re.compile(rf"{_FROM}({_DAY}){_TO}(?:{_DAY}|{_OPEN}|[^\W\d][^\d]*|)\s*")
"""Spans of days; the last one may be a word: ``2019.01.11. - határozatlan``."""


def first_year(text: str) -> str:
    """The year in which a span begins, or its first day; any other text as it is."""
    if days := _DAYS.fullmatch(text):
        return days[1]
    match = _SPANS.fullmatch(text)
    return match[1] if match and _is_forward(match[1], match[2]) else text


def is_span(text: str) -> bool:
    """Whether a text is a span of years or days."""
    return first_year(text) != text


def _is_forward(first: str, last: str) -> bool:
    return not last.isdigit() or int(first) <= int(last)
