"""What the cells of a column are: how many read as amounts, days, countries, names; how full it is; the first ones."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cached_property
from statistics import median

from cq_tui.importing.recognise.words.code_lookup import code_lookup, is_country
from cq_tui.importing.recognise.words.links import is_link
from cq_tui.schema.field import Field
from cq_tui.values import dates, days_of_column, numbers
from cq_tui.values.counts import number_of_count
from cq_tui.values.currencies import codes, currency_named, take_currency
from cq_tui.values.dotted_months import are_dotted_months
from cq_tui.values.eras import ROC
from cq_tui.values.measures import measure
from cq_tui.values.reasons import ReasonError, Unread
from cq_tui.values.units import folded
from cq_tui.values.year_spans import first_year, is_span

_LOOKED_AT = 500
"""Different cells of a column that are looked at."""
_MOST = 0.8
_SOME_SPANS = 0.1
_PERCENT_FIRST = re.compile(r"\s*[<>~≤≥]?\s*\d[\d.,]*\s*[%％](?:\s*[-–—~(,;]|\s+[^\W\d_])")
_SHOWN = 3
_ADDRESS = re.compile(r"(?i)https?:|www\.|(?<![\w./-])(?:[\w-]+\.)+[^\W\d_]{2,}(?=$|[\s:/?#,;|)>\"])")

_TIME_OR_ADDRESS = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?|\w+://\S*")
_BETWEEN_PARTS = re.compile(r":(?=\S)|(?<=\S):$")
_BARE = re.compile(r"[-+]?[\d.,' ]*\d")
_DAY = re.compile(r"\d{1,2}\. ?\d{1,2}\. ?\d{4}")
_ZERO = re.compile(r"\D*0[0., ]*\D*|[-–—\s]*")
_JSON = re.compile(r"""\s*(?:\[\s*)?\{\s*(?:["']\w[^"']*["']\s*:|\})""")


class ColumnProfile:
    """The filled cells of a column, and the share of them that reads as each sort of value, from 0 to 1."""

    def __init__(self, cells: Sequence[str], rows: int, looked_at: int | None = _LOOKED_AT) -> None:
        """``cells``: those that say anything, of ``rows`` rows; ``looked_at``: of how many different ones, or all."""
        self.cells = cells
        self.rows = rows
        self._looked_at = looked_at

    @cached_property
    def whole(self) -> "ColumnProfile":
        """The same of all its cells: what is told of them is counted, and not guessed from some."""
        return ColumnProfile(self.cells, self.rows, None) if self._is_cut else self

    @property
    def _is_cut(self) -> bool:
        return self._looked_at is not None and len(set(self.cells)) > self._looked_at

    @cached_property
    def _counts(self) -> list[tuple[str, int]]:
        return list(Counter(self.cells).items())[: self._looked_at]

    def share(self, is_one: Callable[[str], bool]) -> float:
        """The share of cells of which something is true; 0 of an empty column."""
        every = sum(count for _cell, count in self._counts)
        return sum(count for cell, count in self._counts if is_one(cell)) / every if every else 0.0

    def is_mostly(self, is_one: Callable[[str], bool]) -> bool:
        """As ``mostly`` of ``share``; asks of no more cells than it takes to know that it is not."""
        left = sum(count for _cell, count in self._counts)
        every, good = left, 0
        for cell, count in self._counts:
            if not mostly((good + left) / every):
                return False
            good, left = good + count * is_one(cell), left - count
        return every > 0 and mostly(good / every)

    def counted(self, share: float) -> tuple[int, int]:
        """A share as a number of cells, and how many were looked at."""
        looked_at = sum(count for _cell, count in self._counts)
        return round(share * looked_at), looked_at

    @property
    def filled(self) -> float:
        """The share of rows that have a cell."""
        return len(self.cells) / self.rows if self.rows else 0.0

    @cached_property
    def not_zero(self) -> float:
        """The share of rows that have a cell which says more than 0."""
        return self.filled * (1 - self.share(is_zero))

    @cached_property
    def amounts(self) -> float:
        """Numbers with whatever stands around them, or words for an amount; no percentages and no dates with marks."""
        return 0.0 if self.are_dotted_months else self.share(_is_amount)

    @cached_property
    def quantities(self) -> float:
        """Amounts, also with a word for what is counted: ``5 years``."""
        return 0.0 if self.are_dotted_months else self.share(lambda cell: _is_amount(number_of_count(cell)))

    @cached_property
    def stated(self) -> float:
        """Amounts that say how much: not *undisclosed*, and no words such as 数千万."""
        return 0.0 if self.are_dotted_months else self.share(lambda cell: _is_amount(cell) and has_number(cell))

    @cached_property
    def bare_numbers(self) -> float:
        """Numbers with nothing around them, and no days such as ``07. 07. 2020``."""
        return self.share(lambda cell: _BARE.fullmatch(cell.strip()) is not None and not _DAY.fullmatch(cell.strip()))

    @cached_property
    def percents(self) -> float:
        """Numbers with a percent sign, also with words behind them: ``0% (grant)``."""
        return self.share(_is_percent)

    @cached_property
    def dates(self) -> float:
        """Days, months and years."""
        if self.are_of_two_years or self.are_numbers_of_years:
            return 0.0
        if self.are_of_the_republic:
            return self.of_the_republic
        return 1.0 if self.are_year_spans else self.share(dates.is_date)

    @cached_property
    def are_dotted_months(self) -> bool:
        """Whether the cells are months such as ``2008.10``, which are no numbers."""
        return are_dotted_months([cell for cell, _count in self._counts])

    @cached_property
    def are_numbers_of_years(self) -> bool:
        """Whether the cells are numbers given in a year, as ``T13/2025``, and ``3/2025`` among them is no month."""
        return days_of_column.are_numbers_of_years(cell for cell, _count in self._counts)

    @cached_property
    def are_year_spans(self) -> bool:
        """Whether the cells are spans of years, as ``2024 - 2029``, with single years among them."""
        spans = self.share(is_span)
        return spans >= _SOME_SPANS and mostly(self.share(lambda cell: dates.is_date(first_year(cell))))

    @cached_property
    def are_of_the_republic(self) -> bool:
        """Whether the cells are days whose years count from 1912, as ``105/01/15``."""
        return days_of_column.are_of_the_republic(cell for cell, _count in self._counts)

    @cached_property
    def of_the_republic(self) -> float:
        """Days that can be read so."""
        return self.share(lambda cell: dates.is_date(cell, ROC))

    @cached_property
    def are_of_two_years(self) -> bool:
        """Whether the cells are years such as ``2010/11``, some of which look like months."""
        return days_of_column.are_of_two_years(cell for cell, _count in self._counts)

    @cached_property
    def countries(self) -> float:
        """Names and codes of countries."""
        return self.share(is_country)

    @cached_property
    def measures(self) -> float:
        """Units, as ``万元``, ``USD million``."""
        return self.share(lambda cell: bool((told := measure(cell)) and told.unit))

    @cached_property
    def currencies(self) -> float:
        """Currencies and nothing else."""
        return self.share(is_currency)

    @cached_property
    def code_like(self) -> float:
        """Words of few capital letters: codes of currencies, and of what is none: ``BTC``, ``USDT``."""
        return self.share(lambda cell: re.fullmatch("[A-Z]{3,5}", cell.strip()) is not None)

    @cached_property
    def named_currencies(self) -> frozenset[str]:
        """The currencies that stand in cells with numbers; unclear signs as they are."""
        return frozenset(filter(None, (currency_in(cell) for cell, _count in self._counts)))

    @cached_property
    def links(self) -> float:
        """Web addresses and mail addresses."""
        return self.share(is_link)

    @cached_property
    def addresses(self) -> float:
        """Web addresses with or without how they begin, also amid other words."""
        return self.share(lambda cell: _ADDRESS.search(cell) is not None)

    @cached_property
    def json(self) -> float:
        """Texts that hold what a JSON file would hold in them: ``[{"name": "Aa"}]``."""
        return self.share(lambda cell: _JSON.match(cell) is not None)

    @cached_property
    def entries(self) -> float:
        """Texts of what JSON holds in lists: ``2026-07-10:2:134000; 2026-09-10:3:120000``."""
        return self.share(_is_of_entries)

    def codes(self, field: Field) -> float:
        """Words of a field's code list."""
        lookup = code_lookup(field)
        return self.share(lambda cell: not lookup.unknown(cell, several=field.is_list))

    @property
    def different(self) -> float:
        """How many of the cells are different ones."""
        return len(set(self.cells)) / len(self.cells) if self.cells else 0.0

    @property
    def first(self) -> tuple[str, ...]:
        """The first different cells."""
        return tuple(dict.fromkeys(self.cells))[:_SHOWN]

    @cached_property
    def decimal_mark(self) -> str:
        """The mark before the decimals of its numbers; empty where no cell tells."""
        return numbers.decimal_mark(self.cells)

    @cached_property
    def middle(self) -> Decimal:
        """The number in the middle of the first ones that are not 0, as they stand; 0 where none is read."""
        found = list(filter(None, self._numbers(self.cells[:_LOOKED_AT])))
        return median(found) if found else Decimal(0)

    @cached_property
    def total(self) -> Decimal:
        """What the numbers of all cells that are read add up to, as they stand, whatever they are counted in."""
        return sum(self._numbers(self.cells), Decimal(0))

    def _numbers(self, cells: Iterable[str]) -> Iterator[Decimal]:
        for cell in cells:
            with suppress(ValueError):
                yield numbers.scaled(numbers.quantity(cell, self.decimal_mark or "."), "")


def is_zero(cell: str) -> bool:
    """Whether a cell says that there is nothing: ``0``, ``€ 0,00``, ``-``."""
    return _ZERO.fullmatch(cell) is not None


def mostly(share: float) -> bool:
    """Whether a share is most of all."""
    return share >= _MOST


def is_currency(cell: str) -> bool:
    """Whether a cell is the name, sign or code of a currency that there is."""
    named = currency_named(cell)
    return named is not None and (named in codes() or len(named) != 3)


_LETTER = re.compile(r"[^\W\d_]")
"""Without one no cell names a currency but by a sign: ``250 TEUR``, ``5 Mkr``."""


def has_number(cell: str) -> bool:
    """Whether a cell of amounts holds one, so that its currency matters; words and ranges are left out anyway."""
    try:
        numbers.quantity(cell)
    except ReasonError as error:
        return error.reason.is_(Unread.SEPARATORS)
    return True


def currency_in(cell: str) -> str:
    """The currency that a cell names beside its number; empty where it names none, or two."""
    try:
        return take_currency(folded(cell))[1] or (numbers.quantity(cell).currency if _LETTER.search(cell) else "")
    except ValueError:
        return ""


def _is_percent(cell: str) -> bool:
    if _PERCENT_FIRST.match(cell):
        return True
    return any(map(str.isdigit, cell)) and cell.rstrip(" ;,)").endswith(("%", "％"))


def _is_amount(cell: str) -> bool:
    if cell.rstrip().endswith(("%", "％")):
        return False
    return numbers.is_amount(cell)


def _is_of_entries(cell: str) -> bool:
    """Whether a cell holds entries of several parts: three parts in each of them, or two where it holds several."""
    entries = [len(_BETWEEN_PARTS.findall(_TIME_OR_ADDRESS.sub("", one.strip()))) for one in cell.split("; ")]
    return min(entries) >= (1 if len(entries) > 1 else 2)
