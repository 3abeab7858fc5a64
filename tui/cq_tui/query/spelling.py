"""Conditions as the text that asks them: what could have been typed instead of pressing a key on a value or a sum."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from cq_tui.language import current
from cq_tui.query.vocabulary import HAS, code_named, code_spellings, field_named
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.amounts import plain, scaled
from cq_tui.values.countries import members

_LONGEST_WORD = 60
"""Characters of a text that may be looked for in its other forms too; a longer one is a matter of its letters."""
_WORD = re.compile(r"[^\W\d][\w-]*")


def with_ids(ids: Iterable[str]) -> str:
    """The term that leaves just the records of these ids."""
    return f"id={','.join(ids)}"


def not_stated(kind: Kind, field: Field) -> str:
    """The term that leaves the records without a value."""
    word = HAS[1] if current() == "zh" else HAS[0]
    return f"-{word}:{_name(kind, field)}"


def with_code(kind: Kind, field: Field, code: str) -> str:
    """The term that leaves the records with a code, in the words of the language in force."""
    names = [name for name in code_spellings(field, code) if code_named(kind, field, name) == code]
    label = str(field.codes[code].label) if field.codes and code in field.codes else code
    word = label if current() == "zh" and label in names else code
    sign = "=" if members(field.codes, code) else ":"  # the union itself, and not its members
    return f"{_name(kind, field)}{sign}{_quoted(word)}"


def with_flag(kind: Kind, field: Field, value: bool) -> str:
    """The term that leaves the records where the answer is yes, or no."""
    words = ("是", "否") if current() == "zh" else ("yes", "no")
    return f"{_name(kind, field)}:{words[0] if value else words[1]}"


def with_text(kind: Kind, field: Field, text: str) -> str:
    """The term that leaves the records whose field, or what it refers to, is called just so."""
    from cq_tui.query.tokens import TWINS  # asked for by the values of a column: the first frame has none

    plain_text = text.translate(TWINS)
    if len(text) > _LONGEST_WORD or '"' in plain_text or len(text.splitlines()) != 1 or text != text.strip():
        expression = re.escape(text).replace("\n", "\\n").replace("/", "\\/")
        return f"{_name(kind, field)}:/^{expression}$/"
    return f'{_name(kind, field)}="{text}"'


def with_number(kind: Kind, field: Field, low: Decimal | None, high: Decimal | None) -> str:
    """The terms that leave the numbers from ``low`` to below ``high``; just ``low`` where they are equal."""
    name = _name(kind, field)
    if low is not None and low == high:
        return f"{name}={number_text(low)}"
    bounds = [] if low is None else [f"{name}>={number_text(low)}"]
    return " ".join([*bounds, *([] if high is None else [f"{name}<{number_text(high)}"])])


def with_comparison(kind: Kind, field: Field, sign: str, value: Decimal, currency: str = "") -> str:
    """The term that leaves the numbers that compare so with one."""
    return f"{_name(kind, field)}{sign}{currency}{number_text(value)}"


def with_days(kind: Kind, field: Field, days: date | str) -> str:
    """The term that leaves the days of a year, of a month, or one day."""
    return f"{_name(kind, field)}{field.type.equal_sign}{days}"


def number_text(value: Decimal) -> str:
    """A number as it is typed: with the unit of the language in force, without blanks."""
    from cq_tui.values.numbers import is_unclear  # its expressions would cost every start a millisecond

    number, unit = scaled(value)
    text = f"{plain(number)}{unit}"
    # Three decimals in single units could be a thousand with a point; a fourth tells them apart.
    return f"{text}0" if not unit and "." in text and is_unclear(text) else text


def _name(kind: Kind, field: Field) -> str:
    """How the language in force calls the field where that is a word that can be typed."""
    label = field.label.zh
    if current() == "zh" and _WORD.fullmatch(label) and field_named(kind, label) is field:
        return label
    return field.name


def _quoted(word: str) -> str:
    return word if not set(word) & set(' ,，"') else f'"{word}"'
