"""Asks which column is the amount where none surely is and some hold numbers that can be money."""

from collections.abc import Collection

from cq_tui.importing.recognise.amounts.currency_clues import currency_clues, yuan_or_yen
from cq_tui.importing.recognise.amounts.no_money import are_codes, are_days, is_length
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import may_number_somebody, number_somebody
from cq_tui.importing.recognise.columns.money_headers import is_taken_back, says_money, says_no_money
from cq_tui.importing.recognise.columns.profile import currency_in, mostly
from cq_tui.importing.recognise.columns.unsure_columns import ask_for_column, free_columns
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.importing.recognise.parties.ledgers import says_income
from cq_tui.importing.recognise.parties.register_numbers import register_number
from cq_tui.importing.recognise.words.day_headers import is_day_header, is_other_day
from cq_tui.importing.recognise.words.word import ENDING, EXACT
from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.values.currencies import UNCLEAR, YEN_OR_YUAN
from cq_tui.values.units import folded

_HALF = 0.5
_FULLER = 1.5
"""How many times the cells of a column of amounts another one has to be asked for, too."""
_FAR_FULLER = 4
"""The same of the cells that are more than 0: an amount may well be 0 in many rows."""
_AS_LARGE = 5
"""How many times the sum of a column another one's may be that is asked for, too."""
_THOUSAND = 1000
"""What half the numbers of a column are at least that may be of money although no word says so."""
_FEWEST = 3


def ask_for_amount(draft: Draft, money: Field, about: Collection[str]) -> None:
    """Ask for the column of amounts where none is taken, or one whose header may mean something else."""
    held = draft.fields[money.name].column if money.name in draft.fields else ()
    if any(one.field == money.name and one.asked.of_columns for one in draft.questions) or len(held) > 1:
        ask_for_their_currency(draft, money)
        return
    free = list(free_columns(draft, {*about, *held}))
    said = [name for name in free if _says_amounts(draft, name)]
    if held and _is_clear(draft, held[0]):
        said = [name for name in said if _is_fuller(draft, name, held[0])]
    by_numbers = bool(held) and _is_by_numbers(draft, held[0])
    others = [name for name in free if name not in said and _may_be_money(draft, name)]
    if held:
        others = [name for name in others if by_numbers and _is_as_much(draft, name, held[0])]
    if not said and not others:
        return
    if held:
        draft.questions = [one for one in draft.questions if one.field != money.name]
        for gone in (money.name, money.shown.currency or ""):
            draft.fields.pop(gone, None)
            draft.evidence.pop(gone, None)
            draft.likely.discard(gone)
    offered = [name for name in (*held, *said) if draft.profiles[name].not_zero]
    kept = [name for name in offered if not is_taken_back(name)]
    is_likely = bool(held) and not by_numbers
    likely = max(kept, key=lambda name: draft.profiles[name].not_zero, default="") if is_likely else ""
    if not says_income(likely) and any(map(says_income, kept)):
        likely = ""  # what went out is no more likely the amount than what came in
    ask_for_column(draft, money, sorted([*offered, *others], key=is_taken_back), likely)
    ask_for_their_currency(draft, money)


def _is_clear(draft: Draft, name: str) -> bool:
    """Whether a header says the amount of a deal as a whole, or with its currency."""
    word = draft.words[name]
    return word.certainty == EXACT or (word.certainty == ENDING and bool(word.measure.currency))


def _is_fuller(draft: Draft, name: str, than: str) -> bool:
    """Whether far more rows have an amount of another column: what a few projects cost, and what all were granted."""
    one, other = draft.profiles[name], draft.profiles[than]
    return len(one.cells) >= len(other.cells) * _FULLER or one.not_zero > other.not_zero * _FAR_FULLER


def _is_as_much(draft: Draft, name: str, other: str) -> bool:
    """Whether a column has about as many numbers as another one, and as large ones: what was lent, and forgiven."""
    one, than = draft.profiles[name], draft.profiles[other]
    return not _is_fuller(draft, other, name) and one.total * _AS_LARGE >= than.total


def _is_by_numbers(draft: Draft, name: str) -> bool:
    """Whether a column is only taken because its numbers are large: others may be, too."""
    return draft.words[name].by_cells and not draft.profiles[name].named_currencies


def _says_amounts(draft: Draft, name: str) -> bool:
    """Whether a header says an amount, or the cells a currency, and they are numbers or some of them."""
    profile, word = draft.profiles[name], draft.words[name]
    if _is_of_something_else(draft, name):
        return False
    is_named = word.field is None and profile.is_mostly(lambda cell: bool(currency_in(cell)))
    if not is_named and not says_money(word, name):
        return False
    return profile.amounts >= _HALF and profile.percents < _HALF and profile.middle > 1 and not are_days(profile)


def _may_be_money(draft: Draft, name: str) -> bool:
    """Whether numbers are as large as money is, and neither their header nor their look says that they are none."""
    profile, word = draft.profiles[name], draft.words[name]
    if word.field is not None and not word.field.type.is_money:
        return False
    if _is_of_something_else(draft, name):
        return False
    if word.part or word.is_percent or word.brackets:
        return False
    if not mostly(profile.amounts) or len(profile.cells) < _FEWEST or mostly(profile.percents):
        return False
    return profile.middle >= _THOUSAND and not are_days(profile) and not are_codes(profile)


def _is_of_something_else(draft: Draft, name: str) -> bool:
    """Whether a header says that its numbers are no money, or that they are those of a register as they look."""
    if says_no_money(name) or is_day_header(name) or is_other_day(name):
        return True
    if draft.profiles[name].is_mostly(is_length):
        return True
    register = register_number(name)
    if register is not None and not register[1]:
        return True
    return may_number_somebody(name) and number_somebody(draft.profiles[name].cells)


def ask_for_their_currency(draft: Draft, money: Field) -> None:
    """Ask for the currency with the column, where no column that is offered names one: one run asks for both."""
    columns = [
        one.value
        for asked in draft.questions
        if asked.field == money.name and asked.asked in (Asked.NO_SURE_COLUMN, Asked.WHICH_COLUMN)
        for one in asked.answers
        if one.key == "column" and isinstance(one.value, str)
    ]
    above = any(told.currency for told, _cell in draft.header.counted)
    if not columns or above or draft.currency_column:
        return
    told = {draft.words[name].measure.currency for name in columns} - {""}
    told |= {code for name in columns for code in draft.profiles[name].named_currencies}
    told |= {YEN_OR_YUAN for name in columns if YEN_OR_YUAN in folded(name)}
    sign = next(iter(told), "")
    if len(told) > 1 or (sign and sign not in UNCLEAR):
        return
    clues = currency_clues(draft, sign)
    if clues.clear:
        return
    likely = (yuan_or_yen(draft, columns) if sign == YEN_OR_YUAN else "") or clues.likely
    answers = [
        Answer("currency", code, likely=code == likely)
        for code in dict.fromkeys(filter(None, (likely, *clues.offered)))
    ]
    answers.sort(key=lambda one: not one.likely)
    answers.append(Answer("currency", "", _("any other code of ISO 4217")))
    draft.ask(money, Asked.CURRENCY_OF_THESE, *answers, names=tuple(columns))
