"""What is odd about the values of a field: mostly a unit that was not told, or a column of something else."""

from collections.abc import Iterator
from datetime import date
from shlex import quote

from cq_tui.importing.recognise.maps.mapping import NO_UNIT, keys_of
from cq_tui.importing.recognise.words.day_headers import is_publication
from cq_tui.importing.review.facts import FieldReview, MoneyFacts, Span
from cq_tui.language import N_
from cq_tui.schema.kind import Kind
from cq_tui.values.amounts import Amount
from cq_tui.values.reasons import Code, Reason
from cq_tui.values.types.decimals import PLACES

_SMALL = 100_000
"""No deal that a list is kept of is smaller than that, in most currencies."""
_SMALL_MONEY = frozenset("JPY KRW VND IDR HUF CLP COP IRR LBP NGN PKR LKR KZT UZS MMK KHR LAK TZS UGX XOF XAF".split())
"""Currencies whose unit is worth about a hundredth of others'."""
_LARGE = 10**12
_TIMES = 100_000
_MOST_YEARS = 100
"""No term lasts longer."""
_FAR, _RARELY = 60, 0.1
"""Years between a day and the middle one of a list, and the share of days that may be so far off before it is one of a
chronicle."""
_ZEROS, _GAP = frozenset(("1970-01-01", "1900-01-01", "1899-12-30", "1899-12-31")), 10
"""The days from which programs count, and years from there to the next day of a list whose first one is none."""
_FEW_ROWS = 3
"""So many amounts at least in a currency other than the most frequent one, before they tell of a unit."""
_FEW = 5
"""So many values at least, before it is odd that all are the same, or that one is far from the others."""


class Doubt(Code):
    """What may be wrong although it could be read."""

    UNIT_MISSING = N_("the largest is {largest}: is a unit missing? {setting} takes it for millions")
    UNIT_TOO_LARGE = N_("the largest is {largest}: is the unit right?")
    FAR_APART = N_("the largest is {largest}, the middle one {middle}: are all in one unit?")
    MIXED_UNITS = N_(
        "{bare} amounts name no unit, such as {cell}, and {counted} do: are they counted in one, too? {setting} counts "
        "them in {unit}, {other} leaves them as remarks"
    )
    NO_UNIT = N_(
        "{bare} amounts name no unit, such as {cell}, and {counted} do: they are not read. {setting} counts them in "
        "{unit}, {other} takes them as they stand"
    )
    BELOW_ZERO = N_("less than zero: {count}, together {sum}; they are taken off the sum")
    ODD_GROUPS = N_("marks of thousands at odd places, not read: {count}; {setting} reads them, the first {cell}")
    ODD_GROUPS_READ = N_("marks of thousands at odd places, read all the same: {count}, the first {cell}")
    JANUARY_OR_OCTOBER = N_(
        "months that can be January, or October whose zero was cut off, not read: {count}, the first {cell}; {setting} "
        "reads January"
    )
    ROUNDED = N_("rounded to {places} decimals: {count}, the first {cell}")
    IN_THE_FUTURE = N_("in the future: {count}, the last {last}")
    PUBLISHED = N_("from {column}, which says when it was published: not when it was signed")
    FAR_DAYS = N_("{years} years and more from the middle one: {count}, such as {first}")
    NO_DAY_KNOWN = N_(
        "{day}, which programs write where they know no day: {count}; the next one is {next}. Write them otherwise in "
        "the list"
    )
    SEVERAL_PERSONS = N_(
        "cells that may name several persons, each read as one: {count}, such as {first}. Give each of them a row of "
        "the list"
    )
    MANY_YEARS = N_("the largest is {largest} years: are they counted in years?")
    ALL_THE_SAME = N_("{value} in all {count} rows")
    WORDS_UNKNOWN = N_(
        "not known: {words}. {meaning} says what one means ({codes}); {column} keeps the column as a field of its own"
    )
    COUNTRIES_UNKNOWN = N_("not known: {words}. {meaning} says which country one means, or none")
    CODE_LIKE_NOTHING = N_(
        '"NA" in {count} rows is read as nothing, and the other cells are codes of two letters: is it one of them? '
        "Then write it otherwise in the list"
    )
    MOSTLY_UNREAD = N_("only {read} of {filled} cells could be read")


def doubts(kind: Kind, told: FieldReview) -> Iterator[Reason]:
    """What is odd about a field."""
    for one in told.money:
        is_own = told.field.shown.own and told.mapped.columns
        said = f"{told.mapped.columns[0]}=money million" if is_own else f"{told.field.name}.unit=million"
        setting = f"--set {quote(said)}"
        is_stray = one.rows < _FEW_ROWS and one is not told.money[0]
        yield from _of_money(one, setting, counted=bool(told.mapped.unit) or is_stray)
        if one.below_zero:
            taken_off = Amount(one.taken_off, one.currency)
            yield Reason.of(Doubt.BELOW_ZERO, count=grouped_count(one.below_zero), sum=taken_off)
    if told.rounded:
        cell, rows = told.rounded
        places = getattr(told.field.type, "places", PLACES)
        yield Reason.of(Doubt.ROUNDED, places=places, count=grouped_count(rows), cell=f'"{cell}"')
    if told.bare:
        cell, bare, counted, unit = told.bare
        key = f"--set {told.field.name}.bare="
        code, other = (Doubt.NO_UNIT, "ones") if told.mapped.bare else (Doubt.MIXED_UNITS, NO_UNIT)
        yield Reason.of(
            code, bare=grouped_count(bare), cell=f'"{cell}"', counted=grouped_count(counted), unit=unit,
            setting=f"{key}{unit}", other=f"{key}{other}",
        )  # fmt: skip
    if told.span and "year" in keys_of(told.field):
        yield from _of_publication(kind, told)
        yield from _of_dates(kind, told.span.values)
        yield from _of_no_day(told.span)
        yield from _far_from_others(told.span)
    is_span = told.field.is_quantity and told.field.name.endswith("_years")  # a field of days may be called so
    if is_span and told.span and float(told.span.last) > _MOST_YEARS:
        yield Reason.of(Doubt.MANY_YEARS, largest=told.span.last)
    one_value = told.different == 1 and told.read >= _FEW
    if one_value and (told.span or told.field is kind.heading):
        yield Reason.of(Doubt.ALL_THE_SAME, value=f'"{told.values[0][0]}"', count=grouped_count(told.read))
    elif len(told.money) == 1 and told.read >= _FEW and told.money[0].smallest == told.money[0].largest:
        amount = Amount(told.money[0].largest, told.money[0].currency)
        yield Reason.of(Doubt.ALL_THE_SAME, value=amount, count=grouped_count(told.read))
    yield from (each.reason for one in told.parties for each in one.unlike if each.important)
    if told.unread > told.read:
        filled = grouped_count(told.read + told.unread)
        yield Reason.of(Doubt.MOSTLY_UNREAD, read=grouped_count(told.read), filled=filled)


def grouped_count(count: int) -> str:
    """A count with its digits grouped."""
    return f"{count:,}"


def _of_money(one: MoneyFacts, setting: str, *, counted: bool) -> Iterator[Reason]:
    largest = Amount(one.largest, one.currency)
    scale = 100 if one.currency in _SMALL_MONEY else 1
    if max(one.largest, -one.smallest) < _SMALL * scale and not counted:
        yield Reason.of(Doubt.UNIT_MISSING, largest=largest, setting=setting)
    elif one.largest >= _LARGE * scale:
        yield Reason.of(Doubt.UNIT_TOO_LARGE, largest=largest)
    elif one.rows >= _FEW and one.largest >= one.middle * _TIMES:
        yield Reason.of(Doubt.FAR_APART, largest=largest, middle=Amount(one.middle, one.currency))


def _of_publication(kind: Kind, told: FieldReview) -> Iterator[Reason]:
    """The day of a deal is that of its signing; that on which it was published is mostly a later one."""
    published = next(filter(is_publication, told.columns), "")
    if published and kind.money and not told.field.shown.own:
        yield Reason.of(Doubt.PUBLISHED, column=f'"{published}"')


def _of_dates(kind: Kind, values: tuple[tuple[str, int], ...]) -> Iterator[Reason]:
    # What is signed is so by now; an event or a session may lie in the year to come.
    today = date.today().isoformat() if kind.money else f"{date.today().year + 2}"
    if future := sum(rows for value, rows in values if value > today):
        yield Reason.of(Doubt.IN_THE_FUTURE, count=grouped_count(future), last=values[-1][0])


def _of_no_day(span: Span) -> Iterator[Reason]:
    """The day from which programs count, years before the others, stands for none."""
    first, *others = span.values
    if first[0] in _ZEROS and others and int(others[0][0][:4]) - int(first[0][:4]) >= _GAP:
        yield Reason.of(Doubt.NO_DAY_KNOWN, day=first[0], count=grouped_count(first[1]), next=others[0][0])


def _far_from_others(span: Span) -> Iterator[Reason]:
    """A few days that lie a lifetime before or after the middle one were written or read otherwise than the others."""
    middle = int(span.middle[:4])
    far = [(value, rows) for value, rows in span.values if abs(int(value[:4]) - middle) >= _FAR]
    count, every = (sum(rows for _value, rows in values) for values in (far, span.values))
    if far and count <= every * _RARELY:
        yield Reason.of(Doubt.FAR_DAYS, years=f"{_FAR}", count=grouped_count(count), first=far[0][0])
