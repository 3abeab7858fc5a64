"""What was signed at an event, as lines: stated against itemised against not itemised, and each kind of money."""

from collections.abc import Iterator
from decimal import Decimal

from rich.cells import cell_len

from cq_tui.archive.reconcile import Line, reconcile
from cq_tui.kinds.events import Event
from cq_tui.language import _, many
from cq_tui.model.money import column_unit, short, written
from cq_tui.store.signed import sums
from cq_tui.store.store import Store
from cq_tui.store.words import amount_words, money_words, own_filter
from cq_tui.widgets.cut import padded
from cq_tui.widgets.lines import Door, Row
from cq_tui.widgets.painted import Piece, cells_of
from cq_tui.widgets.signed_lines import signed_lines

_LEAST_BAR = 10


def totals_lines(store: Store, event: Event, width: int) -> Iterator[Row]:
    """The stated totals by category with what of them is itemised, then the kinds of money apart."""
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
    tails = [max([cell_len(head), *map(cell_len, texts)]) for head, texts in (
        (_("itemised"), [_itemised(one) for one in parts]), (_("not itemised"), [_rest(one) for one in parts]),
    )]  # fmt: skip
    room = width - sum(widths) - sum(tails) - 13
    most = max((one.stated.amount or Decimal(0) for one in parts), default=Decimal(0))
    if parts:
        yield Row([("   ", "dim"), (_head(header, widths), "dim"), *_legend(room, tails)])
    for one in parts:
        assert one.category is not None
        door = Door(
            "deals", filter=" ".join([f"category:{one.category.value}", *filter(None, [own_filter(store, event)])])
        )
        yield Row(_total(one, widths, room, most, tails), door)
    yield Row()
    yield from _kinds_of_money(store, event, width)


def _head(header: list[str], widths: list[int]) -> str:
    first, *others = header
    cells = [padded(text, width, right=True) for text, width in zip(others, widths[1:], strict=True)]
    return padded(first, widths[0]) + "".join(f"  {text}" for text in cells)


def _legend(room: int, tails: list[int]) -> list[Piece]:
    words = "  ".join((padded(_("itemised"), tails[0]), _("not itemised")))
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


def _total(one: Line, widths: list[int], room: int, most: Decimal, tails: list[int]) -> list[Piece]:
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
    pieces.extend(
        [(padded(_itemised(one), tails[0]), "text" if one.itemised_count else "dim"), (f"  {_rest(one)}", "dim")]
    )
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


def _rest(one: Line) -> str:
    if one.rest_count == 0:
        return "-"
    amount = short(one.rest_amount) if one.rest_amount else _("not stated")
    return amount if one.rest_count is None else _("{count}: {amount}").format(count=one.rest_count, amount=amount)


def _kinds_of_money(store: Store, event: Event, width: int) -> Iterator[Row]:
    """What the named deals come to, each kind of money by itself and a door to its deals."""
    found = [one for one in store.itemised if one.event == event.id]
    total, own = sums(found), own_filter(store, event)
    if not total:
        return
    kind = store.kind("deals")
    items = [
        (f"{money_words(kind, one)} {amount_words(one)}", "text", f"instrument:{one.apart} {own}") for one in total
    ]
    unstated = sum(one.count for one in found if one.amount is None)
    if unstated:
        text = many("{count} without an amount", "{count} without an amount", unstated).format(count=unstated)
        items.append((text, "dim", f"-has:amount {own}"))
    rows: list[tuple[list[Piece], list[tuple[int, Door]]]] = [
        ([(" " + _("Itemised, by kind of money"), "heading")], [])
    ]
    for words, ink, narrowed in items:
        if cells_of(rows[-1][0]) + cell_len(words) + 3 > width:
            rows.append(([("  ", "text")], []))
        pieces, more = rows[-1]
        more.append((len(pieces) + 1, Door("deals", filter=narrowed.strip())))
        pieces.extend([("  ", "text"), (words, ink)])
    for shown, more in rows:
        yield Row(shown, Door("deals", filter=own), more)
    yield Row()
