"""Which row of a list has what the rows right before it have together: totals, and totals of totals."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import exp, factorial

_LEAST, _LEAST_OF_SPARSE, _LEAST_TOTALS = 3, 2, 2
"""Rows that must be added up; where their sum stands in a sparse row; and totals, by a total of theirs."""
_BY_CHANCE = 100
"""How many times the rows of a list there must be amounts of so many digits, for a sum to be no chance."""
_MOST_LOOKED_AT = 1_000
"""Rows that may be added up where no heading or total tells where their group begins."""
_FEW = 5
"""One of so many amounts is rounded less than what counts for the unit of a list."""
_MOST_GROUPS = 100
"""Groups that may be added up."""


@dataclass(frozen=True, slots=True)
class AmountRow:
    """A row with an amount."""

    number: int
    amount: Decimal
    currency: str
    filled: int
    is_behind_gap: bool
    """Whether a row stands right above it that is none of the list, such as a heading."""
    is_refused: bool
    """Whether a cell refuses it. It may be one of those that are added up, or a total without a name."""

    @property
    def unit(self) -> Decimal:
        """What its amount is a multiple of, as a power of ten: 100 of 12,300."""
        return Decimal(1).scaleb(int(self.amount.normalize().as_tuple().exponent))

    @property
    def digits(self) -> int:
        """How many digits its amount has, zeros at both ends not counted: 3 of 12,300."""
        return len(f"{abs(self.amount):f}".replace(".", "").strip("0"))

    def is_telling_of(self, rows: int) -> bool:
        """Whether its amount has so many digits that it is no sum of some of so many rows by chance."""
        options: int = 10**self.digits
        return options >= rows * _BY_CHANCE


def chance_of_sums(count: int, rows: Sequence[AmountRow]) -> float:
    """How likely it is, from 0 to 1, that so many rows of a list have what rows right before them have together.

    The sums of the rows before one stand about an amount apart, and each of them may be any multiple of the unit that
    amounts are rounded to: of 59 amounts of about 100.0 some 0.06 have one, and that one has is as likely.
    """
    amounts = sorted(abs(row.amount) for row in rows if row.amount)
    if not amounts:
        return 0
    units = sorted(row.unit for row in rows if row.amount)
    expected = float(len(amounts) * units[len(units) // _FEW] / amounts[len(amounts) // 2])
    return 1 - sum(exp(-expected) * expected**n / factorial(n) for n in range(count))


class SumsOfRuns:
    """The rows met so far and what runs of them add up to; a total stands for those that it adds up."""

    def __init__(self, rows: int) -> None:
        """``rows``: how many there are in all."""
        self._many = rows
        self._items: list[AmountRow] = []
        self._totals: set[int] = set()
        """The numbers of the items that stand for those that they add up."""
        self._sums = [Decimal(0)]
        """What the first items add up to, for each number of them."""
        self._places: dict[Decimal, list[int]] = {Decimal(0): [0]}
        """Behind how many of the first items each of these sums stands."""
        self._groups = [0]
        """Where groups begin among the items."""
        self.of_groups: set[int] = set()
        """The numbers of the rows that add up a whole group, and not only some that stand before them."""

    def begin_group(self) -> None:
        """Begin a group: a heading or a total stands here."""
        if self._groups[-1] != len(self._items):
            self._groups.append(len(self._items))

    def add(self, row: AmountRow) -> None:
        """Count a row."""
        if row.amount:
            self._items.append(row)
            self._sums.append(self._sums[-1] + row.amount)
            self._places.setdefault(self._sums[-1], []).append(len(self._items))

    def added_up_by(self, row: AmountRow, *, is_sparse: bool) -> int:
        """How many rows a row adds up, which it stands for from then on, once it is counted; 0 if none."""
        if not row.amount:
            return 0
        start = self._start_of(row, _LEAST_OF_SPARSE if is_sparse else _LEAST)
        if start is None:
            return 0
        count = len(self._items) - start
        for gone in reversed(self._sums[start + 1 :]):
            self._places[gone].pop()
        del self._items[start:], self._sums[start + 1 :]
        while self._groups and self._groups[-1] >= start:
            self._groups.pop()
        self._groups += [start, start + 1]
        self._totals.add(row.number)
        return count

    def _start_of(self, row: AmountRow, least: int) -> int | None:
        """Where the items begin that a row adds up: with a group, or anywhere if that can't be by chance."""
        last = len(self._items)
        whole = (start for start in reversed(self._groups[-_MOST_GROUPS:]) if self._is_sum(row, start))
        of_groups = next((start for start in whole if last - start >= self._least(start, least)), None)
        if of_groups is not None:
            self.of_groups.add(row.number)
        if of_groups is not None or not row.is_telling_of(self._many):
            return of_groups
        likely = reversed(self._places.get(self._sums[-1] - row.amount, []))
        fit = (start for start in likely if last - _MOST_LOOKED_AT < start <= last - least)
        return next((start for start in fit if self._is_sum(row, start)), None)

    def _least(self, start: int, least: int) -> int:
        are_totals = all(one.number in self._totals for one in self._items[start:])
        return _LEAST_TOTALS if are_totals else least

    def _is_sum(self, row: AmountRow, start: int) -> bool:
        is_sum = self._sums[-1] - self._sums[start] == row.amount
        return is_sum and all(one.currency == row.currency for one in self._items[start:])
