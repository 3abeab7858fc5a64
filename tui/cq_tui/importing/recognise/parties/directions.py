"""Who gives and who gets, where two headers tell it together: ``source_name`` and ``target_name``, 甲方 and 乙方."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.parties.ledgers import leave_ledgers_open
from cq_tui.importing.recognise.parties.open_roles import tell_open
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import ENDING, EXACT, Word
from cq_tui.schema.field import Field

_PAIRS = (
    ("source|origin", "target|destination|recipient|receiver|beneficiary|sink"),
    ("from|sender|provider|payer", "to|receiver|recipient"),
    ("von|absender", "an|empfänger"),
    ("de|origine|émetteur|expéditeur", "à|vers|destinataire"),
    ("de|origen|remitente", "a|destino|destinatario"),
    ("da|origine|mittente", "a|destinazione|destinatario"),
    ("de|origem|remetente", "para|destino|destinatário"),
    ("van|afzender", "naar|aan|ontvanger"),
    ("od|nadawca|odesílatel|odosielateľ|pošiljatelj", "do|dla|komu|odbiorca|primatelj"),
    ("från|fra|avsändare|avsender|afsender", "till|til|mottagare|mottaker|modtager"),
    ("от|отправитель|від", "кому|получатель|до"),
    ("来源|来源方|来源单位|转出方|转出单位|汇出方|发送方", "去向|去向单位|接收方|接收单位|转入方|转入单位|汇入方"),
    ("出元|拠出元|送金元|支出元", "出先|拠出先|送金先|支出先"),
)  # fmt: skip
"""Words for where money comes from, each with those for where it goes; alone each says a hundred other things."""
_NAME = "|name|names|organisation|organization|org|entity|party|company|institution|body|agency"
_BEHIND = frozenset(_NAME.split("|"))
"""What stands behind such a word: who it is, and not which country or when."""
_CONTRACT = re.compile(r"采购|採購|中标|中標|成交|供货|供貨|施工|发包|發包|招标|招標|工程|(?i:procurement|tender)")
_FIRST, _SECOND = re.compile(r"甲方(?:单位|單位|名称|名稱)*"), re.compile(r"乙方(?:单位|單位|名称|名稱)*")
_CREDITORS = frozenset(
    key_of(word)
    for word in """creditor|creditor name|creditors|acreedor|creditore|credor|créancier|gläubiger|wierzyciel|věřitel
    |kreditor|кредитор""".split("|")
)
_LOAN = re.compile(
    r"(?i)\b(?:loans?|credit|interest|maturity|tenor|borrower|debtor|darlehen|kredit\w*|zins\w*|prêt|emprunt\w*|taux|"
    r"préstamo|crédito|interés|prestito|mutuo|empréstimo|juros|lening|pożyczk\w*|úvěr\w*|půjčk\w*|займ\w*|заём\w*|кредит\w*)\b"
    r"|贷款|借款|利率|授信|融資|貸付|대출"
)
_FEW = 0.2


def tell_directions(draft: Draft) -> None:
    """Take pairs of columns for who gives and who gets; leave open what a creditor is where nobody borrows."""
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    if parties is None or not {"funder", "recipient"} <= {code for part in parties.parts for code in part.codes or ()}:
        return
    for gives, gets in _pairs(draft):
        for name, role in ((gives, "funder"), (gets, "recipient")):
            draft.words[name] = replace(Word(), field=parties, certainty=ENDING, role=role)
    _tell_of_contracts(draft)
    _leave_creditors_open(draft, parties)
    leave_ledgers_open(draft)


def _pairs(draft: Draft) -> Iterator[tuple[str, str]]:
    """The columns of two headers that say together where something comes from and where it goes."""
    parted = [(name, *_parted(name)) for name in draft.header.names if draft.cells[name]]
    for first, second in _PAIRS:
        froms, tos = ({key_of(word) for word in words.split("|")} for words in (first, second))
        for name, rest in ((name, rest) for name, word, rest in parted if word in froms):
            other = [one for one, its, behind in parted if its in tos and behind == rest and one != name]
            pair = (name, *other)
            if len(other) != 1 or not all(_may_be_names(draft, one, rest) for one in pair):
                continue
            if rest or any(draft.profiles[one].share(is_company) >= _FEW for one in pair):
                yield name, other[0]
                return


def _parted(header: str) -> tuple[str, str]:
    """The first word of a header and what stands behind it."""
    first, _blank, rest = key_of(take_apart(header).name).partition(" ")
    return first, rest


def _may_be_names(draft: Draft, name: str, rest: str) -> bool:
    """Whether a column of a pair can hold names; of headers that do not say so some cells of either are companies."""
    profile, word = draft.profiles[name], draft.words[name]
    if rest not in _BEHIND or (word.certainty == EXACT and word.field is not None and not word.field.parts):
        return False
    return not _is_of_other_things(profile)


def _is_of_other_things(profile: ColumnProfile) -> bool:
    each = (profile.amounts, profile.bare_numbers, profile.dates, profile.links, profile.countries, profile.percents)
    return any(map(mostly, each))


def _tell_of_contracts(draft: Draft) -> None:
    """The first party of a contract buys and the second one sells, where another header says that somebody does."""
    for first, second in zip(_called(draft, _FIRST), _called(draft, _SECOND), strict=False):
        others = [name for name, word in draft.words.items() if word.field is None or not word.field.parts]
        if any(map(_CONTRACT.search, others)):  # beside 中标人, who sells, the two are whoever they are
            for name, role in ((first, "buyer"), (second, "supplier")):
                draft.words[name] = replace(draft.words[name], role=role, certainty=ENDING)


def _called(draft: Draft, pattern: re.Pattern[str]) -> list[str]:
    names = [name for name, word in draft.words.items() if word.field is not None and word.field.parts]
    return [name for name in names if pattern.fullmatch(take_apart(name).name.strip())]


def _leave_creditors_open(draft: Draft, parties: Field) -> None:
    """A creditor lends where somebody borrows; in lists of payments it is who is paid."""
    others = [name for name in draft.header.names if key_of(take_apart(name).name) not in _CREDITORS]
    if any(_LOAN.search(name) for name in others) or any(draft.words[name].role == "borrower" for name in others):
        return
    for name in draft.header.names:
        if key_of(take_apart(name).name) in _CREDITORS and draft.cells[name]:
            draft.words[name] = replace(draft.words[name], field=parties, certainty=ENDING, role=COMMON_ROLE)
            tell_open(draft, parties, Evidence.TWO_ROLES, name, ("recipient", "lender"))
