"""Tells where a list reads like records of another kind than the one that it is taken for: guests, exhibitors."""

import re
from collections.abc import Mapping as Table

from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.words.company_headers import are_of_companies
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import EXACT
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_GUESTS, _FIRMS = "speakers", "organisations"
_POSTS = "posts"
_BOOTHS = re.compile(
    r"(?i)(?<![^\W_])(?:booths?|halls?|stands?|stand[\s_](?:no|number)|pavilions?|exhibitors?|standnummer|stánek)(?![^\W_])"
    r"|展位|展馆|展館|展台|展厅|展商|参展|參展|小間|ブース|부스"
)
_ONLY_DEALS = ("instrument", "stage")


def fits_another(kind: Kind, kinds: Table[str, Kind], header: Header, proposal: Proposal) -> Reason | None:
    """Which other kind a list of deals reads like, where no column says an amount, a day, a type or a stage."""
    deal = {one.name for one in kind.fields if one.type.is_money or one.type.is_day} | {*_ONLY_DEALS}
    told = {*proposal.mapping.fields, *(one.field for one in proposal.questions)}
    if not any(one.type.is_money for one in kind.fields) or deal & told:
        return None
    for name in (_GUESTS, _FIRMS):
        other = kinds.get(name)
        if other is not None and has_what_others_have(other, header):
            return Reason.of(Noticed.OTHER_KIND, kind=other.label, name=name)
    return None


def has_what_others_have(kind: Kind, header: Header) -> bool:
    """Whether headers surely say what guests or firms are called, and what those alone have: posts, booths, capital."""
    if kind.name not in (_GUESTS, _FIRMS):
        return False
    words = (read_word(kind, name) for name in header.names)
    said = {word.field.name for word in words if word.field is not None and word.certainty == EXACT}
    if kind.heading.name not in said:
        return False
    booths = any(_BOOTHS.search(take_apart(name).name) for name in header.names)
    return _POSTS in said if kind.name == _GUESTS else booths or are_of_companies(list(header.names))
