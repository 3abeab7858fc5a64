"""The number of a count behind which a word says what is counted: ``5年``, ``5 years``."""

import re

_COUNTED = re.compile(r"(?i)(\d)\s*(?:年|个|個|家|人|项|項|期|years?|yrs?\.?|jahre|ans|años|anni|lat)$")
"""What stands behind a count and says no more than its column. Months are left, for they are no years."""


def number_of_count(cell: str) -> str:
    """A cell without the word behind its number."""
    return _COUNTED.sub(r"\1", cell)
