"""The one place that turns a record's values into words, for tables and for the opened record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from cq_tui.language import _, current
from cq_tui.model.clean import clean_line
from cq_tui.model.codes import Basis, Bound, Precision
from cq_tui.model.field import Field, Shape
from cq_tui.model.money import column_unit, grouped, written

Names = Callable[[str, str], str]
"""What a record is called: from its kind and id to its name in the language in force."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: clean text on one line, and how to read it."""

    text: str
    judged: bool = False
    missing: bool = False


def cell(field: Field, record: BaseModel, names: Names) -> Cell:
    """A table's cell: amounts in the column's unit, lists in short, what is missing in words."""
    value = getattr(record, field.name)
    if is_absent(value):
        return Cell(absent(field), missing=True)
    if field.shape is Shape.MONEY:
        text = _in_column(value, getattr(record, field.shown.currency or ""))
    else:
        text = words(field, value, record, names)
    judged = is_judged(field, record)
    return Cell(clean_line(_bounded(field, record, text)), judged)


def line(field: Field, record: BaseModel, names: Names) -> str:
    """The value written out, as the opened record shows it."""
    value = getattr(record, field.name)
    return clean_line(_bounded(field, record, words(field, value, record, names)))


def words(field: Field, value: Any, record: BaseModel, names: Names) -> str:
    """A present value in words; the result is not cleaned yet."""
    match field.shape:
        case Shape.MONEY:
            return written(value, getattr(record, field.shown.currency or ""))
        case Shape.NUMBER | Shape.COUNT:
            return _number(field, value, record)
        case Shape.CODE | Shape.CODES:
            codes = value if field.shape is Shape.CODES else (value,)
            return joined(code_words(field, code) for code in codes)
        case Shape.LINK | Shape.LINKS:
            ids = value if field.shape is Shape.LINKS else (value,)
            return joined(names(field.shown.to or "", target) for target in ids)
        case Shape.PARTS:
            return joined(part_words(field, part, names) for part in value)
        case Shape.TEXTS | Shape.STRINGS:
            return joined(str(item) for item in value)
        case Shape.DATE:
            return _date(value, getattr(record, field.shown.precision) if field.shown.precision else Precision.DAY)
        case Shape.FLAG:
            return _("yes") if value else _("no")
        case _:
            return str(value)


def part_words(field: Field, part: BaseModel, names: Names) -> str:
    """One entry of a list of parts: its first value, the others in brackets."""
    present = [p for p in field.parts if not is_absent(getattr(part, p.name)) and p.name != "currency"]
    first, *others = [words(p, getattr(part, p.name), part, names) for p in present]
    if not others:
        return first
    inside = ", ".join(others) if current() == "en" else "，".join(others)
    return f"{first} ({inside})" if current() == "en" else f"{first}（{inside}）"


def code_words(field: Field, code: str) -> str:
    """What a code is called; the code itself if its list does not know it."""
    known = (field.codes or {}).get(code)
    return str(known.label) if known else str(code)


def joined(parts: Any) -> str:
    """Several words as one list."""
    return ("、" if current() == "zh" else "; ").join(parts)


def is_absent(value: Any) -> bool:
    """Whether there is nothing to show."""
    return value is None or value == () or value == ""


def is_judged(field: Field, record: BaseModel) -> bool:
    """Whether the value is our judgement and not the source's word."""
    return bool(field.shown.basis) and getattr(record, field.shown.basis or "") is Basis.INFERRED


def absent(field: Field) -> str:
    """What a table says where the field has no value."""
    if field.shown.absent:
        return str(field.shown.absent)
    return _("not stated") if field.is_quantity else "-"


def _bounded(field: Field, record: BaseModel, text: str) -> str:
    return bounded(getattr(record, field.shown.bound) if field.shown.bound else Bound.EXACT, text)


def bounded(bound: Bound, text: str) -> str:
    """A number's words with how exact it is before them."""
    if bound is Bound.EXACT:
        return text
    return f"{bound.label}{text}" if current() == "zh" else f"{bound.label} {text}"


def _date(value: date, precision: Precision) -> str:
    """As much of the date as is known: 2025-11-19, 2025-11, 2025."""
    return value.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(precision, 10)]


def _number(field: Field, value: Any, record: BaseModel) -> str:
    currency = getattr(record, "currency", None)
    if field.shape is Shape.NUMBER and currency:
        return written(value, currency)
    if 1900 <= value < 2100 and "year" in field.name:
        return str(value)
    return grouped(Decimal(value))


def _in_column(value: Decimal, currency: str) -> str:
    size, _yuan, _bare = column_unit()
    number = grouped((value / size).quantize(Decimal("0.0001"))) if value / size >= Decimal("0.0001") else "<0.0001"
    return number if currency == "CNY" else f"{currency} {number}"
