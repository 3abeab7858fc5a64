"""How a list's columns become a kind's fields: plain values, made by ``propose`` or read from a MAP.toml."""

from collections.abc import Mapping as Table
from dataclasses import dataclass, field, fields

from cq_tui.language import sentences
from cq_tui.schema.field import Field

TABLE_OF_NAMES = "organisations"
"""The table of a MAP.toml that says which organisation a name means."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns that name the same organisations, one in Chinese and one in English."""

    zh: str
    en: str


def flat(named: tuple[str | Pair, ...]) -> tuple[str, ...]:
    """The columns, those of a pair one by one."""
    return tuple(name for one in named for name in ((one.zh, one.en) if isinstance(one, Pair) else (one,)))


@dataclass(frozen=True)
class FieldMap:
    """Where one field comes from. Columns are named as in the header; what is not told is empty.

    ``column``: one, or several that are joined (texts) or all read (lists). ``zh`` and ``en``: the columns of the same
    in two languages. ``roles``: a role to its columns.
    ``unit``: the word for what numbers are counted in. ``decimal``: the decimal mark. ``order``: ``dmy`` or ``mdy``.
    ``codes``: a word of the list to a code, or to nothing where it says nothing. ``constant``: the same in all rows.
    """

    column: tuple[str, ...] = ()
    zh: str = ""
    en: str = ""
    join: str = ""
    year: str = ""
    month: str = ""
    day: str = ""
    roles: Table[str, tuple[str | Pair, ...]] = field(default_factory=dict)
    unit: str = ""
    currency: str = ""
    decimal: str = ""
    order: str = ""
    codes: Table[str, str] = field(default_factory=dict)
    constant: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the field comes from."""
        dated = (self.zh, self.en, self.year, self.month, self.day)
        return (*self.column, *filter(None, dated), *(name for names in self.roles.values() for name in flat(names)))


KEYS = tuple(one.name for one in fields(FieldMap))


def keys_of(field: Field) -> tuple[str, ...]:
    """The keys that a field may have in a MAP.toml. What names organisations may do so in two languages."""
    own = field.type.mapped_by
    return ("column", "zh", "en", "constant") if field.shown.to == TABLE_OF_NAMES and "roles" not in own else own


@dataclass(frozen=True)
class Mapping:
    """How a list is read: its kind, the sheet and the header's row (None: recognised), its fields, and known names."""

    kind: str
    fields: Table[str, FieldMap]
    sheet: str = ""
    header: int | None = None
    organisations: Table[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """What can't be guessed: the field, the question in words, and lines for the MAP.toml that would answer it.

    ``how`` says what to do with the lines.
    """

    field: str
    text: str
    how: str
    lines: tuple[str, ...] = ()

    @property
    def in_full(self) -> str:
        """The question, and how it is answered in a MAP.toml."""
        return sentences(self.text, self.how)


@dataclass(frozen=True)
class Proposal:
    """A mapping with what is still open: the questions, and the columns that no field takes."""

    mapping: Mapping
    questions: tuple[Question, ...] = ()
    unused: tuple[str, ...] = ()
    hints: Table[str, tuple[str, ...]] = field(default_factory=dict)
    """Further lines of a field's table, written as comments: words that no code is known for."""

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The columns that no field takes and no question asks about."""
        asked = {line for question in self.questions for line in question.lines}
        return tuple(name for name in self.unused if f'column = "{name}"' not in asked)
