"""Cleaning of foreign text, as the engine does it."""

from cq_tui.model.clean import CONTROLS, REPLACEMENT
from cq_tui.values.sql import Sql, literal

_SURROGATES = 0xD800
"""A file that the engine reads holds no halves of surrogate pairs, and RE2 knows none."""


def sql_cleaned(text: Sql) -> Sql:
    """As ``clean``."""
    ranges = "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in CONTROLS if first != _SURROGATES)
    return f"regexp_replace({text}, '[{ranges}]', {literal(REPLACEMENT)}, 'g')"
