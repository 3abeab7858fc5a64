"""Numbers and amounts as ranges, as people type them into a filter; ``numbers`` reads the numbers themselves."""

import re
from dataclasses import replace
from decimal import Decimal

from cq_tui.language import N_, _
from cq_tui.values.codes import Bound
from cq_tui.values.currencies import DOLLAR_SIGN, UNCLEAR, YEN_OR_YUAN
from cq_tui.values.expressions import later
from cq_tui.values.numbers import quantity
from cq_tui.values.ranges import QUOTED, AskedField, NotUnderstood, Range, Ranges, alternatives, ends, refuse_several
from cq_tui.values.units import UNITS

LARGEST = Decimal(10) ** 24
"""No amount reaches this; a larger number is a slip of the hand."""

_GROUPED = later(
    r"(?<!\d)(?<!\d[.,'])[1-9]\d{0,2}(?:(?:,\d{3})+(?:\.\d+(?!\d)|(?!['.,]?\d))|(?:\.\d{3})+,\d+(?![\d,']))", re.ASCII
)
"""Commas that group the digits of one number, or part its decimals after groups by points."""
_DECIMAL_COMMA = later(r"(?<!\d)(?<!\d[.,'])\d+,\d{1,2}(?![\d'])(?![,.]\d)", re.ASCII)
_BLANKS_INSIDE = later(r"\d+(?:\s+\d+)+")
_LONE_ZEROS = later(r"0\d+", re.ASCII)
_POINT_OR_GROUP = later(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}$", re.ASCII)
"""An amount of three decimals in single units is more often a thousand written with a point."""
_YUAN = later(r"(?<=[\d.a-z千百万萬亿億])\s*元$")
"""A bare 元 counts units of whatever currency the record has, as in the heading of the column."""
NO_NUMBER = N_("{value} is not a number: 10亿, 1.5bn, 2000000 or a range a..b")


def number_ranges(field: AskedField, comparison: str, value: str) -> Ranges:
    """The ranges of a quantity that a value with ASCII punctuation names. Raises NotUnderstood.

    A comma parts alternatives, unless it groups the digits of one number: ``1,000,000``.
    """
    as_one: list[str] = []
    pieces = [piece if QUOTED.match(piece) else _joined(piece, as_one) for piece in QUOTED.split(value)]
    bare = "".join(piece for piece in pieces if not QUOTED.match(piece))
    if field.type.has_decimals and (doubt := _DECIMAL_COMMA.search(bare)):
        point = doubt[0].replace(",", ".")
        message = _("{text} can be {one} or two numbers: write {one}, or each number in quotes.")
        raise NotUnderstood(message.format(text=doubt[0], one=point))
    found = alternatives("".join(pieces))
    if any(_LONE_ZEROS.match(one) for one in found):
        raise NotUnderstood(_("The commas of {text} part no groups of three digits.").format(text=value))
    refuse_several(comparison, found, value)
    as_one += [match[0] for one in found for match in _BLANKS_INSIDE.finditer(one)]
    return Ranges(tuple(number_range(field, comparison, one) for one in found), tuple(as_one))


def _joined(text: str, as_one: list[str]) -> str:
    """A text whose grouped numbers are written without groups; they are added to ``as_one``."""

    def join(match: re.Match[str]) -> str:
        as_one.append(match[0])
        if "." not in match[0] or match[0].index(",") < match[0].index("."):
            return match[0].replace(",", "")
        return match[0].replace(".", "").replace(",", ".")

    return _GROUPED.sub(join, text)


def amount(field: AskedField | None, text: str, whole: str = "") -> tuple[Decimal, str]:
    """One number in whole units, and the currency that stands with it or nothing; ``whole`` is what it is an end of.

    Without a field any amount of money is read. Raises NotUnderstood.
    """
    plain = text.strip()
    if field is not None and field.unit == "%":
        plain = plain.rstrip("%％")
    if field is not None and field.type.is_money and _POINT_OR_GROUP.search(plain):
        message = _("{text} can have decimals or grouped digits: write {decimals} or {grouped}.")
        raise NotUnderstood(message.format(text=text, decimals=f"{plain}0", grouped=plain.replace(".", "")))
    unread = NotUnderstood(_(NO_NUMBER).format(value=whole or text))
    try:
        found = quantity(_YUAN.sub("", plain.lower()), typed=True)
    except ValueError:
        raise unread from None
    value = found.value * UNITS[found.unit]
    if found.bound is not Bound.EXACT or abs(value) >= LARGEST:
        raise unread
    if found.currency == DOLLAR_SIGN:
        found = replace(found, currency="USD")
    if found.currency == YEN_OR_YUAN:
        raise NotUnderstood(_("{text}: ¥ is of China and of Japan; write CNY or JPY.").format(text=text))
    if found.currency in UNCLEAR:
        message = _("{text}: several currencies are called so; write one of {codes}.")
        raise NotUnderstood(message.format(text=text, codes=", ".join(UNCLEAR[found.currency])))
    if found.currency and field is not None and field.currency is None:
        raise NotUnderstood(_("{field} has no currency: {text}").format(field=field.label, text=text))
    return value, found.currency


def number_range(field: AskedField, comparison: str, text: str) -> Range:
    """``10亿``, ``1亿..5亿``, ``1亿..*``, or a number after a comparison, as a range. Raises NotUnderstood."""
    if ".." in text and comparison in ("", "="):
        low, high = ends(text, NO_NUMBER)
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
