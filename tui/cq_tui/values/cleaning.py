"""Cleaning of foreign text, as the engine does it."""

from cq_tui.model.clean import CONTROLS, JOINERS, JOINING, NOISE, REPLACEMENT, Ranges
from cq_tui.values.sql import Sql, literal

_SURROGATES = 0xD800
"""A file that the engine reads holds no halves of surrogate pairs, and RE2 knows none."""


def _set_of(ranges: Ranges, *, negated: bool = False) -> str:
    """A regular expression (RE2) of one character of some ranges, or of none of them."""
    found = "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in ranges if first != _SURROGATES)
    return f"[{'^' if negated else ''}{found}]"


SPECIAL = _set_of((*CONTROLS, *JOINERS))
"""A regular expression (RE2) of a character that ``normalise`` may touch."""


def sql_cleaned(text: Sql) -> Sql:
    """As ``clean``, of what is normalised already but for controls."""
    return f"regexp_replace({text}, {literal(_set_of(CONTROLS))}, {literal(REPLACEMENT)}, 'g')"


def sql_normalised(text: Sql) -> Sql:
    """As ``normalise``. Most texts hold nothing special, which one look tells."""
    return f"CASE WHEN regexp_matches({text}, {literal(SPECIAL)}) THEN {normalisation(text)} ELSE {text} END"


def normalisation(text: Sql) -> Sql:
    """As ``sql_normalised``, for texts that are known to need it."""
    joiner, other = _set_of(JOINERS), _set_of(JOINING, negated=True)
    text = f"regexp_replace({text}, {literal(_set_of(NOISE))}, '', 'g')"
    text = f"replace(replace({text}, chr(13) || chr(10), chr(10)), chr(13), chr(10))"
    text = sql_cleaned(text)
    # RE2 can't look around: joiners in a row join nothing, then those go that have no joining character on one side.
    text = f"regexp_replace({text}, '{joiner}{{2,}}', '', 'g')"
    text = f"regexp_replace({text}, '(^|{other}){joiner}', '\\1', 'g')"
    return f"regexp_replace({text}, '{joiner}({other}|$)', '\\1', 'g')"
