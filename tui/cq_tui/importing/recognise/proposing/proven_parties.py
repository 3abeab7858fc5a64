"""Takes columns whose header has a word for parties among others for parties only where their cells may be names."""

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.body_cells import BODIES, CHINESE_BODIES, is_body
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.proposing.unfit import CLASSES
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.places import is_place, says_place
from cq_tui.importing.recognise.words.word import EXACT, Word
from cq_tui.language import Label
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Reason

Columns = list[tuple[str, Word]]
SENTENCES, PLACES, FORMS = Label("长句", "sentences"), Label("地名", "places"), Label("法律形式", "legal forms")
_HALF = 0.5
_MANY_WORDS, _MANY_CHARACTERS = 7, 25
"""Words and characters from which on a cell may be a sentence."""
_FEW_OF, _LEAST = 4, 20
"""How many times as many names another column must have, and how many cells this one, to be one of classes."""
_FORMS = frozenset(
    key_of(one).replace(" ", "")
    for one in """
gmbh|ggmbh|ug|ag|kg|ohg|gbr|gmbh & co kg|e.v.|eg|aktiengesellschaft|gesellschaft mit beschränkter haftung
einzelunternehmen|eingetragener verein|sarl|sas|sasu|eurl|sci|scop|société anonyme|société à responsabilité limitée
association loi 1901|société par actions simplifiée|entreprise individuelle|s.a.|s.a.s.|s.l.|s.l.u.|ltda|ltda.
s. en c.|e.u.|sociedad anónima|sociedad limitada|sociedad por acciones simplificada|persona jurídica|persona natural
persona física|consorcio|unión temporal|nit de persona jurídica|nit de persona natural|cédula de ciudadanía
cédula de extranjería|nit de extranjería|eireli|mei|sociedade anônima|sociedade limitada|pessoa jurídica
pessoa física|empresário individual|s.p.a.|s.r.l.|s.n.c.|società per azioni|società a responsabilità limitata
ditta individuale|persona giuridica|ltd|limited|plc|llp|llc|inc|corporation|private limited company
public limited company|limited company|sole trader|limited liability company|limited liability partnership|charity
community interest company|cic|bv|nv|vof|stichting|sp. z o.o.|spółka z ograniczoną odpowiedzialnością|spółka akcyjna
s.r.o.|a.s.|kft|zrt|nyrt|bt|aktiebolag|aktieselskab|有限公司|有限责任公司|股份有限公司|个体工商户|合伙企业
个人独资企业|国有独资|一人有限责任公司|ооо|оао|зао|ао|пао|ип
""".replace("\n", "|").split("|")
    if one
)


def no_names(word: Word, profile: ColumnProfile) -> Label | None:
    """What the cells of a column of parties are, where its header does not say so plainly and they are no names."""
    if word.certainty == EXACT or word.by_cells:
        return None
    if profile.share(_is_sentence) >= _HALF:
        return SENTENCES
    if profile.is_mostly(_is_form):
        return FORMS
    return PLACES if profile.is_mostly(is_place) else None


def prove_parties(draft: Draft, columns: Columns) -> None:
    """Leave out columns that tell where or of which sort the parties of another, surer one are, and not who."""
    for name, word in list(columns):
        surer = [one for one, other in columns if one != name and other.role == word.role and _is_surer(one, other)]
        if word.certainty == EXACT or word.by_cells or word.full or not surer or says_name(name):
            continue
        profile = draft.profiles[name]
        if profile.share(is_body) >= _HALF:
            continue
        different = len(set(profile.cells))
        names = min(len(set(draft.cells[one])) for one in surer)
        what = PLACES if says_place(name) else None
        if what is None and len(profile.cells) >= _LEAST and different * _FEW_OF <= names:
            what = CLASSES
        if what is not None and word.field is not None:
            columns[:] = [one for one in columns if one[0] != name]
            draft.set_aside[name] = Reason.of(Evidence.CELLS_ARE, field=word.field.label, what=what)


def _is_surer(name: str, word: Word) -> bool:
    return not says_place(name) and (word.certainty == EXACT or says_name(name))


_NAMES = frozenset(
    map(
        key_of,
        """name names nom noms nombre nombres nome nomi naam namn navn nimi nazwa naziv název názov denumire ime név
        neve razón razon raz social sociale denominación denominacion denominazione dénomination bezeichnung firma
        наименование название""".split(),
    )
)


def says_name(header: str) -> bool:
    """Whether a header has a word for a name: ``Nom Raz Social Contratista``."""
    words = key_of(header.replace("_", " ")).split()
    return not _NAMES.isdisjoint(words) or "名称" in header or header.endswith("名")


def _is_sentence(cell: str) -> bool:
    """Whether a cell is a text about something: many words, most of them small, none of a legal form or a body."""
    words = cell.split()
    if is_chinese(cell):
        return len(cell) >= _MANY_CHARACTERS and not CHINESE_BODIES.search(cell)
    if len(words) < _MANY_WORDS or is_company(cell):
        return False
    small = sum(word[0].islower() for word in words[1:])
    return (small * 2 > len(words) or cell.isupper()) and BODIES.isdisjoint(map(key_of, words[:3]))


def _is_form(cell: str) -> bool:
    return key_of(cell).replace(" ", "") in _FORMS
