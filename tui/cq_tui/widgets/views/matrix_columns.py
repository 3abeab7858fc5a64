"""The columns of the matrix: a kind of money in one currency each, in a unit that stands over it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len

from cq_tui.language import _
from cq_tui.schema.cells import bounded
from cq_tui.store.selection.sum_words import money_words
from cq_tui.store.selection.sums import Sum
from cq_tui.store.store import Store
from cq_tui.store.views.matrix import Line, Money
from cq_tui.values.amounts import common_unit, unit_words
from cq_tui.values.codes import Bound
from cq_tui.widgets.base.text_layout import cut, padded, wrap

_HEADER = 8
"""Cells that the words over a column may take without being wrapped."""
_WORD = 12
"""Cells of a word over a column that is not broken."""
_HEADER_LINES = 2
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column of amounts. ``size``: the unit they are in; ``header``: the words over it, the last line is the unit.

    ``decimals``: how many the numbers take; ``most``: the amount that the longest bar of its currency stands for.
    """

    money: Money
    size: Decimal
    header: tuple[str, ...]
    decimals: int
    width: int
    most: Decimal

    def text(self, line: Line) -> str:
        """The amount of a row with its decimal point below those of the others, or a dash."""
        one = line.sums.get(self.money)
        text = "-" if one is None else _number(one.amount / self.size)
        text = bounded(Bound.ABOUT, text) if one is not None and one.inexact else text
        return padded(text + " " * (self._tail - _tail_of(text)), self.width, right=True)

    @property
    def _tail(self) -> int:
        return self.decimals + 1 if self.decimals else 0

    def bar(self, line: Line, room: int) -> int:
        """How many cells of ``room`` the bar of a row takes: one at least where there is an amount."""
        one = line.sums.get(self.money)
        return 0 if one is None or not one.amount else max(1, round(room * one.amount / self.most)) if self.most else 0


def columns(store: Store, moneys: Sequence[Money], drawn: Sequence[Line], lines: Sequence[Line]) -> list[Column]:
    """The columns for some ``lines``: one unit, and one scale of bars, for all amounts of a currency in those drawn."""
    return [_column(store, money, drawn, lines) for money in moneys]


def _column(store: Store, money: Money, drawn: Sequence[Line], lines: Sequence[Line]) -> Column:
    of_currency = [one.amount for line in drawn for other, one in line.sums.items() if other.currency == money.currency]
    size, unit = common_unit(of_currency)
    sums = [line.sums[money] for line in lines if money in line.sums]
    texts = [_number(one.amount / size) for one in sums]
    decimals = max((len(text.partition(".")[2]) for text in texts), default=0)
    tail = decimals + 1 if decimals else 0
    about = [bounded(Bound.ABOUT, text) if one.inexact else text for one, text in zip(sums, texts, strict=True)]
    numbers = max((cell_len(text) - _tail_of(text) + tail for text in about), default=1)
    words = money_words(store.kind("deals"), Sum(money.apart, money.currency, Decimal(0), 0))
    header = (*_wrapped(words, numbers), unit_words(unit, money.currency))
    width = max(numbers, *map(cell_len, header))
    return Column(money, size, header, decimals, width, max(of_currency, default=Decimal(0)))


def _wrapped(words: str, numbers: int) -> list[str]:
    """The words over a column on two lines at most."""
    room = max(numbers, _HEADER, min(_WORD, max(map(cell_len, words.split()), default=0)))
    lines = wrap(words, room)
    if len(lines) <= _HEADER_LINES:
        return lines
    return [*lines[: _HEADER_LINES - 1], cut(" ".join(lines[_HEADER_LINES - 1 :]), room)]


def _number(value: Decimal) -> str:
    return f"{value:,.{_DECIMALS}f}".rstrip("0").rstrip(".")


def _tail_of(text: str) -> int:
    """The cells that the decimals of a number take, with the point."""
    _whole, point, decimals = text.partition(".")
    return len(point + decimals)


def blocks(every: Sequence[Column], room: int) -> Iterator[list[Column]]:
    """As many columns as there is room for, then the next ones; one empty block where there are none."""
    block: list[Column] = []
    left = room
    for one in every:
        if block and one.width + 2 > left:
            yield block
            block, left = [], room
        block.append(one)
        left -= one.width + 2
    yield block


def header_lines(block: Sequence[Column], gap: int) -> Iterator[str]:
    """The words over the columns of a block, ``gap`` cells behind each for its bar; the units are the last line."""
    high = max((len(one.header) for one in block), default=1)
    for place in range(-high, 0):
        cells = (one.header[place] if -place <= len(one.header) else "" for one in block)
        yield "".join(
            "  " + padded(text, one.width, right=True) + " " * gap for text, one in zip(cells, block, strict=True)
        )


def note_on_rounding(every: Sequence[Column], lines: Sequence[Line]) -> str:
    """That a number is rounded, where one is; empty otherwise."""
    for column in every:
        for line in lines:
            one = line.sums.get(column.money)
            if one is not None and (one.amount / column.size * 10**_DECIMALS) % 1:
                return _("rounded to {count} decimals; an export has all digits").format(count=_DECIMALS)
    return ""
