"""Tells where a list reads like records of another kind than the deals that it is taken for, or like no deals.

What deals have is looked for first: an amount, a type, a stage, two sides, a header that says *contract*; *project* by
itself says a plan as well. A list
without any is one of bodies where it tells how they are reached, of events where it has days and times, of speakers
where each has a talk; and where nothing tells, that is said. One of bodies that has an amount beside what only bodies
have, their staff or the day they were founded, is told, too.
"""

from collections.abc import Mapping as Table
from collections.abc import Sequence

from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.columns.draft import filled_cells
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.headers.other_kind import FIRMS, GUESTS, POSTS, has_what_others_have, surely_said
from cq_tui.importing.recognise.maps.mapping import flat
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.proposing.own_rows import own_rows
from cq_tui.importing.recognise.proposing.sessions_and_persons import of_persons, of_sessions
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.other_records import (
    DEAL_IN_TEXT,
    TIME_IN_TEXT,
    is_of_bodies,
    is_of_deals,
    is_of_events,
    is_of_persons,
    is_of_projects,
    is_of_talks,
    says_where_reached,
)
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_EVENTS = "events"
_ONLY_DEALS = ("instrument", "stage")
_FEW, _HALF = 0.1, 0.5
_WORKS_FOR = "organisation"
"""The field of speakers that says whom they work for."""
_TALKS = frozenset({"topic", POSTS})
"""Fields of speakers of which a list of talks has one: *title* is the one or the other."""


def fits_another(
    kind: Kind, kinds: Table[str, Kind], header: Header, proposal: Proposal, rows: Sequence[Sequence[str]]
) -> Reason | None:
    """Which other kind a list of deals reads like, or that it has nothing of deals; None where it has.

    ``rows``: some of the list.
    """
    if own := own_rows(kind, kinds, header, proposal, rows):
        return own
    told = {*proposal.mapping.fields, *(one.field for one in proposal.questions)}
    deal = {one.name for one in kind.fields if one.type.is_money} | {*_ONLY_DEALS}
    if not any(one.type.is_money for one in kind.fields) or header.nameless or _has_sides(proposal):
        return None
    cells = {one: found for one, found in filled_cells(header, rows).items() if found}
    if plain := _plainly(kind, kinds, deal, proposal, cells):
        return Reason.of(Noticed.OTHER_KIND, kind=kinds[plain].label, name=plain)
    if deal & told:
        return None
    has_day = any(one.type.is_day and one.name in told for one in kind.fields)
    name = "" if has_day else next((one for one in (GUESTS, FIRMS) if _surely(kinds, one, header)), "")
    if not name:
        if says_deals := [one for one in cells if is_of_deals(one)]:
            is_told = has_day or _parties(proposal) or _tells_deals(kind, proposal, cells)
            return None if is_told or not all(map(is_of_projects, says_deals)) else _no_deals(kind, kinds)
        name = GUESTS if _are_guests(kinds, header, cells) else ""
    if not name:
        if _tells_deals(kind, proposal, cells):
            return None
        name = _reads_like(kinds, header, (_titles(kind, proposal), _parties(proposal)), cells, has_day=has_day)
    if name:
        return Reason.of(Noticed.OTHER_KIND, kind=kinds[name].label, name=name)
    return None if _parties(proposal) else _no_deals(kind, kinds)


def _plainly(
    kind: Kind, kinds: Table[str, Kind], deal: set[str], proposal: Proposal, cells: Table[str, Sequence[str]]
) -> str:
    """Sessions or persons, where headers tell these; what is merely asked of a column is not said by its header."""
    if deal & proposal.mapping.fields.keys() or _tells_deals(kind, proposal, cells):
        return ""
    titles = _titles(kind, proposal)
    return of_sessions(kinds, titles, cells) or of_persons(kinds, titles, cells)


def _no_deals(kind: Kind, kinds: Table[str, Kind]) -> Reason | None:
    others = [one for one in (FIRMS, _EVENTS, GUESTS) if one in kinds]
    return Reason.of(Noticed.NO_DEALS, kind=kind.label, names=tuple(others)) if others else None


def _surely(kinds: Table[str, Kind], name: str, header: Header) -> bool:
    return name in kinds and has_what_others_have(kinds[name], header)


def _has_sides(proposal: Proposal) -> bool:
    """Whether a list has parties of more than one sort, or of one that only deals have: a buyer, a funder."""
    every = [
        (role, one)
        for mapped in proposal.mapping.fields.values()
        for role, some in mapped.roles.items()
        for one in some
    ]
    return len(every) > 1 or any(role != COMMON_ROLE for role, _one in every)


def _tells_deals(kind: Kind, proposal: Proposal, cells: Table[str, Sequence[str]]) -> bool:
    """Whether some titles say what deals are: *Agreement on …*."""
    titles = [cell for name in _titles(kind, proposal) for cell in cells.get(name, ())]
    return sum(DEAL_IN_TEXT.search(cell) is not None for cell in titles) > len(titles) * _FEW


def _titles(kind: Kind, proposal: Proposal) -> list[str]:
    mapped = proposal.mapping.fields.get(kind.heading.name)
    return [name for name in mapped.columns if name] if mapped else []


def _are_guests(kinds: Table[str, Kind], header: Header, cells: Table[str, Sequence[str]]) -> bool:
    """Whether headers say persons with talks, or with whom they work for and what only such lists tell of them."""
    said = surely_said(kinds[GUESTS], header) if GUESTS in kinds else set()
    if "name" not in said:
        return False
    if _WORKS_FOR in said and any(map(is_of_persons, cells)):
        return True
    return bool({*_TALKS, _WORKS_FOR} & said) and any(map(is_of_talks, cells))


def _reads_like(
    kinds: Table[str, Kind],
    header: Header,
    called: tuple[Sequence[str], Sequence[str]],
    cells: Table[str, Sequence[str]],
    *,
    has_day: bool,
) -> str:
    """The name of the kind that a list without anything of deals reads like; empty where none is plain.

    ``called``: the columns of the titles, and those of the parties.
    """
    titles, parties = called
    if has_day:
        is_calendar = any(map(is_of_events, cells)) or _has_times(cells)
        return _EVENTS if _EVENTS in kinds and is_calendar and not parties else ""
    if FIRMS not in kinds:
        return ""
    said = surely_said(kinds[FIRMS], header)
    reached = sum(map(says_where_reached, cells))
    companies = [one for one, found in cells.items() if ColumnProfile(found, len(found)).share(is_company) >= _HALF]
    is_named = "name" in said or bool(companies) or bool(parties)
    is_called_so = bool(titles) and ({*titles} <= {*parties} or {*titles} <= {*companies})
    tells = reached > 0 or is_called_so or any(map(is_of_bodies, cells))
    return FIRMS if (is_named and tells) or reached > 1 else ""


def _has_times(cells: Table[str, Sequence[str]]) -> bool:
    """Whether some texts, of several words each, tell a time of the day."""
    texts = [cell for found in cells.values() for cell in found if cell.count(" ") > 1]
    return sum(TIME_IN_TEXT.search(cell) is not None for cell in texts) > len(texts) * _FEW


def _parties(proposal: Proposal) -> list[str]:
    """The columns of parties, each of a pair by itself."""
    every = (some for mapped in proposal.mapping.fields.values() for some in mapped.roles.values())
    return [name for some in every for name in flat(some)]
