"""What came of the deals as a table in words: a line for the deals of each group, and one for each kind of money."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from cq_tui.kinds.outcomes import Outcome
from cq_tui.language import N_, _, current
from cq_tui.schema.cells import bounded
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sum_words import money_words
from cq_tui.store.selection.sums import Sum
from cq_tui.store.views.measured import What
from cq_tui.store.views.outcomes import By, Group, Measure, outcomes, outcomes_of_all
from cq_tui.store.views.silence import OPEN, Silence
from cq_tui.values.amounts import currency_name, grouped, written
from cq_tui.values.codes import Bound

NAMES = 2
"""Columns of words at the left; the others are numbers, aligned at the right."""

Line = tuple[str, ...]

_IN_ORDER = (
    (Outcome.PRODUCING, N_("producing")),
    (Outcome.STARTED, N_("started")),
    (Outcome.AGREED, N_("agreed")),
    (Outcome.STALLED, N_("stalled")),
    (Outcome.CANCELLED, N_("cancelled")),
    (Outcome.PLEDGED, N_("pledged only")),
    (Outcome.OTHER, N_("other stage")),
    (None, N_("stage not stated")),
)
"""What one wants to know first, in few letters."""


def outcome_table(selection: Selection, by: By, silence: Silence | None = None) -> list[Line]:
    """The header, then the lines; a column in which nothing stands is left out. Raises QueryError and Cancelled."""
    header = (
        str(by.field.label),
        "",
        _("all"),
        *(str(one.label) for one in Outcome),
        _("stage not stated"),
        _("known started"),
        _("known producing"),
        silence_words(silence) if silence else "",
    )
    lines = [header]
    for group in outcomes(selection, by, silence):
        lines.extend(_lines(selection.kind, by.words(group.value), group))
    if (whole := outcomes_of_all(selection, silence)) is not None:
        lines.extend(_lines(selection.kind, _("all"), whole))
    return _without_empty(lines)


def parts_in_words(one: Measure) -> list[str]:
    """How much of something came how far, what came of it first: producing 2, agreed CNY 3 bn."""
    told = [(part, label) for part, label in _IN_ORDER if one.parts.get(part)]
    return [" ".join((_(label), _written(one, one.parts[part], inexact=part in one.inexact))) for part, label in told]


def share_words(one: Measure, *reached: Outcome) -> str:
    """A share with its base, of which it is: 66.7% of 3."""
    rate = one.rate(*reached)
    if rate is None:
        return ""
    return _("{percent}% of {base}").format(percent=f"{100 * rate:.1f}", base=_plain(one, one.base))


def silence_words(silence: Silence) -> str:
    """What is silent: last told before 2023-06-30."""
    return _("last told before {day}").format(day=silence.day.isoformat())


def silent_share(one: Measure) -> str:
    """How much of what is open has been silent, with the share and what that is of: 1 (33.3% of 3)."""
    if not one.open:
        return ""
    percent = f"{100 * one.silent / one.open:.1f}"
    share = _("{percent}% of {base}").format(percent=percent, base=_plain(one, one.open))
    return _("{amount} ({share})").format(amount=_silent(one), share=share)


def silent_words(one: Measure) -> str:
    """The same in few words: silent 1 of 3."""
    return _("silent {amount} of {base}").format(amount=_silent(one), base=_plain(one, one.open))


def _silent(one: Measure) -> str:
    return _written(one, one.silent, inexact=bool(one.inexact & OPEN)) or _plain(one, one.silent)


def what_words(kind: Kind, what: What) -> str:
    """What is measured: the kind of the records, or the kind of money with its currency."""
    if what.currency is None:
        return str(kind.label)
    money, currency = _called(kind, Measure(*what)), currency_name(what.currency)
    return f"{money}（{currency}）" if current() == "zh" else f"{money} ({currency})"


def _lines(kind: Kind, called: str, group: Group) -> Iterator[Line]:
    yield (called, _("deals"), *_numbers(group.deals))
    for one in group.money:
        yield ("", _called(kind, one), *_numbers(one))


def _called(kind: Kind, one: Measure) -> str:
    return money_words(kind, Sum(one.apart, one.currency or "", one.whole, 0))


def _numbers(one: Measure) -> Iterator[str]:
    yield _written(one, one.whole, inexact=bool(one.inexact))
    for outcome in (*Outcome, None):
        yield _written(one, one.parts.get(outcome, Decimal(0)), inexact=outcome in one.inexact)
    yield share_words(one, Outcome.STARTED, Outcome.PRODUCING)
    yield share_words(one, Outcome.PRODUCING)
    yield silent_share(one)


def _written(one: Measure, amount: Decimal, *, inexact: bool) -> str:
    if not amount:
        return ""
    if one.currency is None:
        return grouped(amount)
    return bounded(Bound.ABOUT if inexact else Bound.EXACT, written(amount, one.currency))


def _plain(one: Measure, amount: Decimal) -> str:
    return grouped(amount) if one.currency is None else written(amount, one.currency)


def _without_empty(lines: Sequence[Line]) -> list[Line]:
    kept = [place for place in range(len(lines[0])) if place < NAMES or any(line[place] for line in lines[1:])]
    return [tuple(line[place] for place in kept) for line in lines]
