"""How a column of amounts is read: its unit, its currency, its decimal mark, and what of these must be asked."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from cq_tui.importing.recognise.draft import Draft
from cq_tui.importing.recognise.header_match import WEAK, Word
from cq_tui.importing.recognise.likely_currencies import likely_currencies
from cq_tui.importing.recognise.mapping import Answer, Asked, Evidence, FieldMap, Made
from cq_tui.importing.recognise.profile import ColumnProfile, currency_in, has_number
from cq_tui.importing.recognise.totals import is_total
from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.values import numbers
from cq_tui.values.currencies import UNCLEAR, YEN_OR_YUAN, currency_named
from cq_tui.values.languages import is_chinese, is_japanese
from cq_tui.values.measures import UNTOLD, Measure, measure, measure_at_end, measure_at_start, measure_before
from cq_tui.values.units import UNITS, folded

_SHOWN = 2
"""Cells that an answer shows what it makes of."""
_MOST_SUMS = 3
"""Currencies whose sums are told."""


def map_money(draft: Draft, one: Field, name: str, word: Word) -> None:
    """Map one column of amounts."""
    given = FieldMap((name,), unit_column=draft.unit_column)
    unit, currency = _told(draft, one, name, word)
    decimal = decimal_of(draft, one, name, Measure(unit, currency))
    if draft.unit_column:
        unit = ""
        draft.tell(one, Evidence.UNIT_COLUMN, column=draft.unit_column)
    if draft.currency_column:
        draft.tell(one, Evidence.CURRENCY_COLUMN, column=draft.currency_column)
    found = replace(given, unit=unit, currency=_decided(draft, one, name, currency), decimal=decimal)
    draft.fields[one.name] = found
    _tell_currencies(draft, one, name)
    _tell_dollars(draft, one, name)
    _ask_currency(draft, one, name, found)


def _told(draft: Draft, one: Field, name: str, word: Word) -> tuple[str, str]:
    """The unit and the currency by the header and by what stands above the list; what contradicts is asked."""
    header = word.measure
    above = {told: cell for told, cell in draft.header.counted if told.unit or told.currency}
    if header:
        draft.tell(one, Evidence.HEADER_COUNTS, said=word.said)
    partly = (cell for cell in word.brackets if _is_partly_measure(cell, with_unit=bool(header)))
    if not header.unit and (unclear := next(partly, "")):
        header = Measure(header.unit, header.currency or _partly_told(unclear).currency)
        answers = tuple(_unit_answer(draft, name, unit, header.currency) for unit in ("m", "bn", "k", "ones"))
        draft.ask(one, Asked.UNIT_UNCLEAR, *answers, column=name, value=unclear)
    others = [told for told in above if _contradicts(header, told)]
    if len({(UNITS[told.unit], told.currency) for told in above}) > 1:
        others = others or [told for told in above if told.unit][1:]
        header = header or next(iter(above))
    if others and not draft.unit_column:
        _ask_unit(draft, one, name, header, others[0], above[others[0]])
        return "", header.currency
    for told, cell in above.items():
        if (told.unit and not header.unit) or (told.currency and not header.currency):
            draft.tell(one, Evidence.TITLE_COUNTS, cell=cell)
            header = Measure(header.unit or told.unit, header.currency or told.currency)
    return header.unit, header.currency


def _contradicts(header: Measure, told: Measure) -> bool:
    """Whether a title says another unit or currency than the header, or a unit with a currency where that has none."""
    if header.currency and told.currency and header.currency != told.currency:
        return True
    if header.unit and told.unit:
        return UNITS[header.unit] != UNITS[told.unit]
    return bool(header.currency and told.currency and told.unit and not header.unit)


def _is_partly_measure(text: str, *, with_unit: bool) -> bool:
    """Whether a text has a measure in it; ``with_unit``: one that says a unit."""
    told = _partly_told(text)
    return bool(told.unit or (told and not with_unit))


def _partly_told(text: str) -> Measure:
    """What the start or the end of a text says that numbers are counted in."""
    behind, before = measure_at_end(text), measure_before(text)
    found = Measure("", "")
    for told in (measure_at_start(text), behind and behind[1], before and before[1]):
        found = Measure(found.unit or told.unit, found.currency or told.currency) if told else found
    return found


def _ask_unit(draft: Draft, one: Field, name: str, header: Measure, other: Measure, cell: str) -> None:
    currency = header.currency or other.currency
    answers = tuple(_unit_answer(draft, name, told.unit or "ones", currency) for told in (header, other))
    here, above = (" ".join(filter(None, (told.unit, told.currency))) for told in (header, other))
    draft.ask(one, Asked.TWO_UNITS, *answers, column=name, cell=cell, here=here, above=above)


def _unit_answer(draft: Draft, name: str, unit: str, currency: str) -> Answer:
    return Answer("unit", unit, makes=made(draft.profiles[name], Measure(unit, currency)))


def _decided(draft: Draft, one: Field, name: str, currency: str) -> str:
    """The currency of cells that name none, where the header or the other cells tell; empty where it is not clear."""
    named = draft.profiles[name].named_currencies
    unclear = currency or next((code for code in named if code in UNCLEAR), "")
    if unclear == YEN_OR_YUAN and not draft.currency_column:
        texts = (*draft.header.names, *draft.cells[name])
        if any(map(is_japanese, texts)):
            draft.tell(one, Evidence.JAPANESE_LIST)
            return "JPY"
        if any(map(is_chinese, texts)):
            draft.tell(one, Evidence.CHINESE_LIST)
            return "CNY"
    if currency in UNCLEAR:
        return ""
    clear = named - UNCLEAR.keys()
    if not currency and len(named) == 1 and clear and not draft.currency_column:
        return next(iter(clear))
    return currency


def _tell_currencies(draft: Draft, one: Field, name: str) -> None:
    """Tell which currencies stand in how many cells, the first of them."""
    profile = draft.profiles[name]
    for code in sorted(profile.named_currencies)[:_SHOWN]:
        count, filled = profile.counted(profile.share(lambda cell, code=code: currency_in(cell) == code))  # type: ignore[misc]
        draft.tell(one, Evidence.CELLS_NAME, currency=code, count=f"{count:,}", filled=f"{filled:,}")


def _tell_dollars(draft: Draft, one: Field, name: str) -> None:
    """Say where nothing but a bare $ tells the currency, which dollars it is taken for; another one can be set."""
    word = draft.words[name]
    if word.measure.currency or draft.fields[one.name].currency not in ("", "USD") or draft.currency_column:
        return
    dollars = [cell for cell in draft.cells[name] if "$" in cell]
    if dollars and not any("us" in folded(cell) for cell in dollars):
        draft.tell(one, Evidence.BARE_DOLLAR, setting=f"{one.name}.currency=CAD")
        draft.likely.add(one.name)


def _ask_currency(draft: Draft, one: Field, name: str, found: FieldMap) -> None:
    """Ask for the currency of the first cell that names none, where nothing else tells it."""
    if found.currency or draft.currency_column or _unit_column_names_currency(draft):
        return
    word = draft.words[name]
    numbered = [cell for cell in draft.cells[name] if has_number(cell)]
    bare = next((cell for cell in numbered or draft.cells[name] if currency_in(cell) in ("", *UNCLEAR)), None)
    if bare is None:
        return
    sign = currency_in(bare) or (word.measure.currency if word.measure.currency in UNCLEAR else "")
    cells = (cell for row in draft.rows for cell in row)
    codes = tuple(UNCLEAR[sign]) if sign in UNCLEAR else likely_currencies(draft.header.names, cells)
    profile = draft.profiles[name]
    answers = [Answer("currency", code, makes=made(profile, Measure(found.unit, code))) for code in codes]
    if sign not in UNCLEAR:
        answers.append(Answer("currency", "", _("any other code of ISO 4217")))
    if sign == YEN_OR_YUAN:
        draft.ask(one, Asked.YUAN_OR_YEN, *answers, column=name, value=bare)
    elif sign:
        draft.ask(one, Asked.WHICH_CURRENCY, *answers, column=name, value=bare, names=tuple(codes))
    elif word.certainty == WEAK and not found.unit:
        draft.ask(one, Asked.IS_IT_MONEY, *answers, column=name, value=profile.first)
    else:
        draft.ask(one, Asked.NO_CURRENCY, *answers, column=name, value=bare)


def _unit_column_names_currency(draft: Draft) -> bool:
    cells = draft.cells.get(draft.unit_column, ())
    return bool(cells) and all((told := measure(cell)) and told.currency for cell in cells)


def decimal_of(draft: Draft, one: Field, name: str, told: Measure = UNTOLD) -> str:
    """The decimal mark of a column that is counted so; a question where no cell decides it and it matters."""
    cells = draft.cells[name]
    mark = numbers.decimal_mark(cells)
    unclear = next((cell for cell in cells if numbers.is_unclear(cell)), "")
    sign = "." if "." in unclear else ","
    mixed = bool(unclear) and numbers.has_both_marks(cells)
    mark = "" if mixed else mark
    if mixed or (not mark and unclear and (sign == "." or draft.header.decimal_commas)):
        always = all(numbers.is_unclear(cell) for cell in cells if sign in cell) and cells.count(unclear) < len(cells)
        answers = (
            Answer(
                "decimal", one_way, makes=made(draft.profiles[name], told, one_way), likely=always and one_way != sign
            )
            for one_way in (",", ".")
        )
        draft.ask(one, Asked.SEPARATOR, *answers, column=name, value=unclear)
    if mark == ",":
        draft.tell(one, Evidence.DECIMALS, mark=mark)
    return "," if mark == "," else ""


def made(profile: ColumnProfile, told: Measure, mark: str = "") -> tuple[Made, ...]:
    """What the first cells of a column become when they are counted so."""
    found = []
    for cell in _telling(profile, mark):
        try:
            number = numbers.quantity(cell, mark or numbers.decimal_mark(profile.cells) or ".")
            value = numbers.scaled(number, folded(told.unit))
        except ValueError:
            continue
        found.append(Made(cell, value, number.currency or told.currency))
    return tuple(found[:_SHOWN])


def _telling(profile: ColumnProfile, mark: str) -> Sequence[str]:
    """The cells that an answer says most of: those with a separator where it is about separators."""
    unclear = filter(numbers.is_unclear, profile.cells) if mark else ()
    return list(dict.fromkeys(islice(unclear, _SHOWN))) or profile.first


def sums(draft: Draft, name: str, told: Measure) -> tuple[Made, ...]:
    """What a column adds up to when it is counted so, each currency apart; rows of totals are not added again."""
    if draft.unit_column:
        return ()
    above = Measure("", "")
    for measure_, _cell in draft.header.counted:
        above = Measure(above.unit or measure_.unit, above.currency or measure_.currency)
    names = draft.header.names
    position, beside = names.index(name), names.index(draft.currency_column) if draft.currency_column else -1
    mark = numbers.decimal_mark(draft.cells[name]) or "."
    found: dict[str, Decimal] = {}
    for row in draft.rows:
        if position >= len(row) or not row[position].strip() or is_total(row):
            continue
        try:
            number = numbers.quantity(row[position], mark)
            value = numbers.scaled(number, folded(told.unit or above.unit))
        except ValueError:
            continue
        named = currency_named(row[beside]) if 0 <= beside < len(row) else ""
        currency = number.currency or named or told.currency or above.currency
        found[currency] = found.get(currency, Decimal(0)) + value
    return tuple(Made("", value, currency) for currency, value in list(found.items())[:_MOST_SUMS])
