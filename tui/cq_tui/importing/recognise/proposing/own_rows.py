"""Tells a list of organisations, a row each, that is taken for deals for an amount beside what such lists have."""

from collections.abc import Mapping as Table
from collections.abc import Sequence

from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.columns.draft import filled_cells
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.headers.other_kind import FIRMS, surely_said
from cq_tui.importing.recognise.maps.mapping import Pair, flat
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.company_headers import says_of_a_company
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.other_records import is_of_bodies, says_where_reached, says_who_owns
from cq_tui.language import listed
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_LEAST_ROWS, _LEAST = 3, 2
_HALF, _NEARLY_ALL = 0.5, 0.98
_ROLES = frozenset({COMMON_ROLE, "supplier"})
"""What such a list may call them: whoever gives or gets in each row does so by a deal."""


def own_rows(
    kind: Kind, kinds: Table[str, Kind], header: Header, proposal: Proposal, rows: Sequence[Sequence[str]]
) -> Reason | None:
    """What is told where each row is another organisation and nothing but that is what a deal would be called.

    ``Supplier, Registered on, Staff, Sum of contracts``: no deal has a day of its own there, and the sums are of all
    that one supplier sold. None for other lists.
    """
    if header.nameless or FIRMS not in kinds or not any(one.type.is_money for one in kind.fields):
        return None
    cells = filled_cells(header, rows)
    called = _called(kind, proposal, cells, says_firms="name" in surely_said(kinds[FIRMS], header))
    names = cells.get(called, ())
    if len(names) < _LEAST_ROWS or len(set(names)) < len(names) * _NEARLY_ALL:
        return None
    own = [one for one in header.names if cells.get(one) and (says_of_a_company(one) or is_of_bodies(one))]
    said = [one for one in header.names if one in own or one in proposal.mapping.columns or says_where_reached(one)]
    are_companies = ColumnProfile(names, len(names)).share(is_company) >= _HALF
    if not own or len(said) < (1 if are_companies and not _roles(proposal) else _LEAST):
        return None
    return Reason.of(Noticed.OWN_ROWS, columns=listed(said), kind=kinds[FIRMS].label, name=FIRMS)


def _called(kind: Kind, proposal: Proposal, cells: Table[str, Sequence[str]], *, says_firms: bool) -> str:
    """The column of organisations that records are called by; empty where they have a title, a day or other parties.

    What few rows say of themselves, such as who bought a company and when, makes no deal of the others;
    ``says_firms``: if a header says what organisations are called, as no ``programme_name`` does.
    """
    rows = max(map(len, cells.values()), default=0)
    has_amount = any(one.type.is_money and one.name in proposal.mapping.fields for one in kind.fields)
    few = set() if has_amount or not says_firms else {one for one in cells if len(cells[one]) < rows * _HALF}
    mapped = {
        name: one for name, one in proposal.mapping.fields.items() if one.used_up and not few.issuperset(one.used_up)
    }
    roles = {
        role: some
        for role, some in _roles(proposal).items()
        if not all(one in few or says_who_owns(one) for one in flat(some))
    }
    named = [one for role in roles for one in roles[role]]
    titles = [name for name in (mapped[kind.heading.name].used_up if kind.heading.name in mapped else ()) if name]
    has_day = any(one.type.is_day and one.name in mapped for one in kind.fields)
    if has_day or not roles.keys() <= _ROLES or len(titles) != 1:
        return ""
    if named and (len(named) > 1 or titles[0] not in flat(tuple(named))):
        return ""
    return titles[0]


def _roles(proposal: Proposal) -> dict[str, tuple[str | Pair, ...]]:
    """The columns of parties by their role; two that name the same are one pair."""
    return {role: tuple(some) for one in proposal.mapping.fields.values() for role, some in one.roles.items()}
