"""What was signed, by year and category, as lines: kinds of money and currencies apart."""

from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.language import _
from cq_tui.schema.cells import absent, code_words
from cq_tui.store.selection.sum_words import amount_words, left_out_words, money_words
from cq_tui.store.store import Store
from cq_tui.store.views.summary import told_events
from cq_tui.store.views.totals_by_year import YearTotal, exclusion_filter, left_out, totals_by_year
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded


def signed_lines(store: Store, width: int, event: str | None = None) -> Iterator[Row]:
    """What was signed at one event, or at all: a line for each year and category; nothing where there is nothing."""
    lines, excluded = totals_by_year(store, event), left_out(store, event)
    if not lines and not excluded:
        return
    own = f" event={event}" if event and len(told_events(store)) > 1 else ""
    yield Row([(" " + _("Deals, by year and category"), "heading")], Link("deals", filter=own.strip()))
    years = [str(one.year or _("no year")) for one in lines]
    categories = [_category(store, one) for one in lines]
    counts = [f"{one.count:,}" for one in lines]
    widths = [max(map(cell_len, texts), default=0) for texts in (years, categories, counts)]
    before, kind = "", store.kind("deals")
    for one, year, category, count in zip(lines, years, categories, counts, strict=True):
        start = f"   {padded('' if year == before else year, widths[0])}  "
        head: list[StyledText] = [(start, "main"), (padded(category, widths[1]), "link")]
        head.append((f"  {padded(count, widths[2], right=True)}", "text"))
        indent = sum(cell_len(text) for text, _ink in head)
        words = [f"{money_words(kind, total)} {amount_words(total)}" for total in one.sums] or [_("no amount stated")]
        for place, line in enumerate(_flowing(words, width - indent - 3)):
            shown = head if place == 0 else [(" " * indent, "text")]
            yield Row(
                [*shown, (f"  {line}", "text" if one.sums else "dim")],
                Link("deals", filter=one.filter + own) if place == 0 else None,
            )
        before = year
    for out in excluded:
        words_ = left_out_words(kind, out, currencies=True)
        yield Row(
            [(cut(f"   {words_}", width - 1), "dim")], Link("deals", filter=exclusion_filter(kind, out.why) + own)
        )
    yield Row()


def _category(store: Store, one: YearTotal) -> str:
    field = store.kind("deals").by_name["category"]
    return code_words(field, one.category) if one.category else absent(field)


def _flowing(words: list[str], room: int) -> Iterator[str]:
    """Sums beside each other, on as many lines as they need; none is broken."""
    line = ""
    for one in words:
        joined = f"{line}   {one}" if line else one
        if line and cell_len(joined) > room:
            yield cut(line, room)
            joined = one
        line = joined
    yield cut(line, room)
