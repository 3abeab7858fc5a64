"""Words in place of a day that say that there is none: ``rolling``, ``상시 접수``, ``随時``, ``bis auf Weiteres``."""

import re

from cq_tui.values.units import folded

_WORDS = """
rolling|rolling basis|on a rolling basis|rolling deadline|rolling applications|rolling admission|ongoing
on-going|open|always open|open all year|all year|all year round|year-round|continuous|continuously open
continuously|permanent|anytime|any time|at any time|no deadline|no fixed deadline|no closing date
no end date|open-ended|open ended|indefinite|indefinitely|until further notice|until filled
until funds run out|until funds are exhausted|first come first served|first come, first served|varies
various|to be announced|to be advised|to be decided|date tbc|date tbd|date to be confirmed|laufend
fortlaufend|jederzeit|ganzjährig|dauerhaft|unbefristet|unbegrenzt|offen|bis auf weiteres|durchgehend
keine frist|ohne frist|wird noch bekannt gegeben|noch offen|steht noch nicht fest|en continu|permanente
permanents|toute l'année|au fil de l'eau|sans date limite|à tout moment|jusqu'à épuisement
jusqu'à épuisement des fonds|à confirmer|à définir|à préciser|à venir|illimité|illimitée|indéterminé
indéterminée|continuo|continua|permanentemente|todo el año|abierto|abierta|sin plazo|sin fecha límite
indefinido|indefinida|por confirmar|por definir|por determinar|hasta agotar fondos|hasta agotamiento
hasta agotar presupuesto|a sportello|sportello|sempre aperto|tutto l'anno|fino a esaurimento
fino ad esaurimento|fino a esaurimento fondi|fino ad esaurimento fondi|senza scadenza|da definire
da confermare|in via di definizione|indeterminata|illimitata|contínuo|contínua|fluxo contínuo|aberto
sem prazo|a definir|a confirmar|indeterminado|indeterminada|o ano todo|doorlopend|doorlopende|het hele jaar
onbepaald|onbepaalde tijd|geen deadline|nog niet bekend|nader te bepalen|n.t.b.|ntb|ciągły|nabór ciągły
cały rok|bezterminowo|bezterminowa|do odwołania|do wyczerpania środków|do ustalenia|na bieżąco|průběžně
průběžná|celoročně|neomezeně|na dobu neurčitou|do vyčerpání prostředků|bude upřesněno|priebežne
na dobu neurčitú|folyamatos|folyamatosan|visszavonásig|határozatlan|határozatlan idő|a keret kimerüléséig
löpande|tills vidare|året runt|løpende|løbende|hele året|inntil videre|indtil videre|jatkuva|toistaiseksi
ympäri vuoden|постоянно|бессрочно|бессрочный|круглый год|до исчерпания средств|уточняется|будет уточнено
безстроково|постійно|sürekli|süresiz|yıl boyu|상시|상시 접수|상시접수|상시모집|상시 모집|수시|수시 접수
수시접수|수시모집|연중|연중 수시|연중상시|예산 소진시까지|예산 소진 시까지|예산소진시까지|예산 소진시
예산소진시|자금 소진시|자금소진시까지|소진시까지|소진 시까지|확인 필요|확인필요|추후 공지|추후공지|별도 공지
미확정|무기한|마감시까지|随時|隨時|随時受付|随時募集|常時|常時受付|常時募集|通年|通年受付|通年募集|無期限
期限なし|定めなし|予算がなくなり次第|予算上限に達し次第|予算に達し次第終了|要確認|調整中|後日公表|未確定
追って公表|随时|随时申报|随时受理|长期|長期|长期有效|長期有效|常年|常年受理|常年申报|全年|全年受理|不限
不限期|无限期|無限期|永久|永久有效|无固定期限|無固定期限|另行通知|另行公告|待通知|待公布|待公告|额满为止
額滿為止|用完即止|售完为止|需确认|需確認|مستمر|دائم|مفتوح
"""
_OPEN = frozenset(word for line in _WORDS.splitlines() for word in line.split("|") if word)
_LONGEST = max(map(len, _OPEN))
_AROUND = re.compile(r"^[\s(（\[「<]+|[\s.。!！)）\]」>]+$")


def is_open(text: str) -> bool:
    """Whether a text in place of a day says that none is fixed: always open, until further notice, to be confirmed."""
    return len(text) <= 2 * _LONGEST and _AROUND.sub("", folded(text)) in _OPEN
