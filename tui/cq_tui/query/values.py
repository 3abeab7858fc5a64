"""What a filter compares with: numbers, amounts and days as ranges. `values` reads the numbers and dates themselves."""

import re
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from cq_tui.language import _, noted
from cq_tui.query.terms import Range, Ranges
from cq_tui.query.tokens import QUOTES
from cq_tui.schema.field import Field
from cq_tui.values import dates
from cq_tui.values.codes import Bound
from cq_tui.values.currencies import YEN_OR_YUAN
from cq_tui.values.numbers import Quantity, quantity
from cq_tui.values.units import UNITS

LARGEST = Decimal(10) ** 24
"""No amount reaches this; a larger number is a slip of the hand."""

_GROUPED = re.compile(
    r"(?<!\d)(?<!\d[.,'])[1-9]\d{0,2}(?:(?:,\d{3})+(?:\.\d+(?!\d)|(?!['.,]?\d))|(?:\.\d{3})+,\d+(?![\d,']))", re.ASCII
)
"""Commas that group the digits of one number, or part its decimals after groups by points."""
_DECIMAL_COMMA = re.compile(r"(?<!\d)(?<!\d[.,'])\d+,\d{1,2}(?![\d'])(?![,.]\d)", re.ASCII)
_BLANKS_INSIDE = re.compile(r"\d+(?:\s+\d+)+")
_LONE_ZEROS = re.compile(r"0\d+", re.ASCII)
_POINT_OR_GROUP = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}$", re.ASCII)
"""An amount of three decimals in single units is more often a thousand written with a point."""
_YUAN = re.compile(r"(?<=[\d.a-z千百万萬亿億])\s*元$")
"""A bare 元 counts units of whatever currency the record has, as in the heading of the column."""
_QUOTED = re.compile(f"([{QUOTES}][^{QUOTES}]*[{QUOTES}]?)")
_COMMA = re.compile("[,，]")


NO_NUMBER = noted("{value} is not a number: 10亿, 1.5bn, 2000000 or a range a..b")
NO_DATE = noted("{value} is not a date: 2025, 2025-11, 2025-11-19 or a range a..b")


class NotUnderstood(ValueError):
    """A value that is none, or could be two; the text is a whole sentence about it."""


def number_ranges(field: Field, comparison: str, value: str) -> Ranges:
    """The ranges of a quantity that a value with ASCII punctuation names. Raises NotUnderstood.

    A comma parts alternatives, unless it groups the digits of one number: ``1,000,000``.
    """
    as_one: list[str] = []
    pieces = [piece if _QUOTED.match(piece) else _joined(piece, as_one) for piece in _QUOTED.split(value)]
    bare = "".join(piece for piece in pieces if not _QUOTED.match(piece))
    if field.type.has_decimals and (doubt := _DECIMAL_COMMA.search(bare)):
        point = doubt[0].replace(",", ".")
        message = _("{text} can be {one} or two numbers: write {one}, or each number in quotes.")
        raise NotUnderstood(message.format(text=doubt[0], one=point))
    found = alternatives("".join(pieces))
    if any(_LONE_ZEROS.match(one) for one in found):
        raise NotUnderstood(_("The commas of {text} part no groups of three digits.").format(text=value))
    _refuse_several(comparison, found, value)
    as_one += [match[0] for one in found for match in _BLANKS_INSIDE.finditer(one)]
    return Ranges(tuple(number_range(field, comparison, one) for one in found), tuple(as_one))


def day_ranges(comparison: str, value: str) -> Ranges:
    """The ranges of days that a value with ASCII punctuation names. Raises NotUnderstood."""
    found = alternatives(value)
    _refuse_several(comparison, found, value)
    return Ranges(tuple(day_range(comparison, one) for one in found))


def alternatives(value: str) -> tuple[str, ...]:
    """The values that commas part; quotes hold a comma. Raises NotUnderstood where there is none."""
    words = tuple(filter(None, (word.strip() for word in _parted(value))))
    if not words:
        quoted = _QUOTED.search(value)
        empty = _("Nothing stands between the quotes.") if quoted else _("No value stands beside the comma.")
        raise NotUnderstood(empty)
    return words


def _parted(value: str) -> list[str]:
    found = [""]
    for piece in _QUOTED.split(value):
        if _QUOTED.match(piece):
            found[-1] += piece.strip(QUOTES)
        else:
            first, *more = _COMMA.split(piece)
            found[-1] += first
            found.extend(more)
    return found


def _joined(text: str, as_one: list[str]) -> str:
    """A text whose grouped numbers are written without groups; they are added to ``as_one``."""

    def join(match: re.Match[str]) -> str:
        as_one.append(match[0])
        if "." not in match[0] or match[0].index(",") < match[0].index("."):
            return match[0].replace(",", "")
        return match[0].replace(".", "").replace(",", ".")

    return _GROUPED.sub(join, text)


def _refuse_several(comparison: str, found: tuple[str, ...], value: str) -> None:
    if len(found) > 1 and comparison not in ("", "="):
        message = _("{sign} takes one value, and a comma parts several: {text}")
        raise NotUnderstood(message.format(sign=comparison, text=value))


def amount(field: Field | None, text: str, whole: str = "") -> tuple[Decimal, str]:
    """One number in whole units, and the currency that stands with it or nothing; ``whole`` is what it is an end of.

    Without a field any amount of money is read. Raises NotUnderstood.
    """
    plain = text.strip()
    if field is not None and field.shown.unit == "%":
        plain = plain.rstrip("%％")
    if field is not None and field.type.is_money and _POINT_OR_GROUP.search(plain):
        message = _("{text} can have decimals or grouped digits: write {decimals} or {grouped}.")
        raise NotUnderstood(message.format(text=text, decimals=f"{plain}0", grouped=plain.replace(".", "")))
    try:
        found = quantity(_YUAN.sub("", plain.lower()))
    except ValueError:
        found = Quantity(Decimal(0), bound=Bound.ABOUT)
    value = found.value * UNITS[found.unit]
    if found.bound is not Bound.EXACT or abs(value) >= LARGEST:
        raise NotUnderstood(_(NO_NUMBER).format(value=whole or text))
    if found.currency == YEN_OR_YUAN:
        raise NotUnderstood(_("{text}: ¥ is of China and of Japan; write CNY or JPY.").format(text=text))
    if found.currency and field is not None and field.shown.currency is None:
        raise NotUnderstood(_("{field} has no currency: {text}").format(field=field.label, text=text))
    return value, found.currency


def days(text: str, whole: str = "") -> tuple[date, date]:
    """The first day that the text names and the first day after it: a year, a month or a day.

    ``whole`` is what it is an end of. Raises NotUnderstood.
    """
    try:
        year, month, day = dates.read_date(text, time=False)
    except ValueError:
        year, month, day = 0, None, None
    if not 1 <= year < 9999:
        if dates.is_unclear(text):
            raise NotUnderstood(_("{value} can be day and month or month and day: write 2025-11-19").format(value=text))
        raise NotUnderstood(_(NO_DATE).format(value=whole or text))
    if month is None:
        return date(year, 1, 1), date(year + 1, 1, 1)
    if day is None:
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    first = date(year, month, day)
    return first, first + timedelta(days=1)


def is_compared(text: str) -> bool:
    """Whether a text is something to compare with: an amount or a date."""
    for read in (partial(amount, None), days):
        with suppress(NotUnderstood):
            read(text)
            return True
    return False


def number_range(field: Field, comparison: str, text: str) -> Range:
    """``10亿``, ``1亿..5亿``, ``1亿..*``, or a number after a comparison, as a range. Raises NotUnderstood."""
    if ".." in text and comparison in ("", "="):
        low, high = _ends(text, NO_NUMBER)
        first, last = (None if end == "*" else amount(field, end, text) for end in (low, high))
        currencies = {end[1] for end in (first, last) if end and end[1]}
        if len(currencies) > 1:
            raise NotUnderstood(_("A range has one currency: {text}").format(text=text))
        return Range(first and first[0], last and last[0], currency="".join(currencies))
    value, currency = amount(field, text)
    match comparison:
        case ">" | ">=":
            return Range(value, None, above=comparison == ">", currency=currency)
        case "<" | "<=":
            return Range(None, value, below=comparison == "<", currency=currency)
        case _:
            return Range(value, value, currency=currency)


def day_range(comparison: str, text: str) -> Range:
    """A date of any precision, alone, in a range or after a comparison, as a range of days. Raises NotUnderstood."""
    if ".." in text and comparison in ("", "="):
        low, high = _ends(text, NO_DATE)
        first, last = (None if end == "*" else days(end, text) for end in (low, high))
        return Range(first and first[0], last and last[1], below=True)
    first_day, after = days(text)
    match comparison:
        case ">":
            return Range(after, None)
        case ">=":
            return Range(first_day, None)
        case "<":
            return Range(None, first_day, below=True)
        case "<=":
            return Range(None, after, below=True)
        case _:
            return Range(first_day, after, below=True)


def _ends(text: str, message: str) -> tuple[str, str]:
    """Both ends of a range; ``*`` is open. Raises NotUnderstood where one of them is missing."""
    low, _dots, high = (part.strip() for part in text.partition(".."))
    if not low or not high or ".." in high:
        raise NotUnderstood(_(message).format(value=text))
    return low, high
