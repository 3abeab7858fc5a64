"""Words of headers that tell what a list is of: deals, bodies with their addresses, parts of a programme."""

import re

from cq_tui.values.expressions import later

_DEALS = later(
    r"(?i)(?<![^\W_])(?:projects?|contracts?|deals?|agreements?|grants?|tenders?|acqui\w*|mergers?|fund\w*|invest\w*|"
    r"rounds?|awards?|awarded|mou|signed|signing|signatur\w*|partners?|buyers?|loans?|purchas\w*|procure\w*|donat\w*|donors?|"
    r"recipients?|beneficiar\w*|amounts?|values?|budgets?|stake|shares?|"
    r"projekt\w*|vertr[aä]g\w*|auftr[aä]g\w*|förder\w*|zuwend\w*|spende\w*|vorhaben|"
    r"projets?|contrats?|marchés?|subvention\w*|accords?|montant\w*|proyectos?|contratos?|subvenci\w*|convenio\w*|"
    r"acuerdos?|proget\w*|contratt\w*|appalt\w*|accord[oi]|bandi|bando|projeto\w*|convênio\w*|umow[ay]|dotac\w*|zamówieni\w*|"
    r"smlouv\w*|zmluv\w*|dotace|zakázk\w*|subsidie\w*|overeenkomst\w*|avtal\w*|aftale\w*|kontrakt\w*|bidrag|tilskud\w*|"
    r"sopimu\w*|hanke\w*|avustu\w*|szerződés\w*|támogatás\w*|proiect\w*|ugovor\w*|proje(?:si|nin|ler)?|sözleşme\w*|ihale\w*|"
    r"hibe\w*|yatırım\w*|anlaşma\w*|проект\w*|договор\w*|контракт\w*|закупк\w*|грант\w*|соглашени\w*)(?![^\W_])"
    r"|项目|項目|合同|合約|協議|协议|签约|簽約|采购|採購|并购|投资|投資|融资|捐|中标|招标|标的|補助|助成|契約|案件|事業|入札|寄付|買収|"
    r"계약|사업명|과제|입찰|협약|투자"
)
"""What deals, grants, tenders or purchases are called or consist of."""
_REACHED_AT = later(
    r"(?i)(?<![^\W_])(?:e-?mails?|mail|e-?posta?|phones?|tel|telephone|telefon\w*|teléfono|téléphone|telefone|telefoon|"
    r"fax|website|web|homepage|site|sites|url|urls|www|instagram\w*|facebook|twitter|linkedin|address|adress\w*|anschrift|"
    r"adresse|adres|adresa|direcci[oó]n|indirizzo|endereço|osoite|adressen|logo|opening hours|öffnungszeiten|"
    r"eposta|email|почта|телефон|сайт|адрес)(?![^\W_])"
    r"|[_a-z]url$|地址|住所|所在地|电话|電話|邮箱|邮件|网址|網址|官网|官網|网站|網站|ホームページ|メール|主页|홈페이지|전화|주소"
)
"""Where somebody is reached: what is told of bodies, and hardly ever of deals."""
_OF_BODIES = later(
    r"(?i)(?<![^\W_])(?:members?|memberships?|mitglied\w*|membres?|miembros?|soci|membri|leden|medlem\w*|jäsen\w*|członk\w*|"
    r"exhibitors?|exhibiting|aussteller\w*|exposants?|expositor\w*|espositor\w*|wystawc\w*|vystavovatel\w*|utställare|udstiller\w*|"
    r"stalls?|vendors?|booths?|stands?|stand[\s_](?:no|nr|number)|pavilions?|halls?|standnummer|stánek|shops?|stores?|brands?|"
    r"founded|established|headquarters?|headquartered|hq|hauptsitz|siège|gründung\w*|employees|mitarbeiter\w*|effectifs?|empleados|dipendenti|"
    r"üye\w*|firma(?:lar)?|unvan[ıi]?|ünvan[ıi]?|kuruluş\w*|katılımcı\w*|член\w*|участник\w*)(?![^\W_])"
    r"|展位|展馆|展館|展台|展厅|展商|参展|參展|小間|ブース|부스|会员|會員|会員|出展|出店|店名|店舗|ショップ|成立|员工|入驻|园区|회원|참가업체"
)
"""What bodies have and deals don't: booths, a membership, the year they were founded."""
_OWNS = later(
    r"(?i)(?<![^\W_])(?:parent(?:[\s_]+(?:company|organi[sz]ation|firm|body))?|holding[\s_]+company|owned[\s_]+by|subsidiary[\s_]+of|"
    r"muttergesellschaft|mutterkonzern|maison[\s_]+mère|société[\s_]+mère|(?:empresa|sociedad)[\s_]+matriz|casa[\s_]+matriz|"
    r"empresa[\s_]+mãe|(?:società|casa)[\s_]+madre|capogruppo|moederbedrijf|moedermaatschappij|spółka[\s_]+matka|"
    r"mateřská[\s_]+společnost|moderbolag|moderselskab|morselskap|emoyhtiö)(?![^\W_])|母公司|上级单位|上級單位|親会社|모회사"
)
"""Whom a body belongs to."""
_OF_EVENTS = later(
    r"(?i)(?<![^\W_])(?:events?|agenda|programmes?|program|calendar|schedule|venues?|times?|start[\s_]?times?|"
    r"rooms?|tracks?|sessions?|talks?|hosts?|organi[sz]ers?|veranstaltung\w*|termine?|uhrzeit|veranstaltungsort|kalender|"
    r"begivenhed\w*|arrangement\w*|tidspunkt|klokkeslæt|händelse\w*|evenemang\w*|tid|tapahtuma\w*|"
    r"événements?|évènements?|heures?|horaires?|eventos?|horas?|horario|event[oi]|or[ae]|orario|"
    r"wydarzeni\w*|godzina|akce|událost\w*|čas|esemény\w*|időpont|evenement\w*|tijd|"
    r"etkinlik\w*|saat|mekan|мероприяти\w*|событи\w*|время|dtstart|start|starts|start[\s_]date|date[\s_]start|"
    r"end|ends|end[\s_]date|date[\s_]end|persons?|participants?|attendees)(?![^\W_])"
    r"|活动|活動|会议|會議|会場|会场|時間|时间|時刻|日程|行程|议程|議程|日時|イベント|催し|개최|행사|일시"
)
"""What parts of a calendar have: a time, a venue, who takes part."""
_PROJECTS = later(
    r"(?i)(?<![^\W_])(?:projects?|projekt\w*|vorhaben|projets?|proyectos?|proget\w*|projeto\w*|hanke\w*|proiect\w*|"
    r"proje(?:si|nin|ler)?|проект\w*)(?![^\W_])|项目|項目|案件|事業|사업명|과제"
)
"""What may be a deal, or what somebody wants to do: a plan, a firm that was just founded."""
_OF_TALKS = later(
    r"(?i)(?<![^\W_])(?:talks?|talk[\s_]\w+|abstracts?|rooms?|tracks?|sessions?|slides?|youtube|video|levels?|presentations?|"
    r"keynotes?|papers?|vortrag\w*|vorträge|raum|saal|conférences?|exposés?|salles?|résumés?|ponencias?|salas?|resumen|"
    r"relazion[ei]|sala|prelekcj\w*|sal[ae]|přednášk\w*|sál|foredrag|lokale|föredrag|sal|esitelm\w*|oturum\w*|salon|konuşma\w*|"
    r"доклад\w*|зал)(?![^\W_])"
    r"|演讲|演講|报告|報告|講演|発表|演題|会場|議程|议程|발표|세션"
)
"""What talks have: a room, slides, an abstract."""
_OF_PERSONS = later(
    r"(?i)(?<![^\W_])(?:bios?|biograph(?:y|ies)|biograf\w*|biographie\w*|job[\s_]?titles?|job[\s_]?positions?|positions?|"
    r"designations?|affiliations?|funktion|berufsbezeichnung|fonction|cargo|puesto|ruolo|carica|qualifica|stanowisko|"
    r"orcid|degrees?|academic[\s_]degree|grado[\s_]acad[ée]mico|titulaci[óo]n|afiliaci[óo]n|afilia[çc][ãa]o|affiliazione|"
    r"akademischer[\s_]grad|poste[\s_]occup[ée]|semblanza|minibio|mini[\s_]bio)(?![^\W_])"
    r"|职务|職務|职位|職位|头衔|頭銜|职称|職稱|役職|肩書|직책|직위"
)
"""What persons have whom a list names beside whom they work for: a post, a life."""
TIME_IN_TEXT = later(
    r"(?i)(?<![\d:.])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d:.])|\bkl\.? ?\d|\d ?(?:uhr|[ap]\.?m\.?)(?!\w)|\d+ ?[時点点]"
)
"""A time of the day: ``kl. 13.00``, ``9:30``, ``14 Uhr``."""
DEAL_IN_TEXT = later(
    r"(?i)(?<![^\W_])(?:contracts?|agreements?|grants?|deals?|acqui(?:res?|red|sition)|merger|invest(?:s|ed|ment)?|funding|"
    r"sign(?:s|ed|ing)|mou|memorandum|suppl(?:y|ies) of|purchase|financing|loan|tender|joint venture|vertrag\w*|"
    r"auftrag\w*|contrat|marché|accord|contrato|acuerdo|contratto|umowa|smlouva|договор\w*|контракт\w*|соглашени\w*)"
    r"(?![^\W_])|签约|合同|协议|協議|项目|項目|投资|投資|采购|採購|融资|契約|案件|사업|계약"
)


_COUNT = later(
    r"(?i)[\s_](?:counts?|numbers?|total|anzahl|nombre|cantidad|numero)$|"
    r"^(?:n(?:umber|o|um)?|count|anzahl|nombre|cantidad|número|numero|liczba|počet|antal|antall|aantal)[\s_]+(?:of|de|di|d['’])?[\s_]*"
)
"""How many of them somebody has: ``merger_count``, ``Number of grants``."""


def is_of_deals(header: str) -> bool:
    """Whether a header says what only deals, grants or tenders have; how many a body has is no deal."""
    spaced = _spaced(header)
    return _DEALS.search(spaced) is not None and not _COUNT.search(spaced)


def is_of_projects(header: str) -> bool:
    """Whether a header says a project and nothing that deals alone have: ``Projet``, ``项目名称``."""
    return is_of_deals(header) and not is_of_deals(_PROJECTS.sub(" ", _spaced(header)))


def says_where_reached(header: str) -> bool:
    """Whether a header says where somebody is reached: ``eposta``, ``Website``."""
    return _REACHED_AT.search(_spaced(header)) is not None


def is_of_bodies(header: str) -> bool:
    """Whether a header says what bodies have and deals don't: ``booth_id``, ``Mitglied seit``, ``Parent company``."""
    return _OF_BODIES.search(_spaced(header)) is not None or says_who_owns(header)


def says_who_owns(header: str) -> bool:
    """Whether a header says whom a body belongs to: ``parent_company``, 母公司."""
    return _OWNS.search(_spaced(header)) is not None


def is_of_events(header: str) -> bool:
    """Whether a header says what a calendar has: ``date_start``, ``Uhrzeit``."""
    return _OF_EVENTS.search(_spaced(header)) is not None


def is_of_talks(header: str) -> bool:
    """Whether a header says what talks have: ``room``, ``Abstract``."""
    return _OF_TALKS.search(_spaced(header)) is not None


def is_of_persons(header: str) -> bool:
    """Whether a header says what persons have: ``job_title``, ``Bio``, 职务."""
    return _OF_PERSONS.search(_spaced(header)) is not None


def _spaced(header: str) -> str:
    """A header with the words of ``boothNo`` apart."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
