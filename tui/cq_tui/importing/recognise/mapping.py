"""How a list's columns become a kind's fields: plain values, made by ``propose`` or read from a MAP.toml."""

import json
import re
from collections.abc import Iterable
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal

from cq_tui.language import N_, _, current, sentences
from cq_tui.schema.field import Field
from cq_tui.values.amounts import written
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Code, Reason

TABLE_OF_NAMES = "organisations"
"""The table of a MAP.toml that maps names to the ids of organisations."""


NO_CURRENCY = "none"
"""In place of a currency: cells of which nothing else tells it are left as remarks."""
TABLE_OF_COLUMNS = "columns"
"""The table of a MAP.toml that says what becomes of columns that no field takes."""
STAYS, SKIP = "passage", "skip"
"""A column that stays in the passages alone; one that is left out of them, too."""
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


UNQUOTED = "unquoted"
"""Of a column of numbers: its commas stand in no quotation marks, so that they cut it into several cells."""


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

    ``column``: one, or several that are joined (texts) or all read (lists). ``zh`` and ``en``: the columns of the
    same in two languages. ``roles``: a role to its columns. ``unit``: the word for what numbers are counted in;
    ``unit_column``: the column that says it row by row. ``decimal``: the decimal mark. ``thousands``: ``unquoted``
    where their commas cut cells. ``order``: ``dmy`` or ``mdy``. ``codes``: a word of the list to a code, or to
    nothing where it says nothing. ``constant``: the same in all rows.
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
    unit_column: str = ""
    currency: str = ""
    decimal: str = ""
    thousands: str = ""
    order: str = ""
    codes: Table[str, str] = field(default_factory=dict)
    constant: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the field comes from."""
        single = (self.zh, self.en, self.year, self.month, self.day, self.unit_column)
        return (*self.column, *filter(None, single), *(name for names in self.roles.values() for name in flat(names)))


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


class Asked(Code):
    """What can't be guessed of a list."""

    WHICH_COLUMN = N_("More than one column could be {field}: {names}.")
    DAY_OR_MONTH = N_('{column}: "{value}" can be day and month or month and day.')
    YUAN_OR_YEN = N_('{column}: "{value}": ¥ can be yuan or yen.')
    WHICH_CURRENCY = N_('{column}: "{value}" can be of several currencies: {names}.')
    NO_CURRENCY = N_('{column}: "{value}" names no currency. Which one is it?')
    IS_IT_MONEY = N_("{column}: which currency are these, if they are money? They name none: {value}")
    ROWS_WITHOUT = N_('{count} of {rows} rows name no currency, such as "{value}": which one is theirs?')
    TWO_UNITS = N_('{column} is counted in {here}, but "{cell}" above the list says {above}.')
    UNIT_UNCLEAR = N_('{column}: "{value}" does not say clearly what the numbers are counted in.')
    SEPARATOR = N_('{column}: the separator in "{value}" can part thousands or decimals.')
    NO_KNOWN_WORD = N_("{column}: none of its words is known.")
    NO_COLUMN = N_("No column says {field}, which every {kind} needs.")


_KEEP = N_("Keep one of these lines.")
_KEEP_OR_OTHER = N_("Keep one of these lines, or write another code.")
_HOW = {
    Asked.YUAN_OR_YEN: _KEEP_OR_OTHER,
    Asked.WHICH_CURRENCY: _KEEP_OR_OTHER,
    Asked.NO_CURRENCY: _KEEP_OR_OTHER,
    Asked.IS_IT_MONEY: _KEEP_OR_OTHER,
    Asked.ROWS_WITHOUT: _KEEP_OR_OTHER,
    Asked.NO_KNOWN_WORD: N_("Say which code each means."),
    Asked.NO_COLUMN: N_("Name its column, or one value for all rows."),
}
"""What to do with the answers to choose from, as they stand in a MAP.toml; where nothing stands, one line is kept."""


class Evidence(Code):
    """What a proposal rests on."""

    KNOWN_WORD = N_("the header says {field}")
    ENDS_IN_WORD = N_("the header has a word for {field} among others")
    POSSIBLE_WORD = N_("the header can mean {field}")
    CELLS_READ = N_("{read} of {filled} cells read as {what}")
    HEADER_COUNTS = N_('the header says "{said}"')
    TITLE_COUNTS = N_('"{cell}" stands above the list')
    UNIT_COLUMN = N_("the column {column} says the unit of each row")
    CURRENCY_COLUMN = N_("the column {column} says the currency of each row")
    CELLS_NAME = N_("{currency} in {count} of {filled} cells")
    CELLS_SAY = N_("other cells say {currency}")
    DOLLARS_OF_HEADER = N_("$ beside a unit is taken for US dollars; {setting} would take it for another")
    OF_COUNTRY = N_("the column {column} says {country}")
    OF_ADDRESSES = N_("web addresses of {country}: {count}")
    NO_DOLLARS = N_("none of the countries in {column} has dollars of its own")
    CHINESE_DOLLARS = N_("$ in a Chinese list is taken for US dollars")
    CHINESE_LIST = N_("¥ in a Chinese list is taken for yuan")
    JAPANESE_LIST = N_("¥ in a Japanese list is taken for yen")
    DECIMALS = N_('decimals stand behind "{mark}" in this column')
    COMPOSED = N_("no column is a title; it is put together")
    CELLS_ARE = N_("its header says {field}, but its cells are {what}")
    NO_WORD_KNOWN = N_("its header says {field}, but none of its words is known")
    BY_CELLS = N_("no header says {field}; its cells do")
    OTHER_IS_SURER = N_('it can be {field}, too, but "{column}" says so more surely')
    NEARLY_EMPTY = N_('it can be {field}, too, but {filled} of its {rows} cells are filled, of "{column}" {other}')


@dataclass(frozen=True, slots=True)
class Answer:
    """One line that would answer a question in a MAP.toml: a key, its value, and a remark behind it.

    ``remark``: its first cells, or what else may stand there. ``makes``: what the first cells would become, or the sum
    of all. ``likely``: whether it is the likely one.
    """

    key: str
    value: str | tuple[tuple[str, str], ...]
    """A text, or words with the codes that they mean."""
    remark: str = ""
    makes: tuple["Made", ...] = ()
    likely: bool = False

    @property
    def assignment(self) -> str:
        """The answer as TOML."""
        if isinstance(self.value, str):
            return f"{self.key} = {in_quotes(self.value)}"
        words = (f"{in_quotes(word)} = {in_quotes(code)}" for word, code in self.value)
        return f"{self.key} = {{ {', '.join(words)} }}"

    @property
    def line(self) -> str:
        """The line as it stands in a MAP.toml."""
        told = _joined([*([_("likely")] if self.likely else []), *filter(None, [self.told])])
        return self.assignment + (f"  # {told}" if told else "")

    def settings(self, field: str) -> list[str]:
        """The answer as ``--set`` takes it: one for a key, or one for each word that gets a code."""
        if isinstance(self.value, str):
            return [f"{field}.{self.key}={self.value or '...'}"]
        return [f"{field}.{self.key}.{word}={code or '...'}" for word, code in self.value]

    @property
    def told(self) -> str:
        """What it is about on one line: first cells, what becomes of them, what all add up to."""
        return clean_line(_joined(filter(None, (self.remark, ", ".join(map(str, self.makes))))))


@dataclass(frozen=True, slots=True)
class Made:
    """A cell and what an answer makes of it: a number with its currency, or a day; no cell: the sum of all."""

    cell: str
    value: Decimal | date
    currency: str = ""

    @property
    def words(self) -> str:
        """The value as people write it."""
        return self.value.isoformat() if isinstance(self.value, date) else written(self.value, self.currency)

    def __str__(self) -> str:
        return f"{self.cell} → {self.words}" if self.cell else _("sum {sum}").format(sum=self.words)


@dataclass(frozen=True, slots=True)
class Question:
    """What can't be guessed: the field, what is asked about it, and the answers to choose from."""

    field: str
    asked: Asked
    reason: Reason
    answers: tuple[Answer, ...] = ()
    optional: bool = False
    """Whether the field may be left out: then none of the answers is one, too."""

    @property
    def text(self) -> str:
        """The question in the language in force."""
        return str(self.reason)

    @property
    def in_full(self) -> str:
        """The question, and how it is answered in a MAP.toml."""
        none = _("Or take the table out: then no field takes it.") if self.optional else ""
        return clean_line(sentences(self.text, _(_HOW.get(self.asked, _KEEP)), none))

    @property
    def none_of_these(self) -> str:
        """What answers that it is none of these, as ``--set`` takes it; empty for a field that is needed."""
        return f"{self.field}=" if self.optional else ""

    @property
    def by_themselves(self) -> tuple[Answer, ...]:
        """The answers each of which is enough; what stands below a column is only how that one is read."""
        columns = tuple(one for one in self.answers if one.key == "column")
        return columns if self.asked is Asked.WHICH_COLUMN else self.answers

    def answered_by(self, key: str) -> bool:
        """Whether what a key of a MAP.toml sets would answer it."""
        return any(answer.key == key for answer in self.answers)


def _joined(parts: Iterable[str]) -> str:
    return ("；" if current() == "zh" else "; ").join(parts)


def in_quotes(text: str) -> str:
    """A text as a string of TOML."""
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True)
class Proposal:
    """A mapping with what is still open: the questions, and the columns that no field takes.

    ``evidence``: what the source of each field rests on; ``likely``: the fields that are proposed and not certain.
    ``set_aside``: the columns whose header is a field's and whose cells are not, and why.
    """

    mapping: Mapping
    questions: tuple[Question, ...] = ()
    unused: tuple[str, ...] = ()
    hints: Table[str, tuple[str, ...]] = field(default_factory=dict)
    """Further lines of a field's table, written as comments: words that no code is known for."""
    evidence: Table[str, tuple[Reason, ...]] = field(default_factory=dict)
    likely: frozenset[str] = frozenset()
    set_aside: Table[str, Reason] = field(default_factory=dict)

    def why(self, field: str) -> str:
        """What the source of a field rests on, in a few words; empty where that is not known."""
        told = clean_line(_joined(map(str, self.evidence.get(field, ()))))
        return _("likely: {why}").format(why=told) if told and field in self.likely else told

    @property
    def left_aside(self) -> Table[str, Reason]:
        """The columns that are no field's although they could be, each with why."""
        return {name: why for name, why in self.set_aside.items() if name in self.passed_over}

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The columns that no field takes and no question asks about."""
        asked = {one.value for question in self.questions for one in question.answers if one.key == "column"}
        return tuple(name for name in self.unused if name not in asked)
