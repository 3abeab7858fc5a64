"""Columns that say whom something is for, in general: who may apply for a call, whom a programme is meant for."""

from collections.abc import Iterable

from cq_tui.importing.recognise.words.known_words import key_of
from cq_tui.values.expressions import later
from cq_tui.values.nothing import is_nothing

_EXAMPLES = later(
    r"(?i)^(?:e\.?g\.?|examples?|sample|typical|eligible|potential|possible|intended|suitable"
    r"|target(?:ed)?(?=[\s_]+(?:group|audience|benefic"
    r"|recipient|applicant|user)))(?![^\W_])|示例|例如|适用对象|対象者"
    r"|^(?:who (?:can|may) apply|eligibility|zielgruppen?|antragsberechtigte?|publics? (?:cible|éligible|visé)s?"
    r"|bénéficiaires? (?:éligible|potentiel)s?|(?:población|público|grupo) (?:objetivo|meta)|público[- ]alvo"
    r"|(?:destinatari[oi]s?|beneficiari[oi]s?|solicitantes?"
    r"|soggetti) (?:elegibles?|elegíveis|ammissibili|ammessi|potencia(?:les|is))"
    r"|doelgroep(?:en)?|målgrupper?|målgruppe|kohderyhmä|cílov[ée] skupin[ay]|oprávněn[íý] žadatel(?:é)?"
    r"|grup[ay] docelow[ae]|целев(?:ая|ые) (?:группа|группы|аудитория)|цільова (?:група|аудиторія))(?![^\W_])"
    r"|申[请請报報][对對]象|支持[对對]象|対象事業者|対象団体|対象業種|応募資格|신청\s?(?:자격|대상)|모집\s?대상"
)
_OPEN = frozenset(
    map(key_of, ("target", "targets", "cible", "ziel", "対象", "지원대상", "지원 대상", "支援対象", "补助对象"))
)
"""Words for a party of a deal that mean whom a call is for as well."""
_CALL = later(
    r"(?i)(?<![^\W_])(?:dead ?line|closing date|call|apply by"
    r"|application|opens?|closes|subsidy rate|grant rate|funding rate"
    r"|bewerbungsfrist|einreichfrist|antragsfrist|förderquote|date limite|clôture|échéance|appel|taux"
    r"|fecha límite|fecha limite|plazo|convocatoria|scadenza"
    r"|bando|prazo|edital|termín|termin naboru|nabór|søknadsfrist"
    r"|ansökningsdatum|срок подачи|дедлайн)(?![^\W_])"
    r"|締切|締め切り|〆切|期限|補助率|補助上限|公募|募集|応募|截止|申报时间|申請期|마감|접수|공고|모집|지원율"
)
_TRADES = (
    "宿泊 観光 旅行 飲食 製造 小売 卸売 農林水産 農林 農 林 漁 水産 建設"
    " 運輸 運送 交通 サービス 情報通信 医療 福祉 介護"
)
_GENERAL = later(
    rf"(?:{'|'.join(_TRADES.split())})業(?:者)?等?"
    rf"|.*(?:事業者|業者|者等|団体等|企業等|法人等|自治体等?|업체|사업자|기업 등)"
)
_PARTS = later(r"[・、,，/／;；]|\s+및\s+")


def names_nobody(header: str) -> bool:
    """Whether a header says that its cells describe organisations and name none: ``Example recipients``."""
    return _EXAMPLES.search(header.strip()) is not None


def is_of_a_call(header: str, others: Iterable[str]) -> bool:
    """Whether a header that may name a party says whom a call is for, as the ``others`` of its list tell."""
    return key_of(header) in _OPEN and any(_CALL.search(key_of(other)) for other in others)


def are_general(cell: str) -> bool:
    """Whether a cell names trades, and nobody of them: ``宿泊業・観光事業者等``."""
    parts = [part.strip() for part in _PARTS.split(cell) if part.strip()]
    named = sum(_GENERAL.fullmatch(part) is not None for part in parts)
    return is_nothing(cell) or (named > 0 and named * 2 >= len(parts)) or (named > 0 and cell.strip().endswith("等"))
