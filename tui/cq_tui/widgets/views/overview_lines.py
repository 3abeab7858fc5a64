"""The overview of an event as lines: what was signed, how much is itemised, and links to everything."""

from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.kinds.events import Event
from cq_tui.kinds.figures import Nature
from cq_tui.language import _, current, ngettext
from cq_tui.schema.cells import cell, is_judged, line, mark_judged
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.views.figure_words import figure_words
from cq_tui.store.views.signed import Narrowed
from cq_tui.store.views.summary import own_filter, tabs, told_events
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import is_absent
from cq_tui.widgets.base.line_widget import StyledText, cells_of
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded, wrap
from cq_tui.widgets.views.overview_deals import named_deals
from cq_tui.widgets.views.overview_people import people_lines
from cq_tui.widgets.views.overview_sources import source_lines
from cq_tui.widgets.views.side_by_side import side_by_side
from cq_tui.widgets.views.totals_lines import kinds_of_money, totals_lines

_FACTS = ("date", "place", "guests", "visiting_countries", "enterprises")
_TWO_COLUMNS = 150
"""Cells from which the overview stands in two columns."""
_LEAST_LABEL, _MOST_LABEL = 16, 40
"""Cells of what a kind is called."""


def overview_lines(store: Store, event: Event | None, width: int, narrowed: Narrowed | None = None) -> list[Row]:
    """The lines of an event's overview for ``width`` cells; ``narrowed``: what a filter leaves of its deals."""
    if event is None:
        return [Row([(" " + _("This archive has no event yet."), "dim")]), *links(store, width)]
    if narrowed is not None:  # the filter is on the deals that are summed: what else there is has no part in it
        return [*_facts(store, event, width), *totals_lines(store, event, width, narrowed), *links(store, width, event)]
    if width < _TWO_COLUMNS:
        return [
            *_facts(store, event, width),
            *totals_lines(store, event, width),
            *named_deals(store, event, width),
            *kinds_of_money(store, event, width),
            *people_lines(store, event, width),
            *_agenda(store, event, width),
            *_figures(store, event, width),
            *_about(store, event, width),
            *source_lines(store, width),
            *links(store, width, event),
        ]
    half = width // 2
    others = width - half
    signed = [*totals_lines(store, event, half), *kinds_of_money(store, event, half)]
    named = [*named_deals(store, event, others), *people_lines(store, event, others)]
    agenda, figures = [*_agenda(store, event, half)], [*_figures(store, event, others)]
    about = [*_about(store, event, others), *source_lines(store, others)]
    return [
        *_facts(store, event, width),
        *side_by_side(signed, named, half),
        Row(),
        *side_by_side(agenda, figures, half),
        Row(),
        *side_by_side([*links(store, half, event)], about, half),
    ]


def _facts(store: Store, event: Event, width: int) -> Iterator[Row]:
    """The event's name, unless the title of the screen has it; then where and when it was, and how many came."""
    kind = store.kind("events")
    name = clean_line(str(event.name))
    link: Link | None = Link("events", event.id)
    if len(told_events(store)) > 1 or cell_len(name) > width - 2:
        for text in wrap(name, width - 3):
            yield Row([(f" {text}", "main")], link)
            link = None
    facts = []
    for field in map(kind.by_name.__getitem__, _FACTS):
        found = cell(field, event, store.name)
        if not found.missing:
            facts.append((str(field.label), found.shown))
    rows = [*_flowing([[(f"{label} ", "dim"), (text, "text")] for label, text in facts], width)]
    if rows and any(text.startswith("~") for _label, text in facts):
        # Where the mark stands first there is its meaning, if that takes no line of its own.
        legend = "   " + _("~ is inferred by us")
        if cells_of(rows[-1].pieces) + cell_len(legend) < width:
            rows[-1] = Row([*rows[-1].pieces, (legend, "dim")])
    yield from (Row(row.pieces, None if place else link) for place, row in enumerate(rows))
    yield Row()


def _about(store: Store, event: Event, width: int) -> Iterator[Row]:
    """What it stood for, and who called people together."""
    kind = store.kind("events")
    theme, organisers = kind.by_name["theme"], kind.by_name["organisers"]
    labels = [str(field.label) for field in (theme, organisers) if not is_absent(getattr(event, field.name))]
    if not labels:
        return
    yield Row([(" " + _("About the event"), "heading")], Link("events", event.id))
    room = max(map(cell_len, labels))
    if not is_absent(event.theme):
        label = f"   {padded(str(theme.label), room)}  "
        for place, text in enumerate(wrap(line(theme, event, store.name), width - cell_len(label) - 1)):
            yield Row([(label if place == 0 else " " * cell_len(label), "dim"), (text, "text")])
    label = f"   {padded(str(organisers.label), room)}  "
    for place, organiser in enumerate(event.organisers):
        start = label if place == 0 else " " * cell_len(label)
        name = cut(clean_line(store.name("organisations", organiser)), width - cell_len(label) - 1)
        yield Row([(start, "dim"), (name, "link")], Link("organisations", organiser))
    yield Row()


def _flowing(items: list[list[StyledText]], width: int, gap: str = "   ") -> Iterator[Row]:
    """Items beside each other, on as many lines as they need."""
    row: list[StyledText] = [(" ", "text")]
    for item in items:
        if len(row) > 1 and cells_of(row) + len(gap) + cells_of(item) > width - 1:
            yield Row(row)
            row = [(" ", "text")]
        row = [*row, *([(gap, "text")] if len(row) > 1 else []), *item]
    if len(row) > 1:
        yield Row(row)


def _agenda(store: Store, event: Event, width: int) -> Iterator[Row]:
    sessions = sorted(store.records("sessions", event=event.id), key=lambda one: getattr(one, "order", 0))
    if not sessions:
        return
    yield Row([(" " + _("Programme"), "heading")])
    taking_part = list(_taking_part(store))
    labels = [clean_line(str(one.called)) for one in sessions]
    room = min(max(map(cell_len, labels)), 34)
    for session, label in zip(sessions, labels, strict=True):
        pieces: list[StyledText] = [("   ", "text"), (padded(cut(label, room), room), "link")]
        named = [(name, one, judged) for name, one, its_session, judged in taking_part if its_session == session.id]
        yield _with_names(pieces, Link("sessions", session.id), named, width)
    yield Row()


def _taking_part(store: Store) -> Iterator[tuple[str, Record, str | None, bool]]:
    """The records of all kinds that can belong to a session, each with its kind, its session, and if that is judged."""
    for kind in store.schema.values():
        to = next((one for one in kind.fields if one.type.refers_to == "sessions" and not one.is_list), None)
        if to is not None:
            yield from ((kind.name, one, getattr(one, to.name), is_judged(to, one)) for one in store.records(kind.name))


def _with_names(start: list[StyledText], link: Link, named: list[tuple[str, Record, bool]], width: int) -> Row:
    """A line that names records behind its start, each a link; those that have no room are counted."""
    pieces, more = [*start, ("  ", "text")], []
    room = width - cells_of(pieces) - 1
    for place, (kind, record, judged) in enumerate(named):
        name, gap = mark_judged(clean_line(record.called), judged=judged), _comma() if place else ""
        rest = len(named) - place - 1
        tail = f"{_comma()}+{rest}" if rest else ""
        if cell_len(gap + name + tail) > room:
            if place == 0:
                more.append((len(pieces), Link(kind, record.id)))
                pieces.append((cut(name, room - cell_len(tail)), "text"))
                gap, rest = _comma(), len(named) - 1
            pieces.append((f"{gap}+{rest + (place > 0)}" if rest + (place > 0) else "", "dim"))
            break
        more.append((len(pieces) + bool(gap), Link(kind, record.id)))
        pieces += [*([(gap, "dim")] if gap else []), (name, "text")]
        room -= cell_len(gap + name)
    return Row(pieces, link, more)


def _comma() -> str:
    return "、" if current() == "zh" else ", "


def _figures(store: Store, event: Event, width: int) -> Iterator[Row]:
    kind = store.kind("figures")
    natures = list(kind.by_name["nature"].codes or ())
    figures = sorted(
        store.records("figures", event=event.id), key=lambda one: natures.index(getattr(one, "nature", natures[0]))
    )
    if not figures:
        return
    yield Row([(" " + _("Figures"), "heading")])
    values = [figure_words(store, one) for one in figures]
    room = max(map(cell_len, values))
    claims = [cell(kind.by_name["nature"], one, store.name).text for one in figures]
    span = max(map(cell_len, claims))
    for one, value, claim in zip(figures, values, claims, strict=True):
        year = getattr(one, "year", None)
        label = clean_line(one.called) + (f"  {year}" if year else "")
        yield Row([
            ("   ", "text"), (padded(claim, span), _claim_ink(one)),
            ("  ", "text"), (padded(value, room, right=True), "main"),
            ("  ", "text"), (cut(label, width - room - span - 8), "text"),
        ], Link("figures", one.id))  # fmt: skip
    yield Row()


def _claim_ink(figure: Record) -> str:
    """What a figure claims stands before it in words; all that is not so yet is set off."""
    return "text" if getattr(figure, "nature", None) == Nature.FACT else "accent"


def _sums(store: Store, kind: Kind, own_filter: str) -> Iterator[str]:
    """What the records of a kind of the archive's own add up to, as the line under their list says it."""
    from cq_tui.store.selection.sum_words import left_out_words, sum_words  # few archives have such kinds
    from cq_tui.store.selection.sums_of_kind import sums_of_kind

    sums = sums_of_kind(store, kind, own_filter)
    if sums is not None:
        yield from (sum_words(kind, one) for one in sums.by_kind)
        yield from (left_out_words(kind, one) for one in sums.left_out)


def links(store: Store, width: int, event: Event | None = None) -> Iterator[Row]:
    """Doors to the lists of all kinds, of one event where it is one of several, and to the overview of all."""
    yield Row([(" " + _("Everything"), "heading")])
    every = tabs(store)
    room = max(_LEAST_LABEL, min(max(cell_len(str(kind.label)) for kind in every) + 2, _MOST_LABEL))
    for kind in every:
        own = own_filter(store, event, kind) if event else ""
        count = store.belonging.get(event.id, {}).get(kind.name, 0) if event and own else store.total(kind.name)
        words = ngettext("{count} record", "{count} records", count).format(count=f"{count:,}")
        label = padded(cut(str(kind.label), room - 2), room)
        if kind.own and kind.money and count:
            words = cut("  ".join((words, *_sums(store, kind, own))), max(1, width - room - 4))
        yield Row([("   ", "text"), (label, "link"), (words, "dim")], Link(kind.name, filter=own))
    if event is not None and len(told_events(store)) > 1:
        yield Row([("   ", "text"), (_("Overview of all events"), "link")], Link("events", overview=True))
