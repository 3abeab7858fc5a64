"""Tells a list of organisations, a row each, that is taken for deals for an amount beside what such lists have."""

from collections.abc import Mapping as Table
from collections.abc import Sequence

from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.columns.draft import filled_cells
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.headers.other_kind import FIRMS
from cq_tui.importing.recognise.maps.mapping import flat
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.words.company_headers import says_of_a_company
from cq_tui.language import listed
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_LEAST_ROWS, _LEAST = 3, 2
_NEARLY_ALL = 0.98


def own_rows(
    kind: Kind, kinds: Table[str, Kind], header: Header, proposal: Proposal, rows: Sequence[Sequence[str]]
) -> Reason | None:
    """What is told where each row is another organisation and nothing but that is what a deal would be called.

    ``Supplier, Registered on, Staff, Sum of contracts``: no deal has a day of its own there, and the sums are of all
    that one supplier sold. None for other lists.
    """
    if header.nameless or FIRMS not in kinds or not any(one.type.is_money for one in kind.fields):
        return None
    mapped = proposal.mapping.fields
    parties = [name for one in mapped.values() for some in one.roles.values() for name in flat(some)]
    titles = {name for name in (mapped[kind.heading.name].columns if kind.heading.name in mapped else ()) if name}
    has_day = any(one.type.is_day and one.name in mapped for one in kind.fields)
    if len(parties) != 1 or titles != {*parties} or has_day:
        return None
    cells = filled_cells(header, rows)
    names = cells.get(parties[0], ())
    if len(names) < _LEAST_ROWS or len(set(names)) < len(names) * _NEARLY_ALL:
        return None
    said = [one for one in header.names if cells.get(one) and says_of_a_company(one)]
    if len(said) < _LEAST:
        return None
    return Reason.of(Noticed.OWN_ROWS, columns=listed(said), kind=kinds[FIRMS].label, name=FIRMS)
