r"""The spelling of a record in a flat table (CSV): the cells of its fields, and the fields of its cells.

- A text in two languages has two columns, ``title_zh`` and ``title_en``; every other field has one of its own name.
- What is absent or usual may be left empty. Numbers have no grouping, days are ``2025-11-19``, flags ``true`` or
  ``false``.
- The entries of a list are parted by ``; ``, the parts of an entry by ``:`` in the order of the kind, each in its place
  even where it is empty (``sms-group:supplier``). A list of texts has as many entries in both columns; one that lacks a
  language is empty in that column.
- Inside an entry ``;`` is written ``\;`` and ``\`` is written ``\\``; where entries have parts ``:`` is written ``\:``.
- Blanks around a cell, an entry and a part mean nothing.
- A cell of text that a spreadsheet would run as a formula has a ``'`` before it, and so has one that is such a formula
  after apostrophes; where the rest is no formula an apostrophe is a part of the text. The same holds of what stands
  behind a ``;`` inside a cell: a spreadsheet whose language parts cells by ``;`` begins a new cell there.

``store/tables/spelling.py`` says the same in the engine's language; a property test holds them together.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from cq_tui.model.field import Field, Shape
from cq_tui.model.money import plain

LIST_MARK = "; "
PART_MARK = ":"
LANGUAGES = ("zh", "en")

BLANKS = "\t\n \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""What is taken off around texts: the white space of Unicode that cleaning leaves."""

MARKS = "\\;:"
"""What a backslash guards: itself, the mark between entries, the mark between parts."""

HELD = ("\x01", "\x02", "\x03")
r"""What stands for ``\\``, ``\;`` and ``\:`` while a cell is taken apart."""

FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
FORMULA_BLANKS = " \u00a0\u3000"
FORMULA_SIGNS = tuple("=+-@＝＋－＠")
FORMULA_LINES = "\t\r\n"
"""What begins a formula behind a ``;``, and what may stand between the two beside blanks."""


def formula_pattern(one_of: Callable[[Iterable[str]], str], *, defused: bool) -> str:
    """A regular expression of the places where a formula would begin, for Python's engine and for RE2.

    Groups 1 and 3 are what stands before the place, 2 and 4 what begins there; one of the pairs is empty. ``one_of``
    spells a set of characters; ``defused``: only where a ``'`` stands before it already, which is in no group.
    """
    mark = "'" if defused else ""
    cell = f"'*{one_of(FORMULA_BLANKS)}*{one_of(FORMULA)}"
    inside = f"'*{one_of(FORMULA_BLANKS + FORMULA_LINES)}*{one_of(FORMULA_SIGNS)}"
    return f"(^){mark}({cell})|(;){mark}({inside})"


NUMBER = r"-?[0-9]{1,30}(\.[0-9]{1,30})?"
COUNT = r"-?[0-9]{1,18}"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?"


def column_names(field: Field) -> tuple[str, ...]:
    """The columns of a field."""
    if field.shape in (Shape.TEXT, Shape.TEXTS):
        return tuple(f"{field.name}_{language}" for language in LANGUAGES)
    return (field.name,)


def is_typed(field: Field) -> bool:
    """Whether cells hold numbers, dates or flags, which are never mistaken for a formula."""
    return field.is_quantity or field.shape in (Shape.DATE, Shape.TIME, Shape.FLAG)


def cells_of(field: Field, value: Any) -> tuple[str, ...]:
    """A value as the cells of its columns; formulas are not defused yet."""
    if value is None:
        return ("",) * len(column_names(field))
    match field.shape:
        case Shape.TEXT:
            return tuple(getattr(value, language) for language in LANGUAGES)
        case Shape.TEXTS:
            return tuple(_list(getattr(item, language) for item in value) for language in LANGUAGES)
        case Shape.PARTS:
            return (LIST_MARK.join(PART_MARK.join(_part_cells(field, part)) for part in value),)
        case _ if field.is_list:
            return (_list(str(item) for item in value),)
        case _:
            return (_single(value),)


def _list(entries: Iterator[str]) -> str:
    return LIST_MARK.join(entry.replace("\\", "\\\\").replace(";", "\\;") for entry in entries)


def _part_cells(field: Field, part: Any) -> Iterator[str]:
    for one in field.parts:
        for cell in cells_of(one, getattr(part, one.name)):
            yield cell.replace("\\", "\\\\").replace(";", "\\;").replace(":", "\\:")


def _single(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain(value)
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def defused(text: str) -> str:
    """The text, with a ``'`` where a spreadsheet could begin a formula, or a reader take it for a defused one."""
    return _FORMULA.sub(r"\1\3'\2\4", text)


def fused(text: str) -> str:
    """The text as it was before ``defused``."""
    return _DEFUSED.sub(r"\1\3\2\4", text)


def _set_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(characters))}]"


_FORMULA = re.compile(formula_pattern(_set_of, defused=False))
_DEFUSED = re.compile(formula_pattern(_set_of, defused=True))


def tree_of(fields: tuple[Field, ...], cells: Mapping[str, str]) -> dict[str, Any]:
    """The values that the cells of a row spell, as a data file would give them; what is empty is left out.

    A cell that spells nothing of its field's type stays text, for the model to refuse.
    """
    found = {field.name: _value(field, [_stripped(field, cells.get(n, "")) for n in column_names(field)])
             for field in fields}  # fmt: skip
    return {name: value for name, value in found.items() if value is not None}


def _stripped(field: Field, cell: str) -> str:
    cell = cell.strip(BLANKS)
    return cell if is_typed(field) else fused(cell).strip(BLANKS)


def _value(field: Field, cells: list[str]) -> Any:
    if not any(cells):
        return None
    match field.shape:
        case Shape.TEXT:
            return dict(zip(LANGUAGES, cells, strict=True))
        case Shape.TEXTS:
            lists = [split(cell, ";") for cell in cells]
            longest = max(map(len, lists))
            padded = [one + [""] * (longest - len(one)) for one in lists]
            return [dict(zip(LANGUAGES, texts, strict=True)) for texts in zip(*padded, strict=True)]
        case Shape.PARTS:
            return [_part(field, entry) for entry in _held_split(_hold(cells[0]), ";")]
        case _ if field.is_list:
            return split(cells[0], ";")
        case shape:
            return _READ[shape](cells[0]) if shape in _READ else cells[0]


def split(cell: str, mark: str) -> list[str]:
    """The entries of a list; ``mark`` after a backslash does not part them."""
    return [_released(entry) for entry in _held_split(_hold(cell), mark)]


def _hold(cell: str) -> str:
    for held in HELD:
        cell = cell.replace(held, "\ufffd")
    for written, held in zip(MARKS, HELD, strict=True):
        cell = cell.replace(f"\\{written}", held)
    return cell


def _held_split(cell: str, mark: str) -> list[str]:
    return [entry.strip(BLANKS) for entry in cell.split(mark)]


def _released(entry: str) -> str:
    for held, character in zip(HELD, MARKS, strict=True):
        entry = entry.replace(held, character)
    return entry


def _part(field: Field, entry: str) -> Any:
    """The table of one entry; the entry itself if it has not as many parts as the kind."""
    places = [name for part in field.parts for name in column_names(part)]
    found = [_released(part) for part in _held_split(entry, PART_MARK)]
    if len(found) != len(places):
        return _released(entry)
    texts = dict(zip(places, found, strict=True))
    values = {part.name: _value(part, [texts[name] for name in column_names(part)]) for part in field.parts}
    return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True)
class _Reader:
    """Reads what matches; all else stays text."""

    pattern: str
    read: Callable[[str], Any]

    def __call__(self, cell: str) -> Any:
        try:
            return self.read(cell) if re.fullmatch(self.pattern, cell) else cell
        except ValueError:
            return cell


_READ: dict[Shape, _Reader] = {
    Shape.MONEY: _Reader(NUMBER, Decimal),
    Shape.NUMBER: _Reader(NUMBER, Decimal),
    Shape.COUNT: _Reader(COUNT, int),
    Shape.DATE: _Reader(DAY, date.fromisoformat),
    Shape.TIME: _Reader(CLOCK, time.fromisoformat),
    Shape.FLAG: _Reader("(?i:true|false)", lambda cell: cell.lower() == "true"),
}
