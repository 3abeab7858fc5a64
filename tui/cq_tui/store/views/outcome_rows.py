"""What came of the deals as rows for other programs: numbers of deals, then each kind of money in single units."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from cq_tui.kinds.outcomes import Outcome
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.outcomes import By, Group, Measure, outcomes, stages_told
from cq_tui.store.views.overview_rows import Rows, Value
from cq_tui.store.views.silence import Silence

DEALS = "deals"
"""What stands for a kind of money in the rows that count the deals."""
_PERCENT = Decimal("0.1")
_RATES = {
    "started_percent": (Outcome.STARTED, Outcome.PRODUCING),
    "producing_percent": (Outcome.PRODUCING,),
    "cancelled_percent": (Outcome.CANCELLED,),
}
"""Shares of what was agreed: what was started has begun to produce, too."""

_SILENT = ("last_told_before", "silent", "silent_of", "silent_percent")


def outcome_rows(selection: Selection, by: By, silence: Silence | None = None) -> Rows:
    """A row for the deals of each group, then one for each kind of money in a currency. Raises QueryError, Cancelled.

    ``agreed_ever`` is the base of the rates: all that was agreed, whatever came of it.
    ``silent_of`` is that of ``silent``: what is open, and of which it is known when it was last told.
    """
    groups = outcomes(selection, by, silence)
    told = stages_told(groups)
    names = (by.field.name, "measure", "currency", "all", *(one.value for one in told), "not_stated", "inexact")
    columns = (*names, "agreed_ever", *_RATES, *(_SILENT if silence else ()))
    rows = (row for group in groups for row in _rows(by, group, told, silence))
    return Rows("outcomes", columns, tuple(rows))


def _rows(by: By, group: Group, told: Sequence[Outcome], silence: Silence | None) -> Iterator[tuple[Value, ...]]:
    called = None if group.value is None else by.cell(group.value)
    yield (called, DEALS, None, *_numbers(group.deals, told), *_silent(group.deals, silence))
    for one in group.money:
        yield (called, one.apart, one.currency, *_numbers(one, told), *_silent(one, silence))


def _numbers(one: Measure, told: Sequence[Outcome]) -> Iterator[Value]:
    yield one.whole
    for outcome in (*told, None):
        yield one.parts.get(outcome, Decimal(0))
    yield bool(one.inexact)
    yield one.base
    for outcomes_ in _RATES.values():
        yield _percent(one.rate(*outcomes_))


def _silent(one: Measure, silence: Silence | None) -> Iterator[Value]:
    if silence:
        yield silence.day.isoformat()
        yield one.silent
        yield one.open
        yield _percent(one.silent / one.open if one.open else None)


def _percent(rate: Decimal | None) -> Decimal | None:
    return None if rate is None else (100 * rate).quantize(_PERCENT, ROUND_HALF_UP)
