"""The rows that a proposal is made from, and what is counted over all rows of a list that goes on below them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from cq_tui.importing.recognise.columns.draft import LEARNT_FROM
from cq_tui.importing.recognise.columns.profile import is_zero
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.proposal import Evidence, Proposal
from cq_tui.importing.sources.row_width import cut_number, filled_width, joined
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.values.nothing import is_nothing
from cq_tui.values.reasons import Reason

_LATE = 500
"""Rows further below that are looked at for the amounts of each column which is empty until then."""
_OF_COUNTS = (Evidence.NEARLY_EMPTY, Evidence.NEARLY_ALL_ZERO)


def learnt_rows(sheet: Sheet, header: Header) -> list[list[str]]:
    """The first rows below the header, and of amounts that begin further down some of the first that have them.

    A column of amounts that is empty until then may be the list's as well.
    """
    rows = list(rows_of(sheet, header, LEARNT_FROM))
    money = [at for at, word in enumerate(header.words) if word.field is not None and word.field.type.is_money]
    late = {at for at in money if not any(at < len(row) and row[at].strip() for row in rows)}
    if len(rows) < LEARNT_FROM or not late:
        return rows
    met: Counter[int] = Counter()
    for row in islice(rows_of(sheet, header, None), LEARNT_FROM, None):
        found = [at for at in late if at < len(row) and row[at].strip()]
        met.update(found)
        if found:
            rows.append(row)
            late -= {at for at in found if met[at] >= _LATE}
            if not late:
                break
    return rows


def rows_of(sheet: Sheet, header: Header, count: int | None) -> Iterator[list[str]]:
    """The rows below the header, without those that have cells beyond its columns, unless a cut number makes them."""
    skip, width = header.last - sheet.first + 1, len(header.names)
    last = None if count is None else skip + count
    for number, row in enumerate(islice(sheet.rows(), skip, last), sheet.first + skip):
        if number == header.row:  # it stands among its rows
            continue
        if len(row) <= width or filled_width(row) <= width:
            yield row
        elif (position := cut_number(row, width)) is not None:
            yield joined(row, width, position)


def counted_over_all(proposal: Proposal, sheet: Sheet, header: Header, learnt: int) -> Proposal:
    """A proposal whose evidence tells of all rows how many cells are filled, where the list goes on below the first."""
    told = {
        name: dict(why.parameters) for name, why in proposal.set_aside.items()
        if name in header.names and any(map(why.is_, _OF_COUNTS))
    }  # fmt: skip
    if learnt < LEARNT_FROM or not told:
        return proposal
    names = {*told, *(str(one["column"]) for one in told.values())} & {*header.names}
    places = {name: header.names.index(name) for name in names}
    filled: Counter[str] = Counter()
    rows = 0
    for row in rows_of(sheet, header, None):
        rows += any(row)
        filled.update(name for name, at in places.items() if at < len(row) and _says_something(row[at]))
    aside = dict(proposal.set_aside)
    for name, why in told.items():
        code = next(one for one in _OF_COUNTS if aside[name].is_(one))
        other = f"{filled[str(why['column'])]:,}"
        aside[name] = Reason.of(
            code, field=why["field"], column=why["column"], filled=f"{filled[name]:,}", rows=f"{rows:,}", other=other
        )
    return replace(proposal, set_aside=aside)


def _says_something(cell: str) -> bool:
    return not is_nothing(cell) and not is_zero(cell)
