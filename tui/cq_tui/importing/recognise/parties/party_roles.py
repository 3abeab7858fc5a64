"""Roles that a header leaves open and the other columns of parties tell; columns that say the same party twice."""

import re
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.named_twice import leave_second_columns, stem_of
from cq_tui.importing.recognise.parties.open_roles import tell_open
from cq_tui.importing.recognise.parties.rounds import is_of_rounds
from cq_tui.importing.recognise.parties.second_lines import leave_second_lines
from cq_tui.importing.recognise.parties.tender_agents import leave_agents
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import ENDING, EXACT, WEAK, Word
from cq_tui.values.reasons import Reason

Columns = list[tuple[str, Word]]
_PARTIES = frozenset(
    "party parti partei partij partido partito partia partid strana stranka puolue партия партія 政党".split()
)
"""Words for a political party that mean any party of a deal as well."""
_OFFICES = frozenset(
    """agency department sponsor authority office ministry ministerium behorde amt dienststelle ministerio organismo
    dependencia ministero amministrazione ministere administration orgao ministerie urzad ministerstvo urad miniszterium
    minister ministerul myndighet styrelse viranomainen ведомство министерство""".split()
) | {"agency name", "awarding agency", "awarding body", "awarding authority", "department name", "contracting agency"}
"""Words for a public office, which buys from suppliers and gives to recipients."""
_ABOVE = frozenset({"orgao superior", "nome orgao superior", "organo superior", "organismo superior"})
"""Words for the office above the one that acts, which gives unless somebody sells to it."""
_AWARDED = frozenset(
    {"awardee", "awarded to", "awardee name", "winner", "winner name", "attributaire", "adjudicatario"}
)
"""Words for whom something was awarded: a contract, or a grant."""


_BODIES = frozenset("entidad entidade entite ente institucion instituicao istituzione organo dependencia".split())
"""Words for any public body, which buys where a supplier stands beside it."""


_GIVE, _GET = frozenset({"funder", "buyer", "lender", "investor"}), frozenset({"supplier", "recipient", "borrower"})
_EITHER = re.compile(r"\s*[/|／、]\s*|\s+(?:or|and|oder|und|ou|et|o|y|e|или|и)\s+|或|及")
"""What stands between two roles in a header."""
_PARENTS = frozenset({"parent company", "parent", "parent organisation", "parent organization", "母公司"})
"""Words for who owns a party, which need not be the one that acts."""
_HEAD = re.compile(
    r"(?i)(?<![^\W_])(?:(?:head|parent|superior|supervising|superordinate|top|overseeing|controlling)[\s_]*"
    r"(?:agency|authority|office|body|department|ministry|organi[sz]ation|entity)|(?:organ|órgano|organismo|órgão|orgão|entidad|"
    r"entidade|ente|unidad|unidade)[\s_]*superior|vorgesetzte[\s_]*behörde|aufsichtsbehörde|autorité[\s_]*de[\s_]*tutelle|tutelle|"
    r"вышестоящ\w*|главный[\s_]*распорядитель\w*|головн\w*|учредитель)(?![^\W_])|上级(?:单位|部门|主管)|上級(?:單位|機關|機関)|主管(?:部门|單位|单位|機關)"
)
"""What an office is under, which need not be the one that acts: ``headAgency``, 上级单位."""
_AMT = re.compile(r"Amt(?![^\W_])")
_HALF = 0.5
_PROPOSER = re.compile(r"(?i)(?<![^\W_])proponente(?![^\W_])")
_GIFT = re.compile(
    r"(?i)(?<![^\W_])(?:subsid(?:y|ies)|grants?|subventions?|subvenci[oó]n|dotacj\w*|dotac\w*|tilskudd?\w*|"
    r"subsidies?|zuwendung\w*|zuschuss\w*|zuschüsse|förder(?:ung|betrag|summe|mittel)\w*|bidrag\w*)(?![^\W_])"
)
"""What an office gives and does not buy for."""


_CANDIDATE = re.compile(r"(?i)(?<![^\W_])candidates?(?![^\W_])")
_OPPOSED = re.compile(r"(?i)(?<![^\W_])(?:oppos(?:e[ds]?|ing|ition)|for[\s_/|-]+against|pro[\s_/|-]+con)(?![^\W_])")
"""What says that money is spent for somebody or against, ``Support/Oppose``, and given to neither."""
_SPONSOR = re.compile(r"(?i)sponsors?(?:[\s_-]*(?:name|company|organi[sz]ation))?")
_GIVEN = re.compile(
    r"(?i)sponsorship|sponsor[\s_-]*(?:type|level|tier|category|amount)|(?<![^\W_])(?:giving|gifts?|donat\w+|contributed|"
    r"pledged?|package|spending)(?![^\W_])"
)
"""What is said of those who pay for a fair or a team, and not of those who begin a project: ``Sponsor level``."""
_PARTS_OF_OFFICES = frozenset(
    "division bureau directorate branch dienst direction direccion abteilung 部门 科室".split()
)
"""Words for a part of such an office, which acts where no other one is told."""


_BIDDERS = frozenset(("bidder", "bidders", "bidder name", "name of bidder"))
_BOUGHT = re.compile(r"(?i)(?<![^\W_])(?:target|acqui(?:red|sition)|takeover|stake|seller|vendor)s?(?![^\W_])")
"""What is said beside who bids for a company."""


def says_gift(header: str) -> bool:
    """Whether a header says that amounts are given for nothing: ``Grant``, ``tilskuddsordning``."""
    return _GIFT.search(header.replace("_", " ")) is not None


def is_office(header: str) -> bool:
    """Whether a header says a public office, or a part of one."""
    return bool({key_of(take_apart(header).name), stem_of(header)} & (_OFFICES | _PARTS_OF_OFFICES))


def tell_german_offices(draft: Draft) -> None:
    """Take a column of texts called Amt for an office: in German that is one, and amounts in English bookkeeping.

    It gets what somebody gives it, where that is a gift.
    """
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    given = any(word.role == "funder" and draft.cells[name] for name, word in draft.words.items())
    role = "recipient" if given and any(map(says_gift, draft.header.names)) else COMMON_ROLE
    for name, word in draft.words.items() if parties else ():
        profile = draft.profiles[name]
        is_office = (
            _AMT.match(name.strip()) is not None and profile.amounts < _HALF and not mostly(profile.bare_numbers)
        )
        if word.field is not None and word.field.type.is_money and is_office and profile.cells:
            draft.words[name] = replace(Word(), field=parties, certainty=ENDING, role=role)


def tell_proposers(draft: Draft) -> None:
    """Take who proposes a contract for its buyer where another column says the supplier and none the buyer.

    So the lists of Italian law 190 have it; in lists of grants it is who asks for one.
    """
    said = {word.role for name, word in draft.words.items() if word.certainty > WEAK and draft.cells[name]}
    if "supplier" not in said or "buyer" in said:
        return
    for name, word in draft.words.items():
        if word.certainty == WEAK and word.role == "recipient" and _PROPOSER.search(name):
            draft.words[name] = replace(word, role="buyer", certainty=ENDING)


def tell_roles(draft: Draft, columns: Columns) -> None:
    """Settle the roles of columns of parties by each other; each changed one is as sure as it was.

    What is guessed is likely at most.
    """
    _leave_empty(draft, columns)
    leave_second_columns(draft, columns)
    _leave_heads(draft, columns)
    leave_second_lines(draft, columns)
    leave_agents(draft, columns)
    for position, (name, word) in enumerate(columns):
        others = {other.role for one, other in columns if one != name}
        if word.certainty < EXACT and word.role == "buyer" and "funder" in others and "supplier" not in others:
            columns[position] = (name, replace(word, role=COMMON_ROLE))  # beside who gives an office buys nothing
        elif role := _other_role(key_of(take_apart(name).name), stem_of(name), word.role, others):
            columns[position] = (name, replace(word, role=role))
    _take_bodies(draft, columns)
    _tell_of_gifts(draft, columns)
    _tell_sponsors(draft, columns)
    _tell_candidates(draft, columns)
    _tell_of_rounds(draft, columns)
    _leave_open(draft, columns)
    for name, word in columns:
        if key_of(name) in _PARENTS:
            few = draft.profiles[name].filled < _HALF  # of a list of firms, some of which somebody owns
            _guess(draft, columns, name, COMMON_ROLE if few else word.role)


def _leave_open(draft: Draft, columns: Columns) -> None:
    """Take a column of givers and of those who get, ``Donor/Payee``, for partners: which of them a row does not say."""
    for name, word in columns:
        if word.field is None or len(roles := _roles_said(draft, name) or _roles_of_bidders(draft, name, word)) < 2:
            continue
        _guess(draft, columns, name, COMMON_ROLE)
        tell_open(draft, word.field, Evidence.TWO_ROLES, name, roles)


def _roles_said(draft: Draft, name: str) -> tuple[str, ...]:
    """The two roles that a header says, of whom one gives and the other gets; empty where it says no two."""
    said = [read_word(draft.kind, half.strip()) for half in _EITHER.split(name) if half.strip()]
    roles = tuple(dict.fromkeys(word.role for word in said if word.certainty == EXACT))
    return roles if len(said) == 2 == len(roles) and _GIVE & set(roles) and _GET & set(roles) else ()


def _roles_of_bidders(draft: Draft, name: str, word: Word) -> tuple[str, ...]:
    """Those of who bids, for a company in a list that says which was bought, and else for a contract."""
    if word.role != "investor" or key_of(take_apart(name).name) not in _BIDDERS:
        return ()
    return () if any(map(_BOUGHT.search, draft.header.names)) else ("supplier", "investor")


def _take_bodies(draft: Draft, columns: Columns) -> None:
    """Where a supplier stands beside it and no buyer, the one public body likely buys."""
    roles = {word.role for _name, word in columns}
    bodies = [
        name
        for name, word in columns
        if word.role == COMMON_ROLE and {key_of(take_apart(name).name), stem_of(name)} & _BODIES
    ]
    if len(bodies) == 1 and "supplier" in roles and "buyer" not in roles:
        _guess(draft, columns, bodies[0], "buyer")


def _tell_of_gifts(draft: Draft, columns: Columns) -> None:
    """Where amounts are of subsidies, an office gives them, and the one company beside it gets them."""
    money = (name for name, word in draft.words.items() if word.field is not None and word.field.type.is_money)
    by_role: dict[str, list[str]] = {}
    for name, word in columns:
        by_role.setdefault(word.role, []).append(name)
    offices = [name for name in by_role.get("buyer", ()) if {key_of(take_apart(name).name), stem_of(name)} & _OFFICES]
    plain = by_role.get(COMMON_ROLE, [])
    if len(offices) != 1 or len(plain) != 1 or {"funder", "recipient", "supplier"} & by_role.keys():
        return
    if any(map(_GIFT.search, money)):
        _guess(draft, columns, offices[0], "funder")
        _guess(draft, columns, plain[0], "recipient")


def _tell_sponsors(draft: Draft, columns: Columns) -> None:
    """Take who sponsors for who gives where another header says that something is given, and nobody else gives."""
    if any(word.role in _GIVE for _name, word in columns):
        return
    for name, word in columns:
        others = (one for one in draft.header.names if one != name and draft.cells[one])
        if word.role == "initiator" and _SPONSOR.fullmatch(_spaced(name).strip()) and any(map(_GIVEN.search, others)):
            _guess(draft, columns, name, "funder")


def _tell_of_rounds(draft: Draft, columns: Columns) -> None:
    """In a list of funding rounds, the one company beside those who invest gets the money."""
    plain = [name for name, word in columns if word.role == COMMON_ROLE]
    others = {word.role for _name, word in columns} - {COMMON_ROLE, "investor"}
    if len(plain) == 1 and not others and is_of_rounds(draft):
        _guess(draft, columns, plain[0], "recipient")


def _tell_candidates(draft: Draft, columns: Columns) -> None:
    """Take a candidate for no one who gets it where another column says whether it is spent for or against him."""
    others = [name for name in draft.header.names if draft.cells[name]]
    if not any(map(_OPPOSED.search, others)):
        return
    for name, word in columns:
        if word.role == "recipient" and _CANDIDATE.search(_spaced(name)):
            _guess(draft, columns, name, COMMON_ROLE)


def _guess(draft: Draft, columns: Columns, name: str, role: str) -> None:
    """Give a column a role that is only likely."""
    place = next(at for at, (other, _word) in enumerate(columns) if other == name)
    word = replace(columns[place][1], role=role, certainty=min(columns[place][1].certainty, ENDING))
    columns[place] = (name, word)
    draft.words[name] = replace(draft.words[name], role=role, certainty=word.certainty)


def _other_role(key: str, plain: str, role: str, others: set[str]) -> str:
    """The role of a column among those of others; empty where it is the one that its header says."""
    if {key, plain} & _PARTIES and role == COMMON_ROLE and "funder" in others and "recipient" not in others:
        return "recipient"
    if {key, plain} & _OFFICES and "recipient" in others and not {"funder", "supplier"} & others:
        return "funder"
    if {key, plain} & _ABOVE and "supplier" in others and "recipient" not in others:
        return "buyer"
    if key in _AWARDED and "funder" in others and not {"recipient", "buyer"} & others:
        return "recipient"
    return ""


def _leave_empty(draft: Draft, columns: Columns) -> None:
    """Leave the columns without a cell out where others have some: ``ContractorName`` beside ``ContractorCompany``."""
    if any(draft.cells[name] for name, _word in columns):
        columns[:] = [one for one in columns if draft.cells[one[0]]]


def _leave_heads(draft: Draft, columns: Columns) -> None:
    """Leave out who is above a party, where another column says the one that acts in the same role."""
    for name, word in list(columns):
        others = [one for one, other in columns if other.role == word.role and not _HEAD.search(_spaced(one))]
        if word.field is not None and others and _HEAD.search(_spaced(name)):
            columns.remove((name, word))
            draft.set_aside[name] = Reason.of(Evidence.IS_ABOVE, field=word.field.label, column=others[0])


def _spaced(name: str) -> str:
    """A header with the words of ``headAgency`` apart."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
