"""A made record with a field of every type, alone and in a list; what holds for it holds for all kinds."""

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any

from cq_tui.archive.over_time import HistoryEntry
from cq_tui.schema.checks import Keeps
from cq_tui.schema.field import Field, fields_of, shown
from cq_tui.schema.identifier import Identifier
from cq_tui.schema.model import Model
from cq_tui.schema.record import Record
from cq_tui.schema.text import Text
from cq_tui.schema.types import (
    Amount,
    Count,
    Country,
    Currency,
    Day,
    Flag,
    Line,
    Number,
    PartialDay,
    Place,
    Slug,
    Url,
    Year,
    fine_number,
    own_code,
)
from cq_tui.values.codes import Bound, Precision
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.periods import Size
from cq_tui.values.types.converted import Converted, Rate
from cq_tui.values.types.lists import ListOf
from cq_tui.values.types.period import PATTERNS, Period
from cq_tui.values.types.since import FromDay

from tests.unit.values.duration import Minutes

IDS = {"organisations": ["works", "bank"], "passages": ["p1", "p2"]}


Fine = fine_number(17)
Quarter = Annotated[str, Keeps(pattern=PATTERNS[Size.QUARTER]), Period(Size.QUARTER)]


class Piece(Model):
    """A small table with a part of every type that may stand in one."""

    model_strips = True

    org: Annotated[Slug, shown("甲", "A", to="organisations")]
    bound: Annotated[Bound | None, shown("乙", "B")] = None
    words: Annotated[Text | None, shown("丙", "C")] = None
    line: Annotated[Line | None, shown("丁", "D")] = None
    amount: Annotated[Amount | None, shown("戊", "E", currency="currency")] = None
    currency: Annotated[Currency | None, shown("己", "F")] = None
    day: Annotated[Day | None, shown("庚", "G")] = None
    flag: Annotated[Flag | None, shown("辛", "H")] = None
    partial_day: Annotated[PartialDay | None, shown("壬", "I")] = None


class Everything(Record):
    """A field of every type."""

    text: Annotated[Text, shown("一", "1")]
    line: Annotated[Line | None, shown("二", "2")] = None
    bound: Annotated[Bound, shown("三", "3")] = Bound.EXACT
    country: Annotated[Country | None, shown("四", "4", codes=COUNTRIES)] = None
    own: Annotated[Annotated[Slug, own_code("kinds_of_it")] | None, shown("三一", "31")] = None
    link: Annotated[Slug | None, shown("五", "5", to="organisations")] = None
    url: Annotated[Url | None, shown("六", "6")] = None
    amount: Annotated[Amount | None, shown("七", "7", currency="currency")] = None
    currency: Annotated[Currency | None, shown("八", "8")] = None
    number: Annotated[Number | None, shown("九", "9")] = None
    fine: Annotated[Fine | None, shown("三九", "39")] = None
    count: Annotated[Count | None, shown("十", "10")] = None
    year: Annotated[Year | None, shown("十一", "11")] = None
    place: Annotated[Place | None, shown("二十六", "26")] = None
    day: Annotated[Day | None, shown("十二", "12", precision="precision")] = None
    precision: Annotated[Precision, shown("十三", "13")] = Precision.DAY
    clock: Annotated[time | None, shown("十四", "14")] = None
    converted: Annotated[Annotated[Decimal, Converted("EUR")] | None, shown("三五", "35")] = None
    rate: Annotated[Annotated[Decimal, Rate()] | None, shown("三六", "36")] = None
    quarter: Annotated[Quarter | None, shown("三三", "33")] = None
    partial_day: Annotated[PartialDay | None, shown("三五", "35")] = None
    flag: Annotated[Flag, shown("十五", "15")] = True
    duration: Annotated[Minutes | None, shown("二九", "29")] = None
    piece: Annotated[Piece | None, shown("十六", "16")] = None
    identifier: Annotated[Identifier | None, shown("三一", "31")] = None
    texts: Annotated[tuple[Text, ...], shown("十七", "17")] = ()
    lines: Annotated[tuple[Line, ...], shown("十八", "18")] = ()
    bounds: Annotated[tuple[Bound, ...], shown("十九", "19")] = ()
    countries: Annotated[tuple[Country, ...], shown("二十", "20", codes=COUNTRIES)] = ()
    links: Annotated[tuple[Slug, ...], shown("二一", "21", to="organisations")] = ()
    owns: Annotated[tuple[Annotated[Slug, own_code("kinds_of_it")], ...], shown("三二", "32")] = ()
    urls: Annotated[tuple[Url, ...], shown("二二", "22")] = ()
    numbers: Annotated[tuple[Number, ...], shown("二三", "23")] = ()
    fines: Annotated[tuple[Fine, ...], shown("四十", "40")] = ()
    counts: Annotated[tuple[Count, ...], shown("二四", "24")] = ()
    days: Annotated[tuple[Day, ...], shown("二五", "25")] = ()
    clocks: Annotated[tuple[time, ...], shown("二六", "26")] = ()
    all_converted: Annotated[tuple[Annotated[Decimal, Converted("EUR")], ...], shown("三七", "37")] = ()
    rates: Annotated[tuple[Annotated[Decimal, Rate()], ...], shown("三八", "38")] = ()
    quarters: Annotated[tuple[Quarter, ...], shown("三四", "34")] = ()
    partial_days: Annotated[tuple[PartialDay, ...], shown("三六", "36")] = ()
    flags: Annotated[tuple[Flag, ...], shown("二七", "27")] = ()
    durations: Annotated[tuple[Minutes, ...], shown("三十", "30")] = ()
    pieces: Annotated[tuple[Piece, ...], shown("二八", "28")] = ()
    from_day: Annotated[Annotated[date, FromDay()] | None, shown("三七", "37")] = None
    entries: Annotated[tuple[HistoryEntry, ...], shown("三八", "38")] = ()
    identifiers: Annotated[tuple[Identifier, ...], shown("三二", "32")] = ()


FIELDS: tuple[Field, ...] = fields_of(Everything)


def all_types() -> Iterator[Any]:
    """Each type that a field of the record has, those in lists and tables too."""
    for field in FIELDS:
        yield field.type
        if isinstance(field.type, ListOf):
            yield field.type.item
        yield from (part.type for part in field.parts)


def plain(value: Any) -> Any:
    """A value as the engine gives it back: tables as dicts, lists as lists, codes as strings."""
    if isinstance(value, Model):
        return {name: plain(one) for name, one in value}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, str) else value


def subclasses(one: type) -> set[type]:
    """All classes below a class."""
    return {found for child in one.__subclasses__() for found in (child, *subclasses(child))}
