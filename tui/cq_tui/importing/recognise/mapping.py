"""How a list's columns become a kind's fields: plain values, made by ``propose`` or read from a MAP.toml."""

import json
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, fields

from cq_tui.language import N_, _, sentences
from cq_tui.schema.field import Field
from cq_tui.values.reasons import Code, Reason

TABLE_OF_NAMES = "organisations"
"""The table of a MAP.toml that maps names to the ids of organisations."""


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
    """The source of one field. Columns are named as in the header; unset values are empty.

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


class Asked(Code):
    """What can't be guessed of a list."""

    WHICH_COLUMN = N_("More than one column could be {field}: {names}.")
    DAY_OR_MONTH = N_('{column}: "{value}" can be day and month or month and day.')
    YUAN_OR_YEN = N_('{column}: "{value}": ¥ can be yuan or yen.')
    NO_CURRENCY = N_('{column}: "{value}" names no currency.')
    SEPARATOR = N_('{column}: the separator in "{value}" can part thousands or decimals.')
    NO_KNOWN_WORD = N_("{column}: none of its words is known.")
    NO_COLUMN = N_("No column says {field}, which every {kind} needs.")


_HOW = {
    Asked.WHICH_COLUMN: N_("Keep one of these lines."),
    Asked.DAY_OR_MONTH: N_("Keep one of these lines."),
    Asked.YUAN_OR_YEN: N_("Keep one of these lines, or write another code."),
    Asked.NO_CURRENCY: N_("Keep one of these lines, or write another code."),
    Asked.SEPARATOR: N_("Keep one of these lines."),
    Asked.NO_KNOWN_WORD: N_("Say which code each means."),
    Asked.NO_COLUMN: N_("Name its column, or one value for all rows."),
}
"""What to do with the answers to choose from, as they stand in a MAP.toml."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One line that would answer a question in a MAP.toml: a key, its value, and a remark behind it."""

    key: str
    value: str | tuple[tuple[str, str], ...]
    """A text, or words with the codes that they mean."""
    remark: str = ""

    @property
    def line(self) -> str:
        """The line as it stands in a MAP.toml."""
        if isinstance(self.value, str):
            written = in_quotes(self.value)
        else:
            written = f"{{ {', '.join(f'{in_quotes(word)} = {in_quotes(code)}' for word, code in self.value)} }}"
        return f"{self.key} = {written}" + (f"  # {self.remark}" if self.remark else "")


@dataclass(frozen=True, slots=True)
class Question:
    """What can't be guessed: the field, what is asked about it, and the answers to choose from."""

    field: str
    asked: Asked
    reason: Reason
    answers: tuple[Answer, ...] = ()

    @property
    def text(self) -> str:
        """The question in the language in force."""
        return str(self.reason)

    @property
    def in_full(self) -> str:
        """The question, and how it is answered in a MAP.toml."""
        return sentences(self.text, _(_HOW[self.asked]))

    def answered_by(self, key: str) -> bool:
        """Whether what a key of a MAP.toml sets would answer it."""
        return any(answer.key == key for answer in self.answers)


def in_quotes(text: str) -> str:
    """A text as a string of TOML."""
    return json.dumps(text, ensure_ascii=False)


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
        asked = {one.value for question in self.questions for one in question.answers if one.key == "column"}
        return tuple(name for name in self.unused if name not in asked)
