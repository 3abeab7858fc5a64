"""What is told above and below the bars: what they measure, and what there is in the period under the cursor."""

from collections.abc import Sequence
from decimal import Decimal

from rich.cells import cell_len

from cq_tui.language import _, ngettext
from cq_tui.schema.cells import bounded
from cq_tui.store.views.measured import What
from cq_tui.store.views.outcome_words import parts_in_words, what_words
from cq_tui.store.views.outcomes import Measure
from cq_tui.store.views.timeline import Timeline
from cq_tui.values.amounts import grouped, written
from cq_tui.values.codes import Bound
from cq_tui.widgets.base.line_widget import StyledText, cells_of
from cq_tui.widgets.base.text_layout import cut, padded

_WIDEST_NAME = 30


def heading(timeline: Timeline, what: What, width: int) -> list[StyledText]:
    """What the bars measure, what it adds up to, and how long the longest is; then what their parts are."""
    of_all = _("{amount} in all").format(amount=_amount(what, timeline.summed[what]))
    most = _("longest bar: {amount}").format(amount=_amount(what, timeline.largest[what]))
    line: list[StyledText] = [
        (" " + what_words(timeline.periods.selection.kind, what), "heading"),
        ("  " + of_all, "main"),
        ("  " + most, "dim"),
    ]
    parts: list[StyledText] = [("  ", "dim"), ("#", "bar"), (" " + _("begun") + "  ", "dim"), ("-", "rest")]
    parts.append((" " + _("not begun, or stage not stated"), "dim"))
    return [*line, *parts] if timeline.has_progress and cells_of([*line, *parts]) <= width else line


def period_heading(timeline: Timeline, key: str | None) -> list[StyledText]:
    """The period under the cursor, how many records are of it, and how many of them are in no number."""
    group = timeline.groups.get(key)
    left_out = group.left_out if group else 0
    count = int(group.deals.whole) + left_out if group else 0
    words = ngettext("{count} record", "{count} records", count).format(count=f"{count:,}")
    line: list[StyledText] = [(" " + timeline.periods.words(key), "heading"), ("  " + words, "main")]
    if left_out:
        line.append(
            ("  " + _("{count} in no number: an umbrella, or not counted").format(count=f"{left_out:,}"), "dim")
        )
    return line


def period_lines(timeline: Timeline, key: str | None, chosen: What, width: int) -> list[list[StyledText]]:
    """A line for the number of records, and one for each kind of money in a currency; the chosen one is marked."""
    names = [cut(what_words(timeline.periods.selection.kind, what), _WIDEST_NAME) for what in timeline.whats]
    measures = [timeline.measure(key, what) for what in timeline.whats]
    sums = [_summed(timeline, key, what, one) for what, one in zip(timeline.whats, measures, strict=True)]
    called, summed = (max(map(cell_len, words)) for words in (names, sums))
    lines: list[list[StyledText]] = []
    for what, name, amount, one in zip(timeline.whats, names, sums, measures, strict=True):
        mark, style = (">", "accent") if what == chosen else (" ", "text")
        parts = " · ".join(parts_in_words(one)) if one is not None and timeline.has_progress else ""
        line: list[StyledText] = [
            (mark, "accent"),
            (f" {padded(name, called)}  ", style),
            (padded(amount, summed, right=True), "main" if one else "dim"),
        ]
        lines.append([*line, ("  " + cut(parts, width - cells_of(line) - 2), "text")])
    return lines


def left_out_line(timeline: Timeline) -> Sequence[StyledText]:
    """What sums never count, of the whole selection; nothing where there is none of it."""
    if not timeline.left_out:
        return []
    words = _("No bar has umbrellas, deals told twice and what is marked as not counted: {count} in all")
    return [(" " + words.format(count=f"{timeline.left_out:,}"), "dim")]


def _amount(what: What, amount: Decimal) -> str:
    return grouped(amount) if what.currency is None else written(amount, what.currency)


def _summed(timeline: Timeline, key: str | None, what: What, one: Measure | None) -> str:
    if one is None:
        return "-"
    inexact = any(part in one.inexact for part in one.summed)
    return bounded(Bound.ABOUT if inexact else Bound.EXACT, _amount(what, timeline.bar(key, what).summed))
