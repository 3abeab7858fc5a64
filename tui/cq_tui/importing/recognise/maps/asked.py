"""What can't be guessed of a list: a question, the answers to choose from, and what each makes of the first cells."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cq_tui.importing.recognise.maps.mapping import HEADER, SHEET, table_of
from cq_tui.language import N_, _, current, sentences
from cq_tui.values.amounts import written
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Code, Reason


class Asked(Code):
    """What can't be guessed of a list."""

    WHICH_SHEET = N_("More than one sheet could be the list: {names}. Which one is it?")
    WHICH_LIST = N_(
        "The amounts stand in the list {name} within the records, several in some of them. Which one is the list?"
    )
    HEADER_OR_RECORD = N_(
        'No word of row {row} is known from headers: "{cells}". Is it the header, or the first record of a list '
        "without one?"
    )
    WHICH_COLUMN = N_("More than one column could be {field}: {names}.")
    NO_SURE_COLUMN = N_("No header surely says {field}. Which column is it: {names}?")
    CURRENCY_OF_THESE = N_("None of these columns clearly names a currency: {names}. Which one is it?")
    DAY_OR_MONTH = N_('{column}: "{value}" can be day and month or month and day.')
    OF_THE_REPUBLIC = N_('{column}: "{value}" can be a day of the calendar of the Republic of China.')
    YUAN_OR_YEN = N_('{column}: "{value}": ¥ can be yuan or yen.')
    WHICH_CURRENCY = N_('{column}: "{value}" can be of several currencies: {names}.')
    NO_CURRENCY = N_('{column}: "{value}" names no currency. Which one is it?')
    IS_IT_MONEY = N_("{column}: which currency are these, if they are money? They name none: {value}")
    ROWS_WITHOUT = N_('{count} of {rows} rows name no clear currency, such as "{value}": which one is theirs?')
    CURRENCY_WORD = N_('{column}: "{value}" in {count} of {rows} rows is no currency that is known. Which one is it?')
    TWO_UNITS = N_('{column} is counted in {here}, but "{cell}" above the list says {above}.')
    HEADER_OR_COLUMN = N_(
        '{column} is counted in {unit} by its header, but {other} says "{value}". Does it belong to these amounts?'
    )
    UNIT_UNCLEAR = N_('{column}: "{value}" does not say clearly what the numbers are counted in.')
    UNIT_TOO_LARGE = N_(
        '{column}: the header counts in {unit}, which would make "{value}" {made}. What are the numbers counted in?'
    )
    SEPARATOR = N_('{column}: the separator in "{value}" can part thousands or decimals.')
    SAME_ROWS = N_(
        "Rows that are the same as an earlier one: {count}; the first is row {row}, the same as row {first}. "
        "Count them, or leave them out?"
    )
    ROWS_OF_ONE_RECORD = N_(
        "Rows that are the same as another one but for {columns}: {count}; the first is row {row}, as row {first}. "
        "Are they one record with it, whose amount counts once, or does each count?"
    )
    ROWS_BELOW = N_(
        "Rows that have nothing in {names}, as if the row above them said it for them, too: {count}; the first is row "
        "{row}. Does it hold for them?"
    )
    HEADINGS = N_(
        "Headings between the rows say {field}: {count}, with {rows} rows below them: {names}. Do they hold for these "
        "rows?"
    )
    SUMS_OF_OTHERS = N_(
        "Rows whose amount is what others together have: {count}; the first is row {row}, with {amount}, the sum of "
        "{rows} other rows. Are they records, or totals?"
    )
    SUMS_OF_OTHERS_AND_LIKE = N_(
        "Rows whose amount is what others together have: {count}; the first is row {row}, with {amount}, the sum of "
        "{rows} other rows. Rows that lack {names} as they do: {others}. Are they records, or totals?"
    )
    SEVERAL_NAMES = N_(
        '{column}: {count} of {filled} different cells hold commas, such as "{cell}". Do they part names, or is each '
        "cell one name?"
    )
    NAMES_BEHIND_BLANKS = N_(
        '{column}: {count} of {filled} different cells hold blanks between names, such as "{cell}". Do they part '
        "names, or is each cell one name?"
    )
    NAMES_AROUND_AND = N_(
        '{column}: {count} of {filled} different cells hold an and or & between two names, such as "{cell}". Does it '
        "part them, or is each cell one name?"
    )
    NAMES_AROUND_SLASH = N_(
        '{column}: {count} of {filled} different cells hold a slash between two names, such as "{cell}", none of which '
        "stands alone elsewhere. Does it part them, or is each cell one name, as in two languages?"
    )
    SEVERAL_AMOUNTS = N_(
        '{column}: {count} of {filled} cells hold several amounts, such as "{cell}". Are they added up, is the first '
        "one taken, or none?"
    )
    NO_KNOWN_WORD = N_("{column}: none of its words is known.")
    NO_COLUMN = N_("No column says {field}, which every {kind} needs.")

    @property
    def of_place(self) -> bool:
        """Whether it asks where in its file the list stands: what else is to be asked hangs on that."""
        return self in (Asked.WHICH_SHEET, Asked.WHICH_LIST, Asked.HEADER_OR_RECORD)

    @property
    def of_totals(self) -> bool:
        """Whether it asks for rows that may be totals."""
        return self in (Asked.SUMS_OF_OTHERS, Asked.SUMS_OF_OTHERS_AND_LIKE)

    @property
    def of_columns(self) -> bool:
        """Whether it asks for one of several columns, and nothing but a column answers it."""
        return self in (Asked.WHICH_COLUMN, Asked.NO_SURE_COLUMN)


OF_NAMES = (Asked.SEVERAL_NAMES, Asked.NAMES_BEHIND_BLANKS, Asked.NAMES_AROUND_AND, Asked.NAMES_AROUND_SLASH)
"""What is asked of the marks that may part the names of a column."""
_KEEP = N_("Keep one of these lines.")
_KEEP_OR_OTHER = N_("Keep one of these lines, or write another code.")
_HOW = {
    Asked.YUAN_OR_YEN: _KEEP_OR_OTHER,
    Asked.WHICH_CURRENCY: _KEEP_OR_OTHER,
    Asked.NO_CURRENCY: _KEEP_OR_OTHER,
    Asked.CURRENCY_OF_THESE: _KEEP_OR_OTHER,
    Asked.IS_IT_MONEY: _KEEP_OR_OTHER,
    Asked.ROWS_WITHOUT: _KEEP_OR_OTHER,
    Asked.CURRENCY_WORD: _KEEP_OR_OTHER,
    Asked.NO_KNOWN_WORD: N_("Say which code each means."),
    Asked.NO_COLUMN: N_("Name its column, or one value for all rows."),
}
"""What to do with the answers to choose from, as they stand in a MAP.toml; where nothing stands, one line is kept."""


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
            return f"{self.key} = {self.value if self.key == HEADER else in_quotes(self.value)}"
        if len(self.value) == 1:  # a line of its own, so that several words of one table can be answered
            ((word, code),) = self.value
            return f"{self.key}.{in_quotes(word)} = {in_quotes(code)}"
        words = (f"{in_quotes(word)} = {in_quotes(code)}" for word, code in self.value)
        return f"{self.key} = {{ {', '.join(words)} }}"

    @property
    def line(self) -> str:
        """The line as it stands in a MAP.toml."""
        told = joined([*([_("likely")] if self.likely else []), *filter(None, [self.told])])
        return self.assignment + (f"  # {told}" if told else "")

    def settings(self, field: str) -> list[str]:
        """The answer as ``--set`` takes it: one for a key, or one for each word that gets a code."""
        if field == self.key and field in (SHEET, HEADER):  # it stands above the tables
            return [f"{self.key}={self.value}"]
        if isinstance(self.value, str):
            return [f"{table_of(field)}.{self.key}={self.value or '...'}"]
        return [f"{table_of(field)}.{self.key}.{word}={code or '...'}" for word, code in self.value]

    @property
    def told(self) -> str:
        """What it is about on one line: first cells, what becomes of them, what all add up to."""
        return clean_line(joined(filter(None, (self.remark, ", ".join(map(str, self.makes))))))


@dataclass(frozen=True, slots=True)
class Made:
    """A cell and what an answer makes of it: a number with its currency, or a day; no cell: the sum of all.

    ``given``: how a cell is read in a sum that hangs on it, as ``1.200 → 1,200``.
    """

    cell: str
    value: Decimal | date
    currency: str = ""
    given: str = ""
    rows: int = 0
    """Of how many first rows the sum is; 0 where it is that of all."""

    @property
    def words(self) -> str:
        """The value as people write it."""
        return self.value.isoformat() if isinstance(self.value, date) else written(self.value, self.currency)

    def __str__(self) -> str:
        if self.cell:
            return f"{self.cell} → {self.words}"
        if self.given:
            told = _("sum {sum} if {reading}").format(sum=self.words, reading=self.given)
        else:
            told = _("sum {sum}").format(sum=self.words)
        return _("{sum} (of the first {count} rows)").format(sum=told, count=f"{self.rows:,}") if self.rows else told


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
        return f"{table_of(self.field)}=" if self.optional else ""

    @property
    def by_themselves(self) -> tuple[Answer, ...]:
        """The answers each of which is enough; what stands below a column is only how that one is read."""
        columns = tuple(one for one in self.answers if one.key == "column")
        return columns if self.asked.of_columns else self.answers

    def answered_by(self, key: str, word: str = "") -> bool:
        """Whether what a key of a MAP.toml sets would answer it; ``word``: the one that gets a code by it."""
        if word and self.asked in (Asked.CURRENCY_WORD, *OF_NAMES) and word != self.word:
            return False
        return any(answer.key == key for answer in self.answers)

    @property
    def word(self) -> str:
        """The one word that is asked about; empty where it is about more, or about none."""
        words = {word for one in self.answers if not isinstance(one.value, str) for word, _code in one.value}
        return words.pop() if len(words) == 1 else ""


def joined(parts: Iterable[str]) -> str:
    """Several remarks as one."""
    return ("；" if current() == "zh" else "; ").join(parts)


def in_quotes(text: str) -> str:
    """A text as a string of TOML."""
    return json.dumps(text, ensure_ascii=False)
