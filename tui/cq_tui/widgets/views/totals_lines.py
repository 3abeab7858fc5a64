"""What was signed at an event, as lines: stated against itemised against not itemised, and each kind of money."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from rich.cells import cell_len

from cq_tui.archive.reconcile import Line, overall, reconcile
from cq_tui.kinds.events import Event
from cq_tui.language import _, ngettext
from cq_tui.store.selection.sum_words import amount_words, left_out_words, money_words
from cq_tui.store.store import Store
from cq_tui.store.views.money_apart import exclusion_filter, left_out, money_filter, sums
from cq_tui.store.views.signed import Narrowed
from cq_tui.store.views.stated_totals import COLUMNS, Cells, header, table
from cq_tui.store.views.summary import own_filter, reconciliation_notes
from cq_tui.values.amounts import column_unit, grouped, written
from cq_tui.widgets.base.line_widget import StyledText, cells_of
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded

_LEAST_BAR, _MOST_BAR = 8, 32
_WIDE = 96
"""Cells from which the shares are told, too."""
_LEGEND: Mapping[str, StyledText] = {"itemised": ("#", "bar"), "rest": ("-", "rest")}
"""What the two parts of a bar are, told by the headers of the columns beside it."""
_HOME = "CNY"
"""The currency that the heading of the amounts names; any other stands with its amount."""


def totals_lines(store: Store, event: Event, width: int, narrowed: Narrowed | None = None) -> Iterator[Row]:
    """The stated totals by category with what of them is itemised; where none are stated, what was signed by year."""
    lines = reconcile(event, store.itemised)
    if not lines:
        from cq_tui.widgets.views.matrix_lines import signed_lines

        yield from signed_lines(store, width, event.id, narrowed)
        return
    own = own_filter(store, event, store.kind("deals"))
    whole = overall(lines)
    yield Row([(" " + _("Signed, as announced"), "heading"), *_heading(whole)], Link("deals", filter=own))
    if any(one is not whole for one in lines):
        yield from _table(store, lines, whole, own, width)
        for note in reconciliation_notes(store, lines):
            yield Row([(cut(f"   {note}", width - 1), "dim")])
    yield Row()


def _heading(whole: Line | None) -> list[StyledText]:
    if whole is None:
        return []
    count = "?" if whole.stated_count is None else f"{whole.stated_count:,}"
    amount = _("not stated") if whole.stated_amount is None else written(whole.stated_amount, whole.currency)
    pieces: list[StyledText] = [("  " + _("{count} deals, {amount}").format(count=count, amount=amount), "main")]
    if whole.rest_count:
        words = _("{named} itemised, {rest} not").format(
            named=f"{whole.itemised_count:,}", rest=f"{whole.rest_count:,}"
        )
        pieces.append((f"   {words}", "dim"))
    return pieces


class _Shape(NamedTuple):
    """The header and the rows of the table, the cells of each column, and those of a bar: none where it has no room."""

    header: Cells
    rows: list[tuple[Line, Cells]]
    widths: Mapping[str, int]
    bar: int


def _table(store: Store, lines: Sequence[Line], whole: Line | None, own: str, width: int) -> Iterator[Row]:
    """The categories, the largest first, what no category holds, and all: every column adds up to its last row."""
    shape = _shape(store, lines, whole, width)
    if not shape.bar:  # without the word for deals beside each number there may be room
        shorter = _shape(store, lines, whole, width, short=True)
        shape = shorter if shorter.bar else shape
    most = max(
        (one.stated_amount or Decimal(0) for one in lines if one.category and _in_scale(one, whole)),
        default=Decimal(0),
    )
    blank: list[StyledText] = [(" " * shape.bar, "text")]
    yield Row(_cells(shape, shape.header, blank, {}, _LEGEND if shape.bar else {}))
    for one, text in shape.rows:
        drawn = shape.bar and one is not whole and not one.remainder and _in_scale(one, whole)
        inks = dict.fromkeys(shape.widths, "text") | {
            "amount": "main" if one.stated_amount else "dim",
            "itemised": "text" if one.itemised_count else "dim",
            "rest": "dim",
        }
        pieces = _cells(shape, text, _bar(one, most, shape.bar) if drawn else blank, inks)
        yield Row(pieces, Link("deals", filter=" ".join(filter(None, (_narrowed(one), own)))))


def _shape(store: Store, lines: Sequence[Line], whole: Line | None, width: int, *, short: bool = False) -> _Shape:
    found = table(store, lines, whole, _HOME, short=short)
    numbers = _numbers([one for one, _row in found])
    rows = [(one, row._replace(amount=numbers[id(one)])) for one, row in found]
    head = header()._replace(amount=column_unit().name)
    shared = width >= _WIDE and any(row.share for _line, row in rows)
    names = [name for name in COLUMNS if shared or name != "share"]
    texts = [head._replace(**{name: f"# {getattr(head, name)}" for name in _LEGEND}), *(row for _line, row in rows)]
    widths = {name: max(cell_len(getattr(row, name)) for row in texts) for name in names}
    room = min(_MOST_BAR, width - sum(widths.values()) - 2 * len(names) - 4)
    return _Shape(head, rows, widths, room if room >= _LEAST_BAR else 0)


def _narrowed(line: Line) -> str:
    if line.remainder:
        return "-has:category"
    return f"category:{line.category}" if line.category is not None else ""


def _in_scale(line: Line, whole: Line | None) -> bool:
    """Whether a line's amount may be drawn as a bar beside the others: bars of different currencies would mislead."""
    return line.currency == (whole.currency if whole and whole.currency else _HOME)


def _cells(
    shape: _Shape,
    row: Cells,
    bar: list[StyledText],
    inks: Mapping[str, str],
    signs: Mapping[str, StyledText] | None = None,
) -> list[StyledText]:
    """The columns in their order, the bar before what is itemised; ``signs`` stand before the words of some."""
    pieces: list[StyledText] = [("   ", "text")]
    for name, width in shape.widths.items():
        if name == "itemised" and cells_of(bar):
            pieces += [*bar, ("  ", "text")]
        start = [signs[name], (" ", "dim")] if signs and name in signs else []
        text = padded(getattr(row, name), width - cells_of(start), right=name in ("deals", "amount", "share"))
        pieces += [*start, (text if name == "rest" else text + "  ", inks.get(name, "dim"))]
    text, style = pieces[-1]
    return [*pieces[:-1], (text.rstrip(), style)]


def _numbers(lines: Sequence[Line]) -> dict[int, str]:
    """The stated amounts in the column's unit, all digits, each decimal point below the others; by the line's id."""
    size, _unit, _bare = column_unit()
    texts = {id(one): grouped(one.stated_amount / size) for one in lines if one.stated_amount is not None}
    tail = max((_tail(text) for text in texts.values()), default=0)
    found = {}
    for one in lines:
        text = texts.get(id(one))
        if text is None:
            found[id(one)] = _("not stated")
            continue
        aligned = text + " " * (tail - _tail(text))
        found[id(one)] = aligned if one.currency in (None, _HOME) else f"{one.currency} {aligned}"
    return found


def _tail(text: str) -> int:
    """The cells of the decimals, with their point."""
    _whole, point, decimals = text.partition(".")
    return len(point + decimals)


def _bar(line: Line, most: Decimal, room: int) -> list[StyledText]:
    """What is itemised in the accent, the rest of the stated amount beside it, together as long as it is much."""
    amount, itemised = line.stated_amount, line.itemised_amount
    if not amount or not most:
        return [(" " * room, "text")]
    whole = max(1, round(room * amount / most))
    named = min(whole, round(whole * itemised / amount))
    if itemised and not named:
        named = 1
    return [("#" * named, "bar"), ("-" * (whole - named), "rest"), (" " * (room - whole), "text")]


def kinds_of_money(store: Store, event: Event, width: int) -> Iterator[Row]:
    """What the named deals come to, each kind of money by itself and a link to its deals."""
    if not event.totals:
        return  # what was signed by year says it already
    found = [one for one in store.itemised if one.event == event.id]
    total, own, excluded = sums(found), own_filter(store, event, store.kind("deals")), left_out(store, event.id)
    if not total and not excluded:
        return
    kind = store.kind("deals")
    items = [(f"{money_words(kind, one)} {amount_words(one)}", "text", f"{money_filter(one)} {own}") for one in total]
    unstated = sum(one.count for one in found if one.amount is None)
    if unstated:
        text = ngettext("{count} without an amount", "{count} without an amount", unstated).format(count=unstated)
        items.append((text, "dim", f"-has:amount {own}"))
    items += [
        (left_out_words(kind, one, currencies=True), "dim", f"{exclusion_filter(kind, one.why)} {own}")
        for one in excluded
    ]
    rows: list[tuple[list[StyledText], list[tuple[int, Link]]]] = [
        ([(" " + _("Itemised by type of money"), "heading")], [])
    ]
    for words, style, narrowed in items:
        if cells_of(rows[-1][0]) + cell_len(words) + 3 > width:
            rows.append(([("  ", "text")], []))
        pieces, more = rows[-1]
        more.append((len(pieces) + 1, Link("deals", filter=narrowed.strip())))
        pieces.extend([("  ", "text"), (words, style)])
    for shown, more in rows:
        yield Row(shown, Link("deals", filter=own), more)
    yield Row()
