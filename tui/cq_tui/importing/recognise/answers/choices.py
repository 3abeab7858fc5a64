"""What can be chosen for a field: answers to what is asked, columns, how they are read, the same for all rows."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from cq_tui.importing.recognise.answers.mapping_rows import MappingRow
from cq_tui.importing.recognise.columns.previews import made
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.days.dates_of_list import made_of_days
from cq_tui.importing.recognise.headers.header import first_rows
from cq_tui.importing.recognise.maps.asked import Answer, Made, Question
from cq_tui.importing.recognise.maps.mapping import (
    ANYWHERE,
    NO_CURRENCY,
    NO_UNIT,
    ONE_EACH,
    SHEET,
    UNQUOTED,
    FieldMap,
    FullAndShort,
    NameAndAlias,
    Pair,
    keys_of,
)
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.importing.recognise.words.code_lookup import names_by_code
from cq_tui.importing.recognise.words.listed_names import AND, BLANK
from cq_tui.importing.sources.sheet import EVERY_SHEET, Sheet
from cq_tui.language import _
from cq_tui.schema.cells import code_words
from cq_tui.values.amounts import ZH_CURRENCIES
from cq_tui.values.currencies import UNCLEAR, currencies
from cq_tui.values.dotted_months import ZEROS_KEPT, keep_their_zeros
from cq_tui.values.eras import ROC
from cq_tui.values.measures import Measure
from cq_tui.values.money_of_countries import money_of_countries
from cq_tui.values.nothing import is_nothing
from cq_tui.values.several_amounts import FIRST, NEITHER, SUM
from cq_tui.values.year_spans import SPAN

_UNITS = ("ones", "千", "万", "百万", "亿", "十亿", "k", "m", "bn")
_MOST_IDS = 200
_LOOKED_AT = 500
"""Rows whose cells show what a choice makes of them."""
OPEN = "open"
"""The key of the choice that leaves a question open."""
IN_LANGUAGES = "name alias"
IN_SHORT = "full short"
"""The value of the choice that two columns name the same, in full and in short."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: ``key`` is what of a MAP.toml it sets, empty for reading nothing; ``chosen`` if it is so now.

    ``found_by``: what it is found by when somebody types, beside its words. ``in_full``: its side is never cut.
    """

    key: str
    value: str
    words: str
    side: str = ""
    chosen: bool = False
    found_by: str = ""
    in_full: bool = False


def choices(prepared: Prepared, slot: MappingRow) -> list[Choice]:
    """What can be chosen for a slot; where something is asked, its answers first, and the likely one is chosen."""
    asked = list(_answers(prepared, slot))
    known = {(one.key, one.value) for one in asked}
    every = (*_columns(prepared, slot), *_ways(prepared, slot), *_constants(prepared, slot), *_nothing(slot))
    return [*asked, *(one for one in every if (one.key, one.value) not in known)]


def sheets(sheet: Sheet, asked: Question | None = None) -> list[Choice]:
    """The sheets of a file, the one that is read first; where it is asked which, those that it may be come first."""
    several = sheet.first and any("!" not in one for one in sheet.others)
    names = (sheet.name, *sheet.to_choose, *([EVERY_SHEET] if several else []))
    words = {"": sheet.path.name, EVERY_SHEET: _("all sheets with the same columns")}
    told = {str(one.value): one for one in asked.answers} if asked else {}
    likely = next((name for name, one in told.items() if one.likely), "" if told else sheet.name)
    return [
        Choice(SHEET, name, words.get(name, name), side_of(told[name]) if name in told else "", name == likely)
        for name in dict.fromkeys((*told, *names))
    ]


def header_rows(sheet: Sheet, prepared: Prepared | None) -> list[Choice]:
    """The first rows that hold anything, and the one that is; each may be the header, or none of them.

    ``prepared``: None where none was found.
    """
    held = prepared.listed.header.row if prepared else None
    looked_at = len(first_rows(sheet))
    rows = enumerate(islice(sheet.rows(), max(looked_at, (held or 0) - sheet.first + 1)), sheet.first)
    none = Choice("header", "0", _("none"), _("the columns are called by their letters"), held == 0)
    return [
        Choice("header", str(number), _("row {row}").format(row=number), " | ".join(filter(None, row)), number == held)
        for number, row in rows
        if any(row) and (number < sheet.first + looked_at or number == held)
    ] + [none]


def _answers(prepared: Prepared, slot: MappingRow) -> Iterator[Choice]:
    """The answers to what is asked, with what they make of the first cells; before them one that leaves it open."""
    if slot.question is None:
        return
    said = [one for one in slot.question.by_themselves if _value_of(one)]
    if not any(one.likely for one in said):
        yield Choice(OPEN, "", _("leave it open"), chosen=True)
    for one in said:
        if one.key != "constant":
            yield Choice(one.key, _value_of(one), _words(one), side_of(one), one.likely, in_full=True)
    yield from _constants(prepared, slot)


def side_of(answer: Answer) -> str:
    """What stands beside an answer: whether it is likely, its remark, and what it makes of the first cells."""
    likely = _("likely") if answer.likely else ""
    return "; ".join(filter(None, (likely, answer.remark, _sides(answer.makes))))


def _value_of(answer: Answer) -> str:
    """What an answer sets, of one word that gets a code both; empty where that is still to be said."""
    if isinstance(answer.value, str):
        return answer.value
    word, code = answer.value[0]
    return f"{word}={code}" if len(answer.value) == 1 and code else ""


def _words(answer: Answer) -> str:
    """What an answer says."""
    value = str(answer.value) if isinstance(answer.value, str) else answer.value[0][1]
    match answer.key:
        case "unit":
            return _unit_words(value)
        case "currency" if value == NO_CURRENCY:
            return _("rows without a currency are left as remarks")
        case "codes" if value == NO_CURRENCY:
            return _("no currency; its rows are left as remarks")
        case "currency" | "codes":
            return _("in {currency}").format(currency=value)
        case "separator":
            return separator_words(value)
        case "order" | "decimal":
            return _WAYS[value]()
    return value


def separator_words(mark: str) -> str:
    """What parts the names in a cell, in words."""
    if mark == AND:
        return _("an and or & parts names")
    if mark == BLANK:
        return _("blanks part names")
    return _("one name each") if mark == ONE_EACH else _('"{mark}" parts names').format(mark=mark)


def _sides(makes: Iterable[Made]) -> str:
    """What first cells become, with no sign that is two cells wide on some terminals."""
    return ", ".join(f"{one.cell} = {one.words}" if one.cell else str(one) for one in makes)


def _unit_words(unit: str) -> str:
    return _("counted in ones") if unit == "ones" else _("counted in {unit}").format(unit=unit)


_WAYS = {
    "dmy": lambda: _("03/04/2025 is a day in April"),
    ROC: lambda: _("105/01/15 is a day of 2016"),
    SPAN: lambda: _("2024 - 2029 begins in 2024"),
    ZEROS_KEPT: lambda: _("2014.1 is January"),
    "mdy": lambda: _("03/04/2025 is a day in March"),
    ".": lambda: _("1,234.5 with a decimal point"),
    ",": lambda: _("1.234,5 with a decimal comma"),
}
"""How a column is read, in words of the language in force."""


def _columns(prepared: Prepared, slot: MappingRow) -> Iterator[Choice]:
    rows = prepared.first_rows(20)
    for position, name in enumerate(prepared.listed.header.names):
        first = next((row[position] for row in rows if position < len(row) and row[position].strip()), "")
        yield Choice("column", name, name, first, name in slot.columns)


def _ways(prepared: Prepared, slot: MappingRow) -> Iterator[Choice]:
    mapped, keys = slot.mapped or FieldMap(), keys_of(slot.field)
    if slot.role and len(slot.columns) == 2:
        pair = next((type(one) for one in slot.named if isinstance(one, Pair)), None)
        yield Choice("pair", "", _("each column names organisations of its own"), chosen=pair is None)
        yield Choice("pair", "zh en", _("both name the same, in Chinese and English"), chosen=pair is Pair)
        if pair is NameAndAlias:
            words = _("both name the same, in two languages; the second is kept as an alias")
            yield Choice("pair", IN_LANGUAGES, words, chosen=True)
        yield Choice("pair", IN_SHORT, _("both name the same, in full and in short"), chosen=pair is FullAndShort)
    if held := mapped.separator.get(slot.role):
        for mark in dict.fromkeys((",", held, ONE_EACH)):
            yield Choice("separator", f"{slot.role}={mark}", separator_words(mark), chosen=mark == held)
    if not slot.columns or slot.role:
        return
    yield from _measures(prepared, slot, mapped)
    if "order" in keys and not mapped.year:
        yield from _orders(_profile(prepared, slot), mapped)
    yield from _of_odd_cells(mapped, keys)


def _orders(profile: ColumnProfile, mapped: FieldMap) -> Iterator[Choice]:
    """In which order days stand; of those that few lists have, what the column may have."""
    for order in ("dmy", "mdy"):
        side = _sides(made_of_days(profile.cells, order)[:1])
        yield Choice("order", order, _WAYS[order](), side, chosen=mapped.order == order)
    rare = (
        (SPAN, profile.are_year_spans),
        (ROC, profile.are_of_the_republic),
        (ZEROS_KEPT, keep_their_zeros(profile.cells)),
    )
    for order, may_be in rare:
        if may_be or mapped.order == order:
            yield Choice("order", order, _WAYS[order](), chosen=mapped.order == order)


def _of_odd_cells(mapped: FieldMap, keys: Collection[str]) -> Iterator[Choice]:
    """What becomes of cells with several amounts, where that was answered, and of thousands that cut cells."""
    if mapped.several:
        yield Choice("several", SUM, _("several amounts are added up"), chosen=mapped.several == SUM)
        yield Choice("several", FIRST, _("the first of several amounts"), chosen=mapped.several == FIRST)
        yield Choice("several", NEITHER, _("none of several amounts"), chosen=mapped.several == NEITHER)
    if mapped.bare:
        for unit in dict.fromkeys(("ones", mapped.bare, NO_UNIT)):
            words = _("those without a unit are left as remarks") if unit == NO_UNIT else _unit_words(unit)
            yield Choice("bare", unit, words, chosen=mapped.bare == unit)
    if "thousands" in keys:
        yield Choice("thousands", "", _("1,000 without quotation marks is two cells"), chosen=not mapped.thousands)
        yield Choice(
            "thousands", UNQUOTED, _("1,000 without quotation marks is one number"), chosen=mapped.thousands == UNQUOTED
        )
        yield Choice("thousands", ANYWHERE, _("3,000,00 is read by its digits"), chosen=mapped.thousands == ANYWHERE)


def _measures(prepared: Prepared, slot: MappingRow, mapped: FieldMap) -> Iterator[Choice]:
    """Units, decimal marks and currencies, each with what it makes of the first cell."""
    keys = keys_of(slot.field)
    if not {"unit", "currency", "decimal"} & set(keys):
        return
    profile = _profile(prepared, slot)

    def side(unit: str = mapped.unit, currency: str = mapped.currency, mark: str = mapped.decimal) -> str:
        known = "" if currency == NO_CURRENCY else currency
        return "" if mapped.unit_column else _sides(made(profile, Measure(unit, known), mark)[:1])

    if "unit" in keys:
        for unit in dict.fromkeys((*_UNITS, *filter(None, [mapped.unit]))):
            here = (mapped.unit.casefold() or "ones") == unit.casefold()
            yield Choice("unit", unit, _unit_words(unit), side(unit=unit), chosen=here)
    if "decimal" in keys:
        for mark in (".", ","):
            yield Choice("decimal", mark, _WAYS[mark](), side(mark=mark), chosen=(mapped.decimal or ".") == mark)
    if "currency" in keys:
        names = _names_of_currencies()
        for code in dict.fromkeys((*ZH_CURRENCIES, *_currency_of(mapped), *_living_first(names))):
            words, told = _("in {currency}").format(currency=code), side(currency=code)
            is_usual = code in ZH_CURRENCIES or code == mapped.currency
            first = names.get(code, "").partition("\n")[0]
            shown = told if is_usual else first
            yield Choice("currency", code, words, shown, mapped.currency == code, names.get(code, code))


def _living_first(codes: Iterable[str]) -> list[str]:
    """Currencies in the order of their codes, those that no country has any more last."""
    living = frozenset(money_of_countries().values())
    return sorted(codes, key=lambda code: (code not in living, code))


def _currency_of(mapped: FieldMap) -> tuple[str, ...]:
    return (mapped.currency,) if mapped.currency not in ("", NO_CURRENCY) else ()


@cache
def _names_of_currencies() -> dict[str, str]:
    """Each currency's names and signs, a line each."""
    found: dict[str, list[str]] = {}
    for name, code in currencies().items():
        if code not in UNCLEAR:
            found.setdefault(code, []).append(name)
    return {code: "\n".join((*names, code)) for code, names in found.items()}


def _profile(prepared: Prepared, slot: MappingRow) -> ColumnProfile:
    """The first cells of a slot's column."""
    position = prepared.listed.header.names.index(slot.columns[0])
    rows = prepared.first_rows(_LOOKED_AT)
    return ColumnProfile(
        [row[position] for row in rows if position < len(row) and not is_nothing(row[position])], len(rows)
    )


def _constants(prepared: Prepared, slot: MappingRow) -> Iterator[Choice]:
    mapped, field = slot.mapped or FieldMap(), slot.field
    if "constant" not in keys_of(field) or slot.role:
        return
    values: dict[str, str] = {}
    names: dict[str, str] = {}
    if field.codes and not field.is_list:
        values = {code: code_words(field, code) for code in field.codes or ()}
        names = names_by_code(field)
    elif (to := field.type.refers_to) and not field.is_list and to != "organisations":
        ids = prepared.store.ids(to)[:_MOST_IDS]
        values = {one: prepared.store.name(to, one) for one in ids}
    for value, words in values.items():
        said = _("in all rows: {value}").format(value=words)
        yield Choice("constant", value, said, "", mapped.constant == value, names.get(value, ""))


def _nothing(slot: MappingRow) -> Iterator[Choice]:
    if not slot.field.required and not slot.is_open:
        yield Choice("", "", _("nothing; not in your list"))
