"""Spans of years, as lists write how long something lasts: ``2024 - 2029``, ``2017–2018``, ``2020 bis heute``."""

import re

SPAN = "span"
"""How a column is read whose cells are spans: each by its first year."""
_YEAR = r"(?:19|20)\d\d"
_OPEN = (
    r"present|now|today|ongoing|heute|laufend|aujourd'hui|présent|presente|actualidad|oggi|nu|heden|obecnie|dosud|"
    r"н\.?\s?в\.?|настоящее время|至今|今|現在|현재"
)
_SPANS = re.compile(
    rf"(?i)\s*(?:from|von|de|du|dal|od|с|з|自)?\s*({_YEAR})\s*(?:年)?\s*"
    rf"(?:[-–—―~～〜至到/]|\.\.|\bto\b|\bbis\b|\btot\b|\bau?\b|à|\bal?\b|\bdo\b|\baté\b|\bpo\b|\bпо\b)\s*"
    rf"({_YEAR}|{_OPEN}|)\s*(?:年)?\s*"
)


def first_year(text: str) -> str:
    """The year in which a span begins; any other text as it is."""
    match = _SPANS.fullmatch(text)
    return match[1] if match and _is_forward(match[1], match[2]) else text


def is_span(text: str) -> bool:
    """Whether a text is a span of years."""
    return first_year(text) != text


def _is_forward(first: str, last: str) -> bool:
    return not last.isdigit() or int(first) <= int(last)
