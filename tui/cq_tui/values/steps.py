"""How values are told apart where there are many: amounts by their size, days by month or year."""

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import Any

from cq_tui.language import _
from cq_tui.values.amounts import short
from cq_tui.values.sql import Sql

Bounds = tuple[Decimal | None, Decimal | None]
"""From the first to below the second; None is open. Equal ones mean just that number."""


class Step(ABC):
    """A way to put values that lie near each other into one group, which a key stands for."""

    @abstractmethod
    def sql_key(self, value: Sql) -> Sql:
        """The key of a value's group; keys have the order of the values."""

    @abstractmethod
    def words(self, key: Any) -> str:
        """What a group is called."""

    def bounds(self, key: Any) -> Bounds | None:
        """The numbers of a group; None where its words are what a filter takes."""
        del key
        return None


class Sizes(Step):
    """Numbers by their powers of ten; zero and what is below it are a group each."""

    _BELOW_ZERO, _ZERO = -99, -98

    def sql_key(self, value: Sql) -> Sql:
        """The exponent."""
        return (
            f"CASE WHEN {value} < 0 THEN {self._BELOW_ZERO} WHEN {value} = 0 THEN {self._ZERO} "
            f"WHEN {value} > 0 THEN floor(log10({value}))::INT END"
        )

    def words(self, key: Any) -> str:
        """From where to where."""
        low, high = self.bounds(key)
        if low is None or high is None:
            return _("less than {high}").format(high=0)
        return "0" if low == high else _("{low} to below {high}").format(low=short(low), high=short(high))

    def bounds(self, key: Any) -> Bounds:
        """From the power of ten to the next."""
        if key == self._BELOW_ZERO:
            return None, Decimal(0)
        if key == self._ZERO:
            return Decimal(0), Decimal(0)
        low = Decimal(10) ** key
        return low, low * 10


class Evens(Step):
    """Numbers by even steps, for those that say which one and not how many: 1–5, 6–10."""

    def __init__(self, width: int, first: int) -> None:
        """``first``: where the first step begins."""
        self._width, self._first = width, first

    def sql_key(self, value: Sql) -> Sql:
        """The step's number."""
        return f"floor(({value} - {self._first}) / {self._width})::BIGINT"

    def words(self, key: Any) -> str:
        """From where to where, both within."""
        low, end = self.bounds(key)
        return f"{low}–{end - 1}"

    def bounds(self, key: Any) -> tuple[Decimal, Decimal]:
        """From the first number to that of the next step."""
        low = Decimal(key) * self._width + self._first
        return low, low + self._width


class Beginnings(Step):
    """Days by the beginning that they share: 2025-11, 2025."""

    def __init__(self, form: str) -> None:
        """``form``: as the engine's strftime takes it."""
        self._form = form

    def sql_key(self, value: Sql) -> Sql:
        """The beginning."""
        return f"strftime({value}, '{self._form}')"

    def words(self, key: Any) -> str:
        """The beginning."""
        return str(key)


SIZES = (Sizes(),)
PLACES = tuple(Evens(width, 1) for width in (5, 10, 50, 100, 1000, 10_000))
DECADES = (Evens(10, 0), Evens(100, 0))
MONTHS_AND_YEARS = (Beginnings("%Y-%m"), Beginnings("%Y"))
