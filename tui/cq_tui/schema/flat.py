r"""A record in a flat table (CSV): the cells of its fields, and the fields of its cells.

- A text in two languages has two columns, ``title_zh`` and ``title_en``; every other field has one of its own name.
- What is absent or usual may be left empty. Numbers have no grouping, days are ``2025-11-19``, flags ``true`` or
  ``false``.
- The entries of a list are parted by ``; ``, the parts of an entry by ``:`` in the order of the kind, each in its place
  even where it is empty (``sms-group:supplier``). A list of texts has as many entries in both columns; one that lacks a
  language is empty in that column.
- Inside an entry ``;`` is written ``\;`` and ``\`` is written ``\\``; where entries have parts ``:`` is written ``\:``.
- Blanks around a cell, an entry and a part mean nothing; nor do zero-width characters that join nothing. A line inside
  a cell ends with LF once it is read, whatever the file's lines end with.
- A cell of text that a spreadsheet would run as a formula has a ``'`` before it, and so has one that is such a formula
  after apostrophes; where the rest is no formula an apostrophe is a part of the text. The same holds of what stands
  behind a ``;`` inside a cell: a spreadsheet whose language parts cells by ``;`` begins a new cell there.

The types of the fields hold the rules, for Python and for the engine.
"""

from collections.abc import Mapping
from typing import Any

from cq_tui.schema.field import Field
from cq_tui.values.blanks import AROUND, Blanks
from cq_tui.values.clean import SPECIAL, normalisation
from cq_tui.values.formulas import MAYBE_DEFUSED, Formulas
from cq_tui.values.sql import Sql, literal


def cells_of(field: Field, value: Any) -> tuple[str, ...]:
    """A value, which may be None, as the cells of its columns; formulas are not defused yet."""
    return ("",) * len(field.type.endings) if value is None else field.type.spell(value)


def tree_of(fields: tuple[Field, ...], cells: Mapping[str, str]) -> dict[str, Any]:
    """The values that the cells of a row spell, as a data file would give them; what is empty is left out.

    A cell that spells nothing of its field's type stays text, for the model to refuse.
    """
    own = [(field, [_plain(field, cells.get(name, "")) for name in field.column_names]) for field in fields]
    return {field.name: field.type.read(texts) for field, texts in own if any(texts)}


def _plain(field: Field, cell: str) -> str:
    """A cell without the ``'`` that defused it, and without the blanks around it."""
    return Blanks.stripped(cell if field.type.is_typed else Formulas.fused(cell))


def sql_read_cell(field: Field, cell: Sql) -> Sql:
    """A raw cell of a file: normalised, then as ``sql_plain``.

    One look finds out whether there is anything to do: rarely is there, and a table has millions of cells.
    """
    needed = "|".join((AROUND, SPECIAL, MAYBE_DEFUSED))
    plain = sql_plain(field, normalisation(cell))
    return f"CASE WHEN regexp_matches({cell}, {literal(needed)}) THEN {plain} ELSE {cell} END"


def sql_plain(field: Field, cell: Sql) -> Sql:
    """A cell as it is read, as ``tree_of`` takes it.

    The cell is named once: it is a long expression, and planning one that names it again and again takes longer than
    reading a small table.
    """
    return Blanks.sql_trimmed(cell if field.type.is_typed else Formulas.sql_fused(cell))
