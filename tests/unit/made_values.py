"""Made values of every field type, as data files hold them. Nothing here is real."""

import string
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from cq_tui.values.types.base import FieldType
from cq_tui.values.types.clock import Time
from cq_tui.values.types.code import Code
from cq_tui.values.types.converted import Converted, Rate
from cq_tui.values.types.count import Count, Place, Year
from cq_tui.values.types.currency import Currency
from cq_tui.values.types.day import Date
from cq_tui.values.types.entries import Entry
from cq_tui.values.types.flag import Flag
from cq_tui.values.types.identifier import Identifier
from cq_tui.values.types.link import Link
from cq_tui.values.types.lists import ListOf
from cq_tui.values.types.money import Money
from cq_tui.values.types.number import FineNumber, Number
from cq_tui.values.types.own_code import OwnCode
from cq_tui.values.types.partial_day import PartialDay
from cq_tui.values.types.parts import Parts
from cq_tui.values.types.period import Period
from cq_tui.values.types.since import FromDay
from cq_tui.values.types.string import String
from cq_tui.values.types.text import BilingualText
from cq_tui.values.types.url import Url
from hypothesis import strategies as st

from tests.unit.values.duration import Duration

Ids = Mapping[str, Sequence[str]]
"""The ids that links of each kind may have."""

HARD = list(";:\\'\"=+-@ \n\t,，、铝é🚗\u3000\u200b\x1b\x01\r")
WORDS = st.text(st.sampled_from(HARD + list(string.ascii_letters)), min_size=0, max_size=12)
_AMOUNTS = st.decimals(Decimal("0.0001"), Decimal(10) ** 15, places=4)
_SLUGS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)


def _texts(_type: Any, _ids: Ids) -> st.SearchStrategy[Any]:
    both = st.fixed_dictionaries({"zh": WORDS, "en": WORDS})
    return both.filter(lambda text: bool(text["zh"].strip() or text["en"].strip()))


def _strings(type_: String, _ids: Ids) -> st.SearchStrategy[Any]:
    if type_.limits.pattern is not None:
        return _SLUGS
    return WORDS.filter(lambda text: bool(text.strip()))


def _parts(type_: Parts, ids: Ids) -> st.SearchStrategy[Any]:
    required = {part.name: values(part.type, ids) for part in type_.parts if part.required}
    optional = {part.name: values(part.type, ids) for part in type_.parts if not part.required}
    return st.fixed_dictionaries(required, optional=optional)


def _identifiers(_type: Any, _ids: Ids) -> st.SearchStrategy[Any]:
    """Numbers of unknown registers, and legal entity identifiers, whose check digits are right."""
    others = WORDS.filter(lambda text: bool(text.strip())).map(lambda text: {"scheme": "OTHER", "id": text})
    return others | st.integers(10**17, 10**18 - 1).map(lambda n: {"scheme": "XI-LEI", "id": f"{n}{_check_digits(n)}"})


def _entries(type_: Entry, ids: Ids) -> st.SearchStrategy[Any]:
    """An amount has a currency, and what is planned is a stage."""
    part = {one.name: values(one.type, ids) for one in type_.parts}
    more = ({"date", "note", "cites"}, {"date", "stage", "planned"}, {"date", "stage", "amount", "currency"})
    return st.one_of(*(st.fixed_dictionaries({name: part[name] for name in part if name in one}) for one in more))


def _check_digits(number: int) -> str:
    return f"{98 - number * 100 % 97:02}"


MADE: dict[type[FieldType], Callable[[Any, Ids], st.SearchStrategy[Any]]] = {
    BilingualText: _texts,
    String: _strings,
    Currency: lambda _type, _ids: st.sampled_from(["CNY", "EUR"]),
    OwnCode: lambda _type, _ids: _SLUGS,
    Code: lambda type_, _ids: st.sampled_from(sorted(type_.codes)),
    Link: lambda type_, ids: st.sampled_from(ids[type_.refers_to]),
    Url: lambda _type, _ids: WORDS.map(lambda text: "https://example.org/" + "".join(set(text) & set(":;'=@+,铝é-"))),
    Money: lambda _type, _ids: _AMOUNTS,
    Number: lambda _type, _ids: st.one_of(_AMOUNTS, _AMOUNTS.map(lambda one: -one)),
    FineNumber: lambda type_, _ids: st.decimals(-180, 180, places=type_.places),
    Converted: lambda _type, _ids: _AMOUNTS,
    Rate: lambda _type, _ids: st.decimals(Decimal("1e-12"), Decimal(10) ** 6, places=12),
    Count: lambda _type, _ids: st.integers(1900, 2099),
    Place: lambda _type, _ids: st.integers(1900, 2099),
    Year: lambda _type, _ids: st.integers(1900, 2099),
    Date: lambda _type, _ids: st.integers(0, 70_000).map(lambda days: date(1900, 1, 1) + timedelta(days)),
    Period: lambda _type, _ids: st.tuples(st.integers(1900, 2099), st.integers(1, 4)).map("{0[0]}-Q{0[1]}".format),
    Time: lambda _type, _ids: st.integers(0, 86_399).map(lambda n: time(n // 3600, n // 60 % 60, n % 60)),
    PartialDay: lambda _type, _ids: st.builds(
        lambda day, known: day.isoformat()[:known],
        st.dates(date(1900, 1, 1), date(2099, 12, 31)),
        st.sampled_from([4, 7, 10]),
    ),
    Duration: lambda _type, _ids: st.integers(1, 599_999),
    Flag: lambda _type, _ids: st.booleans(),
    Parts: _parts,
    Entry: _entries,
    FromDay: lambda _type, _ids: st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    Identifier: _identifiers,
    ListOf: lambda type_, ids: st.lists(values(type_.item, ids), max_size=3),
}
"""One strategy a type; a new type is one line more."""


def values(type_: FieldType, ids: Ids) -> st.SearchStrategy[Any]:
    """Values of a type."""
    return MADE[type(type_)](type_, ids)
