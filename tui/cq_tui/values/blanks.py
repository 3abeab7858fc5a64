"""Blanks around texts mean nothing: the rule that takes them off, in Python and in SQL."""

from cq_tui.values.clean import SPECIAL, normalisation
from cq_tui.values.sql import Sql, literal, one_of

BLANKS = "\t\n \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""The white space of Unicode that cleaning leaves."""
AROUND = f"^{one_of(BLANKS)}|{one_of(BLANKS)}$"
"""A regular expression (RE2) of a blank at an end of a text."""


class Blanks:
    """Taking blanks off both ends of a text."""

    @staticmethod
    def stripped(text: str) -> str:
        """The text without the blanks around it."""
        return text.strip(BLANKS)

    @staticmethod
    def sql_stripped(text: Sql) -> Sql:
        """As ``stripped``."""
        blank = one_of(BLANKS)
        # Looking for blanks is much cheaper than trim, and most texts have none.
        around = f"regexp_matches({text}, '^{blank}') OR regexp_matches({text}, '{blank}$')"
        return f"CASE WHEN {around} THEN {Blanks.sql_trimmed(text)} ELSE {text} END"

    @staticmethod
    def sql_trimmed(text: Sql) -> Sql:
        """As ``sql_stripped``, where looking first does not pay: for few texts, or for a long expression."""
        return f"trim({text}, {literal(BLANKS)})"

    @staticmethod
    def sql_normalised(text: Sql) -> Sql:
        """As ``normalise``, then as ``stripped``. One look tells whether there is anything to do: rarely is there."""
        found = f"regexp_matches({text}, {literal(f'{AROUND}|{SPECIAL}')})"
        return f"CASE WHEN {found} THEN {Blanks.sql_trimmed(normalisation(text))} ELSE {text} END"
