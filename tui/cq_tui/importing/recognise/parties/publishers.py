"""Who runs or publishes the notices of tenders of a list: likely the buyer, where no other party buys."""

from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.parties.open_roles import tell_open
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.importing.recognise.words.word import ENDING, WEAK
from cq_tui.values.expressions import later

_HALF = 0.5
_PUBLISHERS = frozenset(
    map(
        key_of,
        """operator|operator name|publisher|publisher name|published by|posted by|issuer|issued by|issuing body|
        notice publisher|tender issuer|organiser|organizer|publicador|publicado por|entidad publicadora|emisor|
        publié par|émetteur|organisme émetteur|herausgeber|veröffentlicht von|veröffentlicht durch|
        pubblicato da|ente emittente|publicado pela|órgão publicador|运营商|发布单位|发布机构|发布人|发布者|发布方|
        发布主体|发布部门|公告单位|公告机构|公告发布人|公告发布单位|招标主体|采购主体|業主單位|公告機關|公告者|
        公示者|発注主体|公告機関|게시자|게시기관|공고자""".replace("\n", "").split("|"),
    )
)
_NOTICE = later(
    r"(?i)(?<![^\W_])(?:tenders?|tendering|procurement|bids?|bidding|rfps?|rfqs?|itb|invitation|appel d'offres|marché|"
    r"licitaci[oó]n|licitação|pregão|adquisici[oó]n|contrataci[oó]n|gara|bando|ausschreibung|vergabe|aanbesteding|"
    r"przetarg|zakup|zakázka|закупк\w*|тендер\w*|аукцион\w*)(?![^\W_])"
    r"|招标|招標|采购|採購|竞价|询价|詢價|比选|遴选|磋商|谈判公告|公告$|入札|公募|調達|공고|입찰"
)
_LONGEST = 80


def tell_publishers(draft: Draft) -> None:
    """Take who runs or publishes notices of tenders for their buyer, which is likely, where no column tells one."""
    parties = next((one for one in draft.kind.fields if one.parts and one.type.refers_to == "organisations"), None)
    if parties is None or not any("buyer" in (part.codes or ()) for part in parties.parts):
        return
    told = [word for name, word in draft.words.items() if word.field is parties and draft.cells[name]]
    if any(word.role == "buyer" and word.certainty > WEAK for word in told) or not _are_notices(draft):
        return
    for name, word in draft.words.items():
        if key_of(take_apart(name).name) in _PUBLISHERS and _may_be_names(draft, name):
            draft.words[name] = replace(word, field=parties, role="buyer", certainty=ENDING, part="")
            tell_open(draft, parties, Evidence.PUBLISHER, name, ("supplier", "partner"))
            return


def _are_notices(draft: Draft) -> bool:
    """Whether most titles, or the texts of some column where no title is known, are of tenders and notices."""
    heading = draft.kind.heading
    said = [name for name, word in draft.words.items() if word.field is heading and draft.cells[name]]
    return any(draft.profiles[name].share(_is_notice) >= _HALF for name in said)


def _is_notice(cell: str) -> bool:
    return _NOTICE.search(cell.strip()) is not None


def _may_be_names(draft: Draft, name: str) -> bool:
    """Whether cells are texts as short as names are, and none is a number."""
    profile, field = draft.profiles[name], draft.words[name].field
    is_free = field is None or field.parts or draft.words[name].certainty == WEAK
    return bool(is_free and profile.cells) and not profile.share(_is_no_name)


def _is_no_name(cell: str) -> bool:
    return len(cell) > _LONGEST or not any(map(str.isalpha, cell)) or "://" in cell
