"""Words in a column of currencies that no currency is known by: ``EU``, ``FS--Switz``. Each is asked for by itself.

A column that names some currency is never dropped for the sake of the others: a row that says ATS is not in francs.
"""

import re
from collections import Counter

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.previews import made
from cq_tui.importing.recognise.columns.profile import ColumnProfile, currency_in, has_number
from cq_tui.importing.recognise.maps.asked import Answer, Asked
from cq_tui.importing.recognise.maps.mapping import NO_CURRENCY, FieldMap
from cq_tui.importing.recognise.words.code_lookup import one_country
from cq_tui.importing.recognise.words.totals import is_total
from cq_tui.importing.recognise.words.word import WEAK, Word
from cq_tui.language import _
from cq_tui.values.currencies import UNCLEAR, codes, currency_named
from cq_tui.values.measures import Measure
from cq_tui.values.money_of_countries import money_of_countries
from cq_tui.values.nothing import is_nothing

MOST = 12
"""Different unknown words that are asked for; a column of more, none of which is known, is one of texts."""
_LONGEST = 30
_LETTERS_OF_A_SIGN = 2
_OFTEN = 0.05
"""The share of rows from which on a word that looks like a code of a currency is asked for; else it is a remark."""
_OF_NO_COUNTRY = frozenset("BTC XBT ETH USDT USDC XRP BNB SOL DOGE ADA DAI LTC TRX DOT BUSD".split())
_CODE_LIKE = re.compile("[A-Z]{3,5}")
_LETTER = re.compile(r"[^\W\d_]")


def is_known(cell: str) -> bool:
    """Whether a cell names a currency, or has a sign of several."""
    return currency_named(cell) in codes() | UNCLEAR.keys()


def may_be_of_currencies(word: Word, profile: ColumnProfile) -> bool:
    """Whether a column whose header says currency holds some, or a few short words that can be asked for."""
    different = set(profile.cells)
    if word.certainty == WEAK or not different:
        return False
    if any(map(is_known, different)):
        return True
    words = [cell for cell in different if len(cell) <= _LONGEST and _LETTER.search(cell)]
    return len(words) == len(different) <= MOST and not any(currency_in(cell) for cell in different)


def ask_for_words(draft: Draft, currency: str, amount: str, unit: str, offered: tuple[str, ...]) -> None:
    """Ask what each unknown word beside the amounts of a column means, the most frequent first.

    ``currency``: the field that it is about; ``unit``: what the amounts are counted in; ``offered``: currencies.
    """
    names = draft.header.names
    if draft.currency_column not in names or not (one := draft.kind.by_name.get(currency)):
        return
    told = draft.fields[currency].codes if currency in draft.fields else {}
    cells = _unknown(draft, names.index(amount), names.index(draft.currency_column))
    counts = Counter({word: len(found) for word, found in cells.items()})
    rows = sum(1 for _cell in draft.cells[draft.currency_column])
    for word, count in counts.most_common(MOST):
        if word in told or (_CODE_LIKE.fullmatch(word) and (word in _OF_NO_COUNTRY or count < rows * _OFTEN)):
            continue
        likely = _meant_by(word)
        profile = ColumnProfile(cells[word], count)
        answers = [
            Answer("codes", ((word, code),), makes=made(profile, Measure(unit, code)), likely=code == likely)
            for code in dict.fromkeys(filter(None, (likely, *offered)))
        ]
        none = Answer("codes", ((word, NO_CURRENCY),), _("they are left as remarks"))
        other = Answer("codes", ((word, ""),), _("any other code of ISO 4217"))
        about = {"column": draft.currency_column, "value": word, "count": f"{count:,}", "rows": f"{len(draft.rows):,}"}
        # Of a column without a known word nothing else says that it is the field's, and an answer needs to know.
        draft.fields.setdefault(currency, FieldMap(column=(draft.currency_column,)))
        draft.ask(one, Asked.CURRENCY_WORD, *answers, none, other, **about)


def _unknown(draft: Draft, amount: int, beside: int) -> dict[str, list[str]]:
    """The amounts of each word that no currency is known by, of rows whose amounts name none themselves."""
    found: dict[str, list[str]] = {}
    known: dict[str, bool] = {}
    for row in draft.rows:
        if max(amount, beside) >= len(row) or is_nothing(row[beside]) or is_nothing(row[amount]):
            continue
        word = row[beside].strip()
        if word not in known:
            known[word] = is_known(word)
        if not known[word] and has_number(row[amount]) and not currency_in(row[amount]) and not is_total(row):
            found.setdefault(word, []).append(row[amount])
    return found


def _meant_by(word: str) -> str:
    """The currency whose code two letters begin, or that of the country named; empty where there is none, or several.

    Two letters are no country here: Lt was the litas, and not what Lithuania pays with now.
    """
    if len(word) <= _LETTERS_OF_A_SIGN:
        begun = [code for code in codes() if code.startswith(word.upper())]
        return begun[0] if len(begun) == 1 and len(word) == _LETTERS_OF_A_SIGN else ""
    return money_of_countries().get(one_country(word), "")
