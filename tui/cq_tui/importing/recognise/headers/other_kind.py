"""Tells which headers surely say what guests or exhibitors have, and records of other kinds don't: posts, booths."""

import re

from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.words.company_headers import are_of_companies
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.schema.kind import Kind

GUESTS, FIRMS = "speakers", "organisations"
POSTS = "posts"
_BOOTHS = re.compile(
    r"(?i)(?<![^\W_])(?:booths?|halls?|stands?|stand[\s_](?:no|number)|pavilions?|exhibitors?|standnummer|stánek)(?![^\W_])"
    r"|展位|展馆|展館|展台|展厅|展商|参展|參展|小間|ブース|부스"
)


def has_what_others_have(kind: Kind, header: Header) -> bool:
    """Whether headers surely say what guests or firms are called, and what those alone have: posts, booths, capital."""
    if kind.name not in (GUESTS, FIRMS):
        return False
    said = surely_said(kind, header)
    if kind.heading.name not in said:
        return False
    booths = any(_BOOTHS.search(take_apart(name).name) for name in header.names)
    return POSTS in said if kind.name == GUESTS else booths or are_of_companies(list(header.names))


def surely_said(kind: Kind, header: Header) -> set[str]:
    """The fields of a kind that headers surely say."""
    words = (read_word(kind, name) for name in header.names)
    return {word.field.name for word in words if word.field is not None and word.certainty == EXACT}
