"""What is known of a column beside its cells: what its header says, the amounts that it stands beside, the list."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from shlex import quote

from cq_tui.importing.recognise.amounts.likely_currencies import likely_currencies
from cq_tui.importing.recognise.columns import money_headers
from cq_tui.importing.recognise.columns.currency_beside import currency_beside, is_of_no_other, named_after
from cq_tui.importing.recognise.columns.id_headers import may_number_somebody, numbers_things
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import NO_CURRENCY, SKIP, FieldMap, Mapping
from cq_tui.importing.recognise.words.day_headers import ends_as_days_do, is_day_header, is_other_day
from cq_tui.language import N_
from cq_tui.schema.kind import Kind
from cq_tui.values.currencies import DOLLAR_SIGN, UNCLEAR, currency_named, may_be
from cq_tui.values.measures import UNTOLD, Measure
from cq_tui.values.reasons import Code, Reason
from cq_tui.values.units import UNITS

_NUMBERS_ROWS = re.compile(r"(?i)(?:unnamed: ?\d+|index|idx|row(?:[ _]?(?:no|nr|num|number|id|names?))?|rownum|x)\.?")
"""What tools and people call a column that only numbers the rows."""


_UNIT = "UNIT"
"""Stands in a setting for thousand, million, 万: which one nothing tells, and a guess would be taken for an answer."""


class OwnColumn(Code):
    """What is told of a column that became a field of the archive's own, and may be wrong."""

    CURRENCY_OF_ANOTHER = N_(
        "likely in {currency}, as {column}; its own header names no currency. To say what it is counted in: {setting}"
    )
    CURRENCIES_OF_ANOTHER = N_("likely in the currencies of {column}; no column says that they are its own")
    ROUNDED = N_("its numbers were rounded by a spreadsheet, such as {cell}: they name nobody, and stay as they stand")
    NOT_TOLD = N_(
        "its header says an amount, but nothing says what it is counted in; these stay plain numbers. "
        "To read them as money: {setting}"
    )


class Told(Enum):
    """What is known of a column beside its cells: that its header says an amount, and a column says its currency."""

    NOTHING = auto()
    AN_AMOUNT = auto()
    CURRENCY_BESIDE = auto()


@dataclass(frozen=True, slots=True)
class ColumnHints:
    """``counted``: what the header says that numbers are counted in. ``commas``: decimals may stand behind one.

    ``told``: what else is known. ``beside``: the column of the currency of each row. ``dollars``: whose a bare $ is;
    without them it tells no currency. ``is_day``: the header says a day; ``is_day_of_the_republic``: in a list as
    Taiwan writes it. ``beside_days``: another column of the list is its day.
    ``numbers_rows``: it is called as what only numbers the rows is. ``says_money``: whether the header says an amount.
    ``likely_of``: the column of amounts whose currency it is likely to have, too, where ``counted`` says that one.
    ``of_another``: the words of ``beside`` say that it is the currency of other amounts.
    ``is_clear``: the file holds numbers there, whose point is one of decimals. ``is_id``: the header says a code.
    ``may_number_somebody``: it has a word for the numbers of a register, and names no currency.
    """

    counted: Measure = UNTOLD
    commas: bool = False
    told: Told = Told.NOTHING
    beside: str = ""
    dollars: str = ""
    is_day: bool = False
    is_day_of_the_republic: bool = False
    beside_days: bool = False
    numbers_rows: bool = False
    says_money: bool = False
    likely_of: str = ""
    of_another: bool = False
    is_clear: bool = False
    is_id: bool = False
    may_number_somebody: bool = False
    like: "MainAmounts | None" = None
    """The list's amounts, where one unit and one currency hold for all."""

    @property
    def of_no_money(self) -> "ColumnHints":
        """The same of a column whose numbers are those of a register."""
        return replace(self, counted=UNTOLD, told=Told.NOTHING, beside="", says_money=False, likely_of="", is_id=True)

    @property
    def without_likely(self) -> "ColumnHints":
        """The same where the column is not taken for amounts like another one."""
        return replace(self, counted=Measure(self.counted.unit, ""), told=Told.NOTHING, likely_of="")

    def as_told(self, told: Measure) -> "ColumnHints":
        """The same where somebody says that it is money, and ``told`` what it is counted in.

        A currency that nothing else says is likely that of the list's amounts.
        """
        unit, currency = told.unit or self.counted.unit, told.currency or self.counted.currency
        likely = self.like if self.like and not currency and not self.beside else None
        counted = Measure(unit, likely.currency if likely else currency)
        return replace(self, counted=counted, likely_of=likely.column if likely else "")

    def remark(self, word: str, rounded: str = "", column: str = "") -> Reason | None:
        """What is to be told of a column that became a field of the type ``word``; ``rounded``: as its type has it."""
        if rounded:
            return Reason.of(OwnColumn.ROUNDED, cell=f'"{rounded}"')
        if word == "money" and self.likely_of:
            told = {"currency": self.counted.currency, "column": self.likely_of}
            return Reason.of(OwnColumn.CURRENCY_OF_ANOTHER, **told, setting=self._money(column, _UNIT))
        if word == "money" and self.of_another:
            return Reason.of(OwnColumn.CURRENCIES_OF_ANOTHER, column=self.beside)
        if word in ("number", "count") and self.says_money and not self.may_number_somebody:
            return Reason.of(
                OwnColumn.NOT_TOLD,
                setting=self._money(column, self.counted.unit or (self.like.unit if self.like else "")),
            )
        return None

    def _money(self, column: str, unit: str) -> str:
        """The setting that says what the column is counted in, filled in as the list's amounts are."""
        currency = self.counted.currency or (self.like.currency if self.like else "EUR")
        return f"--set {quote(f'{column}=money {unit} {currency}'.replace('  ', ' '))}"


class HintsOfList:
    """Tells what is known of each column of a list."""

    def __init__(self, kind: Kind, mapping: Mapping, header: Header) -> None:
        self._mapping, self._header = mapping, header
        amounts = [one for one in kind.fields if one.type.is_money and one.name in mapping.fields]
        if _leaves_currencies(kind, mapping, header):
            amounts = []  # what the amounts are counted in is no sign of what others are
        self._dollars = next(filter(None, (_dollars(mapping.fields[one.name]) for one in amounts)), "")
        self._main = next(filter(None, (_main(mapping.fields[one.name]) for one in amounts)), None)
        self._has_days = any(one.type.is_day and mapping.fields.get(one.name, FieldMap()).column for one in kind.fields)
        self._traditional = "TWD" in likely_currencies(header.names, ())

    def of(self, position: int) -> ColumnHints:
        """The hints of the column at a position."""
        header = self._header
        word, name = header.words[position], header.names[position]
        says_money = money_headers.says_money(word, name)
        counted, beside, told, likely_of = word.measure, "", Told.NOTHING, ""
        of_another = False
        if word.field is not None and word.field.type.is_money:
            for above, _cell in header.counted:
                counted = Measure(counted.unit or above.unit, counted.currency or above.currency)
            currency = self._mapping.fields.get(word.field.shown.currency or "", FieldMap())
            own = currency_beside(name, header.names, self._currencies(word.field.shown.currency))
            beside = own or (currency.column[0] if currency.column and not counted.currency else "")
            of_another = bool(beside) and not own and not is_of_no_other(beside, name)
            told = Told.CURRENCY_BESIDE if beside else Told.AN_AMOUNT
        if says_money and not beside and not counted.currency and (after := named_after(name, header.names)):
            beside, told = after, Told.CURRENCY_BESIDE
        if says_money and not beside and not counted.currency and self._main:
            like = self._main
            if not counted.unit and not like.unit:
                counted, told, likely_of = Measure("", like.currency), Told.AN_AMOUNT, like.column
        dollars = "" if beside else self._dollars
        is_day = is_day_header(name) or ends_as_days_do(name) or is_other_day(name)
        of_the_republic = self._traditional and is_day_header(name)
        numbers_rows = _NUMBERS_ROWS.fullmatch(name.strip()) is not None
        return ColumnHints(
            counted, header.decimal_commas, told, beside, dollars, is_day, of_the_republic, self._has_days,
            numbers_rows, says_money, likely_of, of_another,
            is_clear=position in header.points, is_id=numbers_things(name),
            may_number_somebody=not word.measure.currency and may_number_somebody(name),
            like=self._main,
        )  # fmt: skip

    def _currencies(self, field: str | None) -> list[str]:
        """The columns whose headers say currencies, and that are not left out of everything."""
        pairs = zip(self._header.names, self._header.words, strict=True)
        said = (name for name, word in pairs if word.field is not None and word.field.name == field)
        return [name for name in said if self._mapping.columns.get(name) != SKIP]


def _leaves_currencies(kind: Kind, mapping: Mapping, header: Header) -> bool:
    """Whether somebody said that a column of currencies is not that of the list's amounts: it may be that of others."""
    fields = {one.shown.currency for one in kind.fields if one.shown.currency}
    pairs = zip(header.names, header.words, strict=True)
    return any(word.field is not None and word.field.name in fields and name in mapping.columns for name, word in pairs)


@dataclass(frozen=True, slots=True)
class MainAmounts:
    """The column of the list's amounts, and what all of it is counted in."""

    column: str
    unit: str
    currency: str


def _main(mapped: FieldMap) -> MainAmounts | None:
    """The column of the list's amounts with what it is counted in, where one currency holds for all of it."""
    currency = currency_named(mapped.currency) or ""
    if len(mapped.column) != 1 or not currency or currency in UNCLEAR or mapped.currency == NO_CURRENCY:
        return None
    unit = "" if not mapped.unit or UNITS.get(mapped.unit, 0) == 1 else mapped.unit
    return None if mapped.unit_column else MainAmounts(mapped.column[0], unit, currency)


def _dollars(mapped: FieldMap) -> str:
    """Whose dollars the list's amounts are in; a bare $ elsewhere in the list is of the same."""
    code = currency_named(mapped.currency) or ""
    return code if may_be(DOLLAR_SIGN, code) else ""
