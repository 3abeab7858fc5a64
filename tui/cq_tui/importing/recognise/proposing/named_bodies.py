"""The one column of names of a list that says no party: clubs, firms and operators are parties as well."""

from dataclasses import replace
from shlex import quote

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import are_ids
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.owner_kinds import are_forms, are_owner_kinds
from cq_tui.importing.recognise.parties.party_roles import says_gift
from cq_tui.importing.recognise.parties.register_numbers import register_number
from cq_tui.importing.recognise.proposing.proven_parties import no_names
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import ENDING, Word
from cq_tui.schema.field import Field
from cq_tui.values.yes_no import is_plain_answer

_HALF = 0.5
_LEAST = 3
_BODIES = frozenset(
    map(
        key_of,
        """club clubs association society charity charities ngo nonprofit firm business startup enterprise operator
        organiser organizer school university college church museum hospital cooperative foundation
        verein verband stiftung unternehmen firma betrieb träger betreiber veranstalter hochschule
        entreprise société association fondation exploitant opérateur organisme
        empresa sociedad asociación fundación operador entidad impresa ditta azienda società associazione fondazione
        operatore gestore empresa associação fundação operadora bedrijf vereniging stichting exploitant
        firma przedsiębiorstwo stowarzyszenie fundacja spolek podnik nadace firma
        forening foretak bedrift virksomhed virksomhet selskap selskab företag förening yritys yhdistys
        компания фирма организация предприятие общество оператор підприємство організація""".split(),
    )
) | frozenset(
    "俱乐部 协会 運營商 运营商 运营方 運營方 团体 團體 社团 社團 事業者 運営者 団体 업체 단체 협회 운영사".split()
)
"""Words for what organisations are or do, by which a column of them is called: ``club``, ``Betreiber``."""
_NAMES = frozenset("name names 名称 nom nombre nome nazwa naam navn namn nimi naziv название наименование".split())


def take_named_bodies(draft: Draft, found: dict[str, list[tuple[str, Word]]]) -> None:
    """Where no column is a party, take the one that is called by what organisations are, as likely; it is told.

    So is a bare ``name`` with a column of numbers of a register beside it: it calls the records, and their party, too.
    """
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    if parties is None or found.get(parties.name) or draft.header.nameless:
        return
    names = [name for name in _called_so(draft) if _may_be_names(draft, parties, name)]
    if not names and _has_numbers(draft):
        titles = [name for name, _word in found.get(draft.kind.heading.name, ())]
        names = [name for name in titles if key_of(take_apart(name).name) in _NAMES]
        names = [name for name in names if len(titles) == 1 and _are_texts(draft, name)]
    if len(names) == 1:
        _take(draft, found, parties, names[0])


def _called_so(draft: Draft) -> list[str]:
    """The columns that no field takes and whose headers end in a word for organisations."""
    free = (name for name, word in draft.words.items() if word.field is None and name not in draft.set_aside)
    return [name for name in free if _says_body(name)]


def _says_body(header: str) -> bool:
    words = key_of(take_apart(header).name.replace("_", " ")).split()
    words = words[:-1] if len(words) > 1 and words[-1] in _NAMES else words
    return bool(words) and words[-1] in _BODIES


def _has_numbers(draft: Draft) -> bool:
    """Whether a column holds numbers of a register without saying whose: those of the names beside it."""
    told = (register_number(name) for name in draft.header.names if draft.cells[name])
    return any(number is not None and not number[1] for number in told)


def _may_be_names(draft: Draft, parties: Field, name: str) -> bool:
    word = Word(parties, ENDING, role=COMMON_ROLE)
    return _are_texts(draft, name) and no_names(word, draft.profiles[name]) is None


def _are_texts(draft: Draft, name: str) -> bool:
    """Whether most rows have a text that is no number, day, address, mark, or mere sort of organisations."""
    profile: ColumnProfile = draft.profiles[name]
    if len(profile.cells) < _LEAST or profile.filled < _HALF or len(set(profile.cells)) == 1:
        return False
    shares = (profile.bare_numbers, profile.dates, profile.links, profile.percents, profile.json, profile.entries)
    is_other = any(map(mostly, (*shares, profile.amounts, profile.share(is_plain_answer))))
    return not is_other and not are_ids(name, profile) and not are_owner_kinds(profile) and not are_forms(profile)


def _take(draft: Draft, found: dict[str, list[tuple[str, Word]]], parties: Field, name: str) -> None:
    """Take a column for those who get, where a header says a gift, else for partners; with the other answers."""
    role = "recipient" if any(map(says_gift, draft.header.names)) else COMMON_ROLE
    held = draft.words[name]
    word = replace(held, field=parties, certainty=ENDING, role=role)
    if held.field is None:
        draft.words[name] = word
    found[parties.name].append((name, word))
    other = COMMON_ROLE if role != COMMON_ROLE else "recipient"
    settings = (f"--set {quote(f'{parties.name}.{other}={name}')}", f"--set {parties.name}=")
    draft.tell(parties, Evidence.NAMED_BODIES, column=name, settings=settings)
    draft.likely.add(parties.name)
