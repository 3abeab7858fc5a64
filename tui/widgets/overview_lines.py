"""The overview of an event as lines: what was signed, how much is itemised, and doors to everything."""

from collections.abc import Iterator
from decimal import Decimal

from rich.cells import cell_len

from tui.archive.reconcile import Line, reconcile
from tui.kinds.events import Event
from tui.language import _, many
from tui.model.cells import absent, cell, line
from tui.model.clean import clean_line
from tui.model.money import column_unit, short, written
from tui.model.record import Record
from tui.store.store import Store
from tui.store.words import tabs, told_events
from tui.widgets.cut import cut, padded, wrap
from tui.widgets.lines import Door, Row
from tui.widgets.painted import Piece
from tui.widgets.signed_lines import signed_lines

_LEAST_BAR = 10


def overview_lines(store: Store, event: Event | None, width: int) -> list[Row]:
    """The lines of an event's overview for a view of ``width`` cells."""
    if event is None:
        return [Row([(" " + _("This archive has no event yet."), "dim")]), *doors(store)]
    return [
        *_facts(store, event, width),
        *_totals(store, event, width),
        *_agenda(store, event, width),
        *_figures(store, event, width),
        *doors(store, event),
    ]


def _facts(store: Store, event: Event, width: int) -> Iterator[Row]:
    kind = store.kind("events")
    door = Door("events", event.id)
    for place, text in enumerate(wrap(clean_line(str(event.name)), width - 3)):
        yield Row([(f" {text}", "main")], door if place == 0 else None)
    facts = []
    for name in ("date", "opens_at", "place", "guests", "visiting_countries", "enterprises"):
        field = kind.by_name[name]
        found = cell(field, event, store.name)
        if not found.missing:
            facts.append((str(field.label), f"~{found.text}" if found.judged else found.text))
    yield from _flowing([[(f"{label} ", "dim"), (text, "text")] for label, text in facts], width)
    for name in ("theme", "organisers"):
        field = kind.by_name[name]
        if not cell(field, event, store.name).missing:
            label = f" {field.label}  "
            for place, text in enumerate(wrap(line(field, event, store.name), width - cell_len(label) - 1)):
                yield Row([(label if place == 0 else " " * cell_len(label), "dim"), (text, "text")])
    yield Row()


def _flowing(items: list[list[Piece]], width: int, gap: str = "   ") -> Iterator[Row]:
    """Items beside each other, on as many lines as they need."""
    row: list[Piece] = [(" ", "text")]
    for item in items:
        if len(row) > 1 and _cells(row) + len(gap) + _cells(item) > width - 1:
            yield Row(row)
            row = [(" ", "text")]
        row = [*row, *([(gap, "text")] if len(row) > 1 else []), *item]
    if len(row) > 1:
        yield Row(row)


def _cells(pieces: list[Piece]) -> int:
    return sum(cell_len(text) for text, _ink in pieces)


def _totals(store: Store, event: Event, width: int) -> Iterator[Row]:
    lines = reconcile(event, store.itemised)
    if not lines:
        yield from signed_lines(store, width, event.id)
        return
    yield Row(
        [(" " + _("Signed, as stated"), "heading"), *_whole(lines)], Door("deals", filter=own_filter(store, event))
    )
    parts = sorted((one for one in lines if one.category), key=lambda one: -(one.stated.amount or 0))
    _size, unit, _bare = column_unit()
    header = [_("category"), _("deals"), unit]
    labels = [str(one.category.label) for one in parts if one.category]
    widths = [max(map(cell_len, (header[0], *labels))), max(4, cell_len(header[1])), 12]
    tail = max((cell_len(_itemised(one)) for one in parts), default=0)
    room = width - sum(widths) - tail - 11
    most = max((one.stated.amount or Decimal(0) for one in parts), default=Decimal(0))
    yield Row([("   ", "dim"), (_head(header, widths), "dim"), *_legend(room, tail)])
    for one in parts:
        assert one.category is not None
        door = Door(
            "deals", filter=" ".join([f"category:{one.category.value}", *filter(None, [own_filter(store, event)])])
        )
        yield Row(_total(one, widths, room, most), door)
    yield Row()


def _head(header: list[str], widths: list[int]) -> str:
    first, *others = header
    cells = [padded(text, width, right=True) for text, width in zip(others, widths[1:], strict=True)]
    return padded(first, widths[0]) + "".join(f"  {text}" for text in cells)


def _legend(room: int, tail: int) -> list[Piece]:
    words = padded(_("itemised"), tail)
    return [("  " + " " * max(0, room) + ("  " if room >= _LEAST_BAR else ""), "dim"), (words, "dim")]


def _whole(lines: list[Line]) -> list[Piece]:
    whole = next((one for one in lines if one.category is None), None)
    if whole is None:
        return []
    count = "?" if whole.stated.count is None else str(whole.stated.count)
    amount = written(whole.stated.amount, whole.stated.currency) if whole.stated.amount else _("not stated")
    text = _("{count} deals, {amount}").format(count=count, amount=amount)
    pieces: list[Piece] = [(f"  {text}", "main")]
    if whole.rest_count:
        named = whole.itemised_count
        words = _("{named} itemised, {rest} not").format(named=named, rest=whole.rest_count)
        pieces.append((f"   {words}", "dim"))
    return pieces


def _total(one: Line, widths: list[int], room: int, most: Decimal) -> list[Piece]:
    size, _unit, _bare = column_unit()
    amount = one.stated.amount
    number = f"{amount / size:,.3f}".rstrip("0").rstrip(".") if amount else ""
    whole, point, decimals = number.partition(".")
    aligned = whole + point + decimals + " " * (4 - len(point) - len(decimals)) if amount else _("not stated")
    count = "" if one.stated.count is None else str(one.stated.count)
    pieces: list[Piece] = [
        ("   ", "text"),
        (padded(str(one.category.label) if one.category else "", widths[0]), "text"),
        ("  " + padded(count, widths[1], right=True), "text"),
        ("  " + padded(aligned, widths[2], right=True), "main" if amount else "dim"),
        ("  ", "text"),
    ]
    if room >= _LEAST_BAR:
        pieces.extend(_bar(amount, one.itemised_amount, most, room))
        pieces.append(("  ", "text"))
    pieces.append((_itemised(one), "dim"))
    return pieces


def _bar(amount: Decimal | None, itemised: Decimal, most: Decimal, room: int) -> list[Piece]:
    """What is itemised in the accent, the rest of the stated amount beside it, together as long as it is much."""
    if not amount or not most:
        return [(" " * room, "text")]
    whole = max(1, round(room * amount / most))
    named = min(whole, round(whole * itemised / amount))
    if itemised and not named:
        named = 1
    return [("#" * named, "bar"), ("-" * (whole - named), "rest"), (" " * (room - whole), "text")]


def _itemised(one: Line) -> str:
    if not one.itemised_count:
        return _("none named")
    amounts = short(one.itemised_amount) if one.itemised_amount else _("not stated")
    return _("{count}: {amount}").format(count=one.itemised_count, amount=amounts)


def _agenda(store: Store, event: Event, width: int) -> Iterator[Row]:
    sessions = store.records("sessions", event=event.id)
    if not sessions:
        return
    yield Row([(" " + _("Programme"), "heading")])
    taking_part = [record for name in ("speakers", "opportunities", "platforms") for record in store.records(name)]
    labels = [clean_line(str(one.called)) for one in sessions]
    room = min(max(map(cell_len, labels)), 34)
    for session, label in zip(sessions, labels, strict=True):
        names = [clean_line(one.called) for one in taking_part if getattr(one, "session", None) == session.id]
        text = cut(", ".join(names), width - room - 6)
        yield Row([("   ", "text"), (padded(cut(label, room), room), "link"), ("  ", "text"), (text, "dim")],
                  Door("sessions", session.id))  # fmt: skip
    yield Row()


def _figures(store: Store, event: Event, width: int) -> Iterator[Row]:
    figures = store.records("figures", event=event.id)
    if not figures:
        return
    yield Row([(" " + _("Figures"), "heading")])
    kind = store.kind("figures")
    values = [_figure(store, one) for one in figures]
    room = max(map(cell_len, values))
    natures = [cell(kind.by_name["nature"], one, store.name).text for one in figures]
    span = max(map(cell_len, natures))
    for one, value, nature in zip(figures, values, natures, strict=True):
        year = getattr(one, "year", None)
        label = clean_line(one.called) + (f"  {year}" if year else "")
        yield Row([
            ("   ", "text"), (padded(nature, span), "dim"), ("  ", "text"), (padded(value, room, right=True), "main"),
            ("  ", "text"), (cut(label, width - room - span - 8), "text"),
        ], Door("figures", one.id))  # fmt: skip
    yield Row()


def _figure(store: Store, record: Record) -> str:
    kind = store.kind("figures")
    value, out_of = kind.by_name["value"], kind.by_name["out_of"]
    if getattr(record, "value", None) is None:
        return clean_line(str(getattr(record, "designation", None) or absent(value)))
    text = line(value, record, store.name)
    if getattr(record, "out_of", None) is not None:
        text += f" / {line(out_of, record, store.name)}"
    return text


def own_filter(store: Store, event: Event) -> str:
    """What leaves the records of an event; nothing where the archive tells of no other."""
    return f"event={event.id}" if len(told_events(store)) > 1 else ""


def doors(store: Store, event: Event | None = None) -> Iterator[Row]:
    """Doors to the lists of all kinds, of one event where it is one of several, and to the overview of all."""
    yield Row([(" " + _("Everything"), "heading")])
    own = own_filter(store, event) if event else ""
    for kind in tabs(store):
        narrowed = event is not None and own and kind.event
        count = store.belonging.get(event.id, {}).get(kind.name, 0) if event and narrowed else store.total(kind.name)
        words = many("{count} record", "{count} records", count).format(count=count)
        door = Door(kind.name, filter=own if narrowed else "")
        yield Row([("   ", "text"), (padded(str(kind.label), 16), "link"), (words, "dim")], door)
    if own:
        yield Row([("   ", "text"), (_("Overview of all events"), "link")], Door("events", overview=True))
