"""The value types that kinds are declared with."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from cq_tui.language import N_, Label
from cq_tui.schema.checks import After, Before, Keeps
from cq_tui.values.codes import Words
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.limits import Limits, NotZero
from cq_tui.values.types import count, currency, partial_day, string, url
from cq_tui.values.types.base import FieldType
from cq_tui.values.types.code import Code
from cq_tui.values.types.number import FineNumber
from cq_tui.values.types.own_code import PATTERN, OwnCode

SLUG = PATTERN

Slug = Annotated[str, Keeps(pattern=SLUG)]
"""An id: small letters, digits and hyphens, 80 at most."""


def _number_only(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("number_expected")  # noqa: TRY004 (pydantic takes ValueError only)
    return value


_EXACT = Before(_number_only, leaves_stored=True)
"""Stands behind the bounds: pydantic checks bounds that stand behind a function in Python, digit by digit."""
_LIMIT = Decimal(10) ** 19

Amount = Annotated[Decimal, Keeps(gt=0, lt=_LIMIT, decimal_places=4), _EXACT]
"""Whole currency units; what is not stated is absent, never 0."""


def _not_zero(value: Decimal) -> Decimal:
    if not value:
        raise ValueError("amount_zero")
    return value


SignedAmount = Annotated[
    Decimal, Keeps(gt=-_LIMIT, lt=_LIMIT, decimal_places=4), _EXACT, NotZero(), After(_not_zero, leaves_stored=True)
]
"""An amount that may be taken off the others, as a grant that is paid back; what is not stated is absent, never 0."""

OwnAmount = Annotated[Decimal, Keeps(gt=-_LIMIT, lt=_LIMIT, decimal_places=4), _EXACT]
"""An amount of an archive's own field: a loss, or the 0 that a source states."""

Number = Annotated[Decimal, Keeps(gt=-_LIMIT, lt=_LIMIT, decimal_places=4), _EXACT]
MOST_PLACES = 18
"""Of a number: with the digits before the point that the limits allow they fill what the engine counts exactly."""


def fine_number(places: int) -> Any:
    """The type of numbers with so many places, which are more than others have."""
    limits = Limits(gt=-_LIMIT, lt=_LIMIT)
    return Annotated[
        Decimal, Keeps(gt=limits.gt, lt=limits.lt, decimal_places=places), _EXACT, FineNumber(places, limits)
    ]


Share = Annotated[Decimal, Keeps(gt=0, lt=101, decimal_places=4), _EXACT]
"""Percent of a whole."""

Flag = Annotated[bool, Keeps(strict=True)]
Count = Annotated[int, Keeps(strict=True, gt=0, lt=10**9)]
_PLACES = Limits(gt=0, lt=10**9)
Place = Annotated[int, Keeps(strict=True, gt=_PLACES.gt, lt=_PLACES.lt), count.Place(_PLACES)]
"""Which one of several, counted from 1."""
OwnCount = Annotated[int, Keeps(strict=True, ge=0, lt=10**15)]
"""A count of an archive's own field, where a source may state that there are none."""

_YEARS = Limits(ge=1000, lt=2100)
"""The years of what is told: some companies are centuries old, and 202 or 2925 is a slip of the pen."""
Day = Annotated[date, Keeps(strict=True, ge=date(_YEARS.ge, 1, 1), lt=date(_YEARS.lt, 1, 1))]


def _as_written(value: object) -> object:
    """A day or a year as TOML has them, as text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _of_the_calendar(value: str) -> str:
    if not partial_day.is_in_calendar(value):
        raise ValueError("no_such_day")
    return value


PartialDay = Annotated[
    str,
    Before(_as_written),
    Keeps(pattern=partial_day.PATTERN),
    After(_of_the_calendar, leaves_stored=True),
    partial_day.PartialDay(),
]
"""A year, a month or a day."""
Year = Annotated[int, Keeps(strict=True, ge=_YEARS.ge, lt=_YEARS.lt), count.Year(_YEARS)]
_CURRENCY = currency.Currency(
    Limits(pattern=r"^[A-Z]{3}$", stripped=True),
    '"CNY"',
    N_("{value} is not an ISO 4217 currency code such as CNY"),
)
Currency = Annotated[str, Keeps(pattern=_CURRENCY.limits.pattern), _CURRENCY]
"""An ISO 4217 code."""

Anchor = Annotated[str, Keeps(min_length=1, max_length=16)]
"""A short literal piece of the source: a name or a figure."""

_HASH = string.String(
    Limits(pattern=r"^[0-9a-f]{64}$", stripped=True),
    wrong=N_("{value} is not a SHA-256: 64 digits and letters from a to f"),
)
Hash = Annotated[str, Keeps(pattern=_HASH.limits.pattern), _HASH]
"""The SHA-256 of a file, in hexadecimal."""

Url = Annotated[str, Keeps(pattern=url.URL_PATTERN, max_length=url.LONGEST_URL), url.Url()]
"""An address in the web."""

Line = Annotated[str, Keeps(min_length=1, max_length=2000)]


def _known_country(code: str) -> str:
    if code not in COUNTRIES:
        raise ValueError("country_unknown")
    return code


Country = Annotated[str, After(_known_country, leaves_stored=True)]
"""An ISO 3166-1 alpha-2 code, or EU."""


def code_list(words: Mapping[str, tuple[str, ...]]) -> dict[str, Words]:
    """A code list: for each code its Chinese, its English, then what else it is called."""
    return {code: Words(Label(zh, en), tuple(aliases)) for code, (zh, en, *aliases) in words.items()}


def code(words: Mapping[str, Words]) -> Any:
    """The type of a code from a list that is no ``Code`` class."""

    def known(value: str) -> str:
        if value not in words:
            raise ValueError("code_unknown")
        return value

    return Annotated[str, After(known, leaves_stored=True), Code(words)]


def own_code(list_name: str) -> FieldType:
    """Mark a code of a list that each archive declares for itself; stands beside ``Slug`` in an annotation."""
    return OwnCode(list_name)
