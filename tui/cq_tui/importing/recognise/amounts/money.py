"""How a column of amounts is read: its unit, its currency, its decimal mark, and what of these must be asked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from shlex import quote

from cq_tui.importing.recognise.amounts.currency_clues import currency_clues, yuan_or_yen
from cq_tui.importing.recognise.amounts.currency_words import ask_for_words
from cq_tui.importing.recognise.amounts.several import ask_for_several
from cq_tui.importing.recognise.amounts.too_large import too_large
from cq_tui.importing.recognise.amounts.unit_of_rows import ask_header_or_column, units_differ
from cq_tui.importing.recognise.amounts.without_unit import tell_without_unit
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.previews import made, unclear_mark
from cq_tui.importing.recognise.columns.profile import ColumnProfile, currency_in, has_number
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.importing.recognise.maps.mapping import NO_CURRENCY, FieldMap, keys_of
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.totals import is_total
from cq_tui.importing.recognise.words.word import WEAK, Word
from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.values import numbers
from cq_tui.values.amount_above_day import amount_and_day
from cq_tui.values.currencies import DOLLAR_SIGN, UNCLEAR, YEN_OR_YUAN, codes, currency_named, may_be
from cq_tui.values.measures import UNTOLD, Measure, measure, measure_at_end, measure_at_start, measure_before
from cq_tui.values.nothing import is_nothing
from cq_tui.values.units import UNITS

_SHOWN = 2
"""Currencies of which it is told in how many cells they stand."""
_NAMED = 6
"""Currencies that are named in a question."""


def map_money(draft: Draft, one: Field, name: str, word: Word) -> None:
    """Map one column of amounts."""
    unit, currency = _told(draft, one, name, word)
    decimal = decimal_of(draft, one, name, Measure(unit, currency))
    by_row = draft.unit_column
    if by_row and word.measure.unit and units_differ(draft, word.measure):
        ask_header_or_column(draft, one, name, word.measure)
        unit, by_row = "", ""
    elif by_row:
        unit = word.measure.unit  # for rows whose own cell is empty
        draft.tell(one, Evidence.UNIT_COLUMN, column=by_row)
    given = FieldMap((name,), unit_column=by_row)
    if draft.currency_column:
        draft.tell(one, Evidence.CURRENCY_COLUMN, column=draft.currency_column)
        _tell_other_currencies(draft, one, currency)
    found = replace(given, unit=unit, currency=_decided(draft, one, name, currency), decimal=decimal)
    _tell_days_below(draft, one, name)
    found = tell_without_unit(draft, one, name, found)
    draft.fields[one.name] = found
    _tell_currencies(draft, one, name)
    _ask_currency(draft, one, name, found)
    ask_for_several(draft, one, name, found)
    if draft.currency_column and not draft.unit_column:
        offered = (*_currencies_beside(draft), *currency_clues(draft).offered)
        ask_for_words(draft, one.shown.currency or "", name, unit, offered)


def _tell_days_below(draft: Draft, one: Field, name: str) -> None:
    """Tell that cells hold a day on a second line, which is no part of the amount, with what reads it."""
    cells = draft.cells[name]
    days = [both[1] for cell in cells if (both := amount_and_day(cell))]
    field = next((other.name for other in draft.kind.fields if "year" in keys_of(other)), "")
    if days and field:
        setting = f"--set {quote(f'{field}.column={name}')}"
        about = {"filled": f"{len(cells):,}", "day": f'"{days[0]}"', "setting": setting}
        draft.tell(one, Evidence.DAY_BELOW, count=f"{len(days):,}", **about)
        draft.likely.add(one.name)


def _tell_other_currencies(draft: Draft, one: Field, currency: str) -> None:
    """Tell that rows say another currency than the header: what was paid, or only what it was counted from."""
    cells = draft.cells.get(draft.currency_column, ())
    named = [code for cell in cells if (code := currency_named(cell)) and code not in UNCLEAR]
    others = sum(code != currency for code in named)
    if currency and currency not in UNCLEAR and others:
        setting = f"--set {one.shown.currency}="
        about = {"currency": currency, "column": draft.currency_column, "setting": setting}
        draft.tell(one, Evidence.OTHER_CURRENCIES, count=f"{others:,}", filled=f"{len(named):,}", **about)
        draft.likely.add(one.name)


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
    elif large := too_large(draft.profiles[name], header):
        answers = tuple(_unit_answer(draft, name, unit, header.currency) for unit in ("ones", "k", header.unit))
        draft.ask(
            one, Asked.UNIT_TOO_LARGE, *answers, column=name, unit=header.unit, value=large.cell, made=large.words
        )
        return "", header.currency
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
    if unclear == YEN_OR_YUAN and not draft.currency_column and (found := yuan_or_yen(draft, [name])):
        draft.tell(one, Evidence.JAPANESE_LIST if found == "JPY" else Evidence.CHINESE_LIST)
        return found
    if unclear == DOLLAR_SIGN and not draft.currency_column and (dollars := _dollars(draft, one, name)):
        return dollars
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
        count, filled = profile.whole.counted(
            profile.whole.share(lambda cell, code=code: currency_in(cell) == code)  # type: ignore[misc]
        )
        draft.tell(one, Evidence.CELLS_NAME, currency=code, count=f"{count:,}", filled=f"{filled:,}")


def _dollars(draft: Draft, one: Field, name: str) -> str:
    """Whose dollars a bare $ is where the list leaves no doubt, and why; empty where it does."""
    named = draft.profiles[name].named_currencies
    others = named - UNCLEAR.keys()
    dollars = {code for code in others if may_be(DOLLAR_SIGN, code)}
    if others != dollars and any(not currency_in(cell) for cell in draft.cells[name] if has_number(cell)):
        return ""
    clues = currency_clues(draft, DOLLAR_SIGN)
    if dollars == {"USD"} and clues.likely in ("", "USD"):  # beside C$ a bare one is hardly Canadian
        draft.tell(one, Evidence.CELLS_SAY, currency="USD")
        found = "USD"
    elif not dollars and clues.clear and clues.why:
        draft.evidence.setdefault(one.name, []).append(clues.why)
        found = clues.clear
    elif draft.words[name].measure.unit and draft.words[name].measure.currency and set(clues.told) <= {"USD"}:
        draft.tell(one, Evidence.DOLLARS_OF_HEADER, setting=f"{one.name}.currency=CAD")
        found = "USD"
    else:
        return ""
    draft.likely.add(one.name)
    return found


def _ask_currency(draft: Draft, one: Field, name: str, found: FieldMap) -> None:
    """Ask for the currency of the first cell that names none, where nothing else tells it."""
    if found.currency or _unit_column_names_currency(draft):
        return
    untold = list(_untold(draft, name))
    if not untold:
        return
    word, profile = draft.words[name], draft.profiles[name]
    bare, sign = next((one for one in untold if not one[1]), untold[0])
    of_header = word.measure.currency if word.measure.currency in UNCLEAR else ""
    sign = of_header if not sign or (sign == DOLLAR_SIGN and of_header) else sign  # pesos are written $, too
    beside = [code for code in _currencies_beside(draft) if not sign or may_be(sign, code)]
    clues = currency_clues(draft, sign)
    likely = clues.likely if not beside else beside[0] if len(beside) == 1 else ""
    cells = ColumnProfile([cell for cell, _sign in untold], len(untold)) if draft.currency_column else profile
    answers = [
        Answer("currency", code, makes=made(cells, Measure(found.unit, code)), likely=code == likely)
        for code in dict.fromkeys((*beside, *clues.offered))
    ]
    answers.sort(key=lambda one: not one.likely)
    if draft.currency_column:
        answers.append(Answer("currency", NO_CURRENCY, _("they are left as remarks")))
    answers.append(Answer("currency", "", _("any other code of ISO 4217")))
    if draft.currency_column:
        count, rows = f"{len(untold):,}", f"{len(draft.cells[name]):,}"
        draft.ask(one, Asked.ROWS_WITHOUT, *answers, count=count, rows=rows, value=bare)
    elif sign == YEN_OR_YUAN:
        draft.ask(one, Asked.YUAN_OR_YEN, *answers, column=name, value=bare)
    elif sign:
        draft.ask(one, Asked.WHICH_CURRENCY, *answers, column=name, value=bare, names=clues.offered[:_NAMED])
    elif word.certainty == WEAK and not found.unit:
        draft.ask(one, Asked.IS_IT_MONEY, *answers, column=name, value=profile.first)
    else:
        draft.ask(one, Asked.NO_CURRENCY, *answers, column=name, value=bare)


def _untold(draft: Draft, name: str) -> Iterator[tuple[str, str]]:
    """The cells of amounts whose currency neither they nor the column of currencies tell, row by row.

    Each with the unclear sign that it, or the cell of the currency, has.
    """
    names = draft.header.names
    if draft.currency_column and draft.currency_column not in names:
        return
    if not draft.currency_column and not any(map(has_number, draft.cells[name])):
        yield from ((cell, currency_in(cell)) for cell in draft.cells[name] if currency_in(cell) in ("", *UNCLEAR))
        return
    position = names.index(name)
    beside = names.index(draft.currency_column) if draft.currency_column else -1
    signs: dict[str, str | None] = {}
    for row in draft.rows:
        cell = row[position] if position < len(row) else ""
        named = row[beside] if 0 <= beside < len(row) else ""
        if is_nothing(cell) or is_total(row):
            continue
        if cell not in signs:
            signs[cell] = _sign_of(currency_in(cell)) if has_number(cell) else None
        if named not in signs:
            signs[named] = "" if is_nothing(named) else _sign_of(currency_named(named) or named)
        if (own := signs[cell]) is not None and (sign := signs[named]) is not None:
            yield cell, own or sign


def _sign_of(currency: str) -> str | None:
    """An unclear sign as it is, nothing where there is none; None where it is clear, or of no country."""
    return currency if not currency or currency in UNCLEAR else None


def _currencies_beside(draft: Draft) -> list[str]:
    """What stands in the column of currencies, the most frequent first."""
    counts = Counter(currency_named(cell) for cell in draft.cells.get(draft.currency_column, ()))
    return [code for code, _count in counts.most_common(_NAMED) if code in codes()]


def _unit_column_names_currency(draft: Draft) -> bool:
    cells = draft.cells.get(draft.unit_column, ())
    return bool(cells) and all((told := measure(cell)) and told.currency for cell in cells)


def decimal_of(draft: Draft, one: Field, name: str, told: Measure = UNTOLD) -> str:
    """The decimal mark of a column that is counted so; a question where no cell decides it and it matters."""
    cells = draft.cells[name]
    unclear = unclear_mark(draft, name)
    mark = "" if unclear else numbers.decimal_mark(cells)
    if unclear:
        sign = "." if "." in unclear else ","
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
