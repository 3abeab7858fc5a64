"""How a list's columns become a kind's fields: plain values, made by ``propose`` or read from a MAP.toml."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, fields, replace
from typing import ClassVar, Self

from cq_tui.importing.recognise.words.listed_names import AND, BLANK
from cq_tui.language import N_
from cq_tui.schema.field import Field
from cq_tui.values.measures import UNTOLD, Measure, measure
from cq_tui.values.year_spans import SPAN

TABLE_OF_NAMES = "organisations"
"""The table of a MAP.toml that maps names to the ids of organisations."""

KINDS_OF_NAMES = (TABLE_OF_NAMES, "speakers")
"""Kinds whose records are called as somebody is."""
ONES = "ones"
"""The unit of what is counted in none."""
NO_UNIT = "none"
"""Of amounts that name no unit among others that do: they are left as remarks."""
NO_CURRENCY = "none"
"""In place of a currency: cells of which nothing else tells it are left as remarks."""
TABLE_OF_COLUMNS = "columns"
"""The table of a MAP.toml that says what becomes of columns that no field takes."""
SHEET, HEADER = "sheet", "header"
"""Where the list stands in its file: all else hangs on it."""
TOP = ("kind", SHEET, HEADER, "encoding")
"""What a MAP.toml says of the whole list, above its tables: no field of such a name has a table."""
STAYS, SKIP = "passage", "skip"
"""A column that stays in the passages alone; one that is left out of them, too."""
TABLE_OF_ROWS = "rows"
"""The table of a MAP.toml that says what becomes of rows."""
TABLE_OF_FIELDS = "fields"
"""The table of a MAP.toml in which those fields stand whose name has another use there: ``[fields.kind]``."""
RESERVED = frozenset((*TOP, TABLE_OF_NAMES, TABLE_OF_COLUMNS, TABLE_OF_FIELDS))
"""Names that a MAP.toml has another use for."""
COUNT, LEAVE = "count", "leave"
"""A row that says the same as an earlier one is a record of its own; it is left out."""
ONE, EACH = "one", "each"
"""Rows that are the same but for a party are one record that names several; each is a record of its own."""
HOLD, EMPTY = "hold", "empty"
"""Cells that are empty below others hold what the row above them says; they say nothing."""
BECOMES_WORDS = {
    "string": N_("a field of its own: text on one line"),
    "text": N_("a field of its own: text in two languages"),
    "code": N_("a field of its own: one of a few words"),
    "number": N_("a field of its own: numbers"),
    "money": N_("a field of its own: amounts of money"),
    "count": N_("a field of its own: whole numbers"),
    "date": N_("a field of its own: dates"),
    "flag": N_("a field of its own: yes or no"),
    "url": N_("a field of its own: addresses"),
    STAYS: N_("stays in the passages"),
    SKIP: N_("is left out"),
}
BECOMES = tuple(BECOMES_WORDS)
_MONEY = "money"


def becomes(told: str) -> tuple[str, Measure]:
    """What a column becomes, and of money what is said beside it: ``money million USD``; an empty word if unknown."""
    word, _blank, behind = told.partition(" ")
    if word != _MONEY or not behind.strip():
        return (told if told in BECOMES else ""), UNTOLD
    counted = measure(behind)
    return (word, counted) if counted else ("", UNTOLD)


ROWS = re.compile(r"\s*\d{1,9}(?:\s*-\s*\d{1,9})?(?:\s*[,;\s]\s*\d{1,9}(?:\s*-\s*\d{1,9})?)*\s*")
"""Numbers of rows, as ``7, 9-12``."""
_RUN = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_MOST_KEPT = 10_000


def rows_of(text: str) -> frozenset[int]:
    """The numbers that ``7, 9-12`` names."""
    runs = ((int(match[1]), int(match[2] or match[1])) for match in _RUN.finditer(text))
    return frozenset(row for first, last in runs for row in range(first, min(last, first + _MOST_KEPT) + 1))


def table_of(field: str) -> str:
    """The table of a field in a MAP.toml, as it stands there."""
    return f"{TABLE_OF_FIELDS}.{field}" if field in RESERVED else field


_ABOUT = re.compile(r"([a-z][a-z_]*)(?:\.([\w-]+))? of (.+)")


@dataclass(frozen=True, slots=True)
class About:
    """What a column tells of the organisations that another column names: a field of theirs.

    ``scheme``: of an identifier.
    """

    field: str
    scheme: str
    column: str

    def __str__(self) -> str:
        return f"{self.field}{f'.{self.scheme}' if self.scheme else ''} of {self.column}"


def about_of(told: str) -> About | None:
    """``country of Investor``, ``identifiers.CN-USCC of 甲方`` read; None for what says something else."""
    match = _ABOUT.fullmatch(told)
    return About(match[1], match[2] or "", match[3]) if match else None


ONE_EACH = "none"
"""In place of a mark that parts names: each cell of a column names one, whatever marks it holds."""
EACH_OF_LIST = "none;"
"""The same of cells that this program made of the values of a list: each of these is one. No MAP.toml says it."""
PARTS_NAMES = (",", "/", "&", "+", "|", ";", "、", BLANK, AND)
"""The marks that may part the names of a column."""
UNQUOTED, ANYWHERE = "unquoted", "anywhere"
"""Of a column of numbers: its commas stand in no quotation marks, so that they cut it into several cells; marks of
thousands stand at odd places in it, and say nothing: 3,000,00 is 300000."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns that name the same organisations, one in Chinese and one in English."""

    zh: str
    en: str
    keys: ClassVar[tuple[str, str]] = ("zh", "en")
    """What the two are called in a MAP.toml."""

    @property
    def table(self) -> dict[str, str]:
        """The two columns, as a MAP.toml has them."""
        return dict(zip(self.keys, (self.zh, self.en), strict=True))

    @classmethod
    def of(cls, table: Table[str, str]) -> Self:
        """The pair that a table of a MAP.toml names."""
        return cls(*(table[key] for key in cls.keys))


class FullAndShort(Pair):
    """Two columns that name the same organisations, one in full and one in short; either may be in any language."""

    __slots__ = ()
    keys: ClassVar[tuple[str, str]] = ("full", "short")


class NameAndAlias(FullAndShort):
    """Two columns that name the same organisations in two languages, of which the second is kept as an alias."""

    __slots__ = ()
    keys: ClassVar[tuple[str, str]] = ("name", "alias")


PAIRS = (Pair, FullAndShort, NameAndAlias)


def flat(named: tuple[str | Pair, ...]) -> tuple[str, ...]:
    """The columns, those of a pair one by one."""
    return tuple(name for one in named for name in ((one.zh, one.en) if isinstance(one, Pair) else (one,)))


@dataclass(frozen=True)
class FieldMap:
    """The source of one field. Columns are named as in the header; unset values are empty.

    ``column``: one, or several that are joined (texts) or all read (lists). ``zh`` and ``en``: the columns of the
    same in two languages. ``instead``: those of which the first that says something is taken where these are empty.
    ``roles``: a role to its columns. ``separator``: a role to the mark that parts the names in a cell.
    ``unit``: the word for what numbers are counted in;
    ``unit_column``: the column that says it row by row. ``decimal``: the decimal mark. ``thousands``: ``unquoted``
    where their commas cut cells, ``anywhere`` where they stand at odd places. ``order``: ``dmy``, ``mdy``, ``roc`` or
    ``span``. ``codes``: a word of the list to a code, or to nothing where it says nothing. ``constant``: the same in
    all rows. ``several``: what becomes of several amounts in a cell. ``bare``: what small amounts are counted in that
    name no unit, in a column whose others do; ``none`` leaves them as remarks.
    """

    column: tuple[str, ...] = ()
    zh: str = ""
    en: str = ""
    join: str = ""
    instead: tuple[str, ...] = ()
    year: str = ""
    month: str = ""
    day: str = ""
    roles: Table[str, tuple[str | Pair, ...]] = field(default_factory=dict)
    separator: Table[str, str] = field(default_factory=dict)
    unit: str = ""
    unit_column: str = ""
    currency: str = ""
    decimal: str = ""
    thousands: str = ""
    several: str = ""
    bare: str = ""
    order: str = ""
    codes: Table[str, str] = field(default_factory=dict)
    constant: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the field comes from."""
        single = (self.zh, self.en, self.year, self.month, self.day, self.unit_column)
        return (
            *self.column,
            *filter(None, single),
            *self.instead,
            *(name for names in self.roles.values() for name in flat(names)),
        )

    @property
    def used_up(self) -> tuple[str, ...]:
        """The columns that say nothing beside what the field says.

        What stands in for others is a column of its own in the rows where it does not; and spans say when they end.
        """
        return () if self.order == SPAN else tuple(name for name in self.columns if name not in self.instead)

    def without(self, name: str) -> Self:
        """The source without one of its columns: the others stay, and so does the other one of a pair.

        A day has none of its columns without its year.
        """
        left = {role: tuple(_others_of(named, name)) for role, named in self.roles.items()}
        roles = {role: named for role, named in left.items() if named}
        is_day = name in (self.year, self.month, self.day)
        return replace(
            self,
            column=tuple(one for one in self.column if one != name),
            zh="" if self.zh == name else self.zh,
            en="" if self.en == name else self.en,
            instead=tuple(one for one in self.instead if one != name),
            year="" if is_day else self.year,
            month="" if is_day else self.month,
            day="" if is_day else self.day,
            roles=roles,
            separator={role: mark for role, mark in self.separator.items() if role in roles},
            unit_column="" if self.unit_column == name else self.unit_column,
        )


def _others_of(named: tuple[str | Pair, ...], name: str) -> Iterator[str | Pair]:
    """The columns of a role without one of them."""
    for one in named:
        if not isinstance(one, Pair):
            yield from () if one == name else (one,)
        elif name in (one.zh, one.en):
            yield one.en if one.zh == name else one.zh
        else:
            yield one


KEYS = tuple(one.name for one in fields(FieldMap))


def keys_of(field: Field) -> tuple[str, ...]:
    """The keys that a field may have in a MAP.toml. What names organisations may do so in two languages."""
    own = field.type.mapped_by
    return ("column", "zh", "en", "constant") if field.shown.to == TABLE_OF_NAMES and "roles" not in own else own


@dataclass(frozen=True)
class Mapping:
    """How a list is read: its kind, where it stands (what is not given is recognised), its fields, and known names."""

    kind: str
    fields: Table[str, FieldMap]
    sheet: str = ""
    header: int | None = None
    encoding: str = ""
    organisations: Table[str, str] = field(default_factory=dict)
    columns: Table[str, str] = field(default_factory=dict)
    """What becomes of columns that no field takes: a type of a field of the archive's own, ``passage``, ``skip``, or a
    field of the organisations that another column names."""
    same_rows: str = ""
    """What becomes of rows that say the same as an earlier one; empty where nobody said it."""
    keep_rows: str = ""
    """Rows that are records whatever they look like, as ``7, 9-12``."""
    below_rows: str = ""
    """What the empty cells of rows say that go on with the row above them; empty where nobody said it."""
    headings: str = ""
    """Whether what headings between the rows say holds for the rows below them; empty where nobody said it."""
    leave_rows: str = ""
    """Rows that are none, such as totals, written in the same way."""
    shared_rows: str = ""
    """What rows are that say the same but for a party; empty where nobody said it."""

    @property
    def separators(self) -> dict[str, str]:
        """The columns of organisations of which it is said what parts the names in a cell, each with that."""
        return {
            column: mark
            for mapped in self.fields.values()
            for role, mark in mapped.separator.items()
            for column in flat(mapped.roles.get(role, ()))
        }

    @property
    def kept(self) -> frozenset[int]:
        """The numbers of the rows that are records whatever they look like."""
        return rows_of(self.keep_rows)

    @property
    def left(self) -> frozenset[int]:
        """The numbers of the rows that are no records whatever they look like."""
        return rows_of(self.leave_rows)
