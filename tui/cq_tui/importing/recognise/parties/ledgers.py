"""Lists of what came in and what went out: each row says by its amount who gives and who gets."""

from collections.abc import Sequence
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.open_roles import tell_open
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.word import ENDING
from cq_tui.values.expressions import later

_IN = later(
    r"(?i)收入|進帳|进账|入金|수입|입금|(?<![^\W_])(?:incomes?|receipts?|received|revenues?|credit(?:ed)?|paid in|"
    r"inflows?|einnahmen?|zugang|eingang|haben|recettes?|crédit|encaissements?|ingresos?|abonos?|haber|entrat[ae]|accredit[oi]|"
    r"receitas?|crédito|inkomsten|ontvangsten|bij|przychod\w*|przychód|wpływ\w*|příjm\w*|příjem|inkomst\w*|indtægt\w*|"
    r"inntekt\w*|tulot|доход\w*|поступлени\w*|приход\w*)(?![^\W_])"
)
_OUT = later(
    r"(?i)支出|出金|지출|출금|(?<![^\W_])(?:expenses?|expenditures?|spent|spending|debit(?:ed)?|paid out|"
    r"outflows?|outgoings?|ausgaben?|abgang|ausgang|soll|dépenses?|débit|décaissements?|gastos?|egresos?|cargos?|debe|uscit[ae]|addebit[oi]|"
    r"despesas?|débito|uitgaven|af|wydat\w*|koszty|výdaj\w*|utgift\w*|udgift\w*|menot|расход\w*|списани\w*)(?![^\W_])"
)
_FEW = 0.1


def leave_ledgers_open(draft: Draft) -> None:
    """Take the one column of names beside two amounts, of which each row has one, for partners; told with the answers.

    ``Donor`` beside ``Income`` and ``Expense`` is who gave in some rows and who was paid in the others.
    """
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    named = [name for name, word in draft.words.items() if word.field is parties and draft.cells[name]]
    if parties is None or len(named) != 1:
        return
    both = _ledger(draft)
    (name,) = named
    if both and draft.words[name].role in ("funder", "recipient", "supplier", "buyer"):
        draft.words[name] = replace(draft.words[name], certainty=ENDING, role=COMMON_ROLE)
        came, went = (f'"{one}"' for one in both)
        tell_open(draft, parties, Evidence.IN_AND_OUT, name, ("funder", "recipient"), came=came, went=went)


def says_income(header: str) -> bool:
    """Whether a header says what came in, and not what went out."""
    plain = take_apart(header).name
    return _IN.search(plain) is not None and not _OUT.search(plain)


def _ledger(draft: Draft) -> tuple[str, str] | None:
    """The columns of what came in and what went out, where hardly a row has both."""
    plain = {name: take_apart(name).name for name in draft.header.names}
    came = [name for name in plain if says_income(name)]
    went = [name for name, words in plain.items() if _OUT.search(words) and not _IN.search(words)]
    came, went = ([name for name in some if draft.profiles[name].amounts >= 1 - _FEW] for some in (came, went))
    if len(came) != 1 or len(went) != 1:
        return None
    first, second = (draft.header.names.index(name) for name in (came[0], went[0]))
    filled = [(_says(row, first), _says(row, second)) for row in draft.rows]
    some = [pair for pair in filled if any(pair)]
    return (came[0], went[0]) if sum(map(all, some)) <= _FEW * len(some) else None


def _says(row: Sequence[str], place: int) -> bool:
    cell = row[place].strip() if place < len(row) else ""
    return any(char in "123456789" for char in cell)
