"""Headers of days that are not the record's own: of the list or a party, or on which something begins or ends."""

from functools import lru_cache

from cq_tui.importing.recognise.words.days_of_firms import is_day_of_a_firm
from cq_tui.values.expressions import later

OTHER_DAY = later(
    r"(?i)updat|amend|(?<![^\W_])delet(?:ed|ion)|(?<![^\W_])removed(?![^\W_])|gelöscht|supprimé|(?<![^\W_])eliminad[oa]|verwijderd|usunięt|smazán|удален|删除|刪除|削除|삭제|"
    r"inseriment|inserit[oa]|(?<![^\W_])saisie(?![^\W_])|(?<![^\W_])erfasst|(?:^|[\s_])(?:added|uploaded|last)(?=[\s_]|$)|uppdater|bijwerk|bijgewerkt|wijziging|обновлен|изменени|oppdater|opdater|päivit[ye]|aktuali|modif|"
    r"mise à jour|actualiza|aggiornamento|chang(?:e|ed)|retriev|access|scrap|birth|"
    r"naissance|nacimiento|geburt|found(?:ed|ing|ation)|created|更新|修改|成立|出生|注册|註冊|创建|抓取|"
    r"atnaujin|frissít|оновлен|upphämt|atjaunin|uuendat|ажуриран|ενημέρωσ|güncelle|cập nhật|pembaruan|"
    r"download|fetch|crawl|harvest|extract(?:ed|ion)|export(?:ed|iert)?[\s_]*(?:date|at|on|datum)|snapshot|"
    r"(?:date|datum|data|fecha|stand)[\s_]*(?:of|der|des|de|da)?[\s_]*(?:export|overzicht|extra[cç]|consulta|abruf)|"
    r"(?:^|[\s_])(?:abgerufen|abrufdatum|timestamp|as[\s_]of|stand|stichtag|peildatum|checked)(?=[\s_]|$)|"
    r"(?<![^\W_])(?:rilevat[oa]|rilevazione|scaricat[oa]|estratt[oa]|extra[ií]d[oa]|recopilad[oa]|recolectad[oa]|descargad[oa]|"
    r"coletad[oa]|baixad[oa]|récupérée?|collectée?|téléchargée?|ausgelesen|gesammelt|opgehaald|hämtad|hentet|pobran[oey]|"
    r"stažen[oáý]|собран[оа]?|получено)(?![^\W_])|"
    r"取得日|取得時|収集日|確認日|採集|采集|获取时间|下载|下載|갱신|수집일|최종수정|تحديث"
)
"""Days of the list or of a party, and not of the record: ``Date of last update``, ``成立日期``."""
_END = later(
    r"(?i)(?<![^\W_])(?:end(?:s|ed|ing)?|expir\w*|finish\w*|until|due|deadline|limite|prazo|plazo|frist|délai|"
    r"maturity|valid to|terminat\w*|ende|"
    r"fin(?:e|al|alización|alizacion)?|hasta|término|termino|vencimiento|conclus(?:ión|ion de|ão|ao|ione)|validity|"
    r"valid until|validade|vigencia|vigência|platnost\w*|scadenza|collaudo|ultimazione|"
    r"ukončen\w*|konec|konc\w+|"
    r"zakończen\w*|slutt?|einde?|päätty\w*|lopetus|befejez\w*|záró|pabaig\w*|beigu|lõpp|završet\w*|bitiş)(?![^\W_])"
    r"|(?<![^\W_])(?:verval(?:t|len)?|ablauf\w*|verfall\w*|fälligkeit\w*|förfallo\w*|utgång\w*|utløp\w*|udløb\w*|"
    r"forfald\w*|forfall\w*|eräänty\w*|eräpäivä|lejár\w*|caducid\w*|échéance|istek\w*|isteč\w*|wygaśnięc\w*|"
    r"vypršen\w*|geldig tot|gültig bis|valable jusqu\w*|ważn\w* do|истеч\w*|истека\w*|срок действия)(?![^\W_])"
    r"|vervaldat|失效|有效期|有効期限|유효기간|hết hạn|kadaluarsa|انتهاء"
    r"|\w{3,}frist(?:ende)?(?![^\W_])|schluss?termin"
    r"|(?:einsende|bewerbungs|melde|anmelde|abgabe|annahme)(?:schluss|schluß|termin)"
    r"|(?<![^\W_])(?:cut[\s-]?off|last date|apply by|bids? due|closes|closing time|"
    r"(?:tender|bid|call|rfp|submission) clos\w+|"
    r"closing (?:of|for) (?:tenders?|bids?|applications?|submissions?)|uzávěrk\w*|uzávierk\w*|"
    r"lhůt\w*|lehot\w*|termin składania\w*|"
    r"sista (?:ansöknings|anbuds)?dag|määräaika|határid[őo]\w*|tähtae\w*|termiņ\w*|termenul|"
    r"son başvuru|rok za|krajnji rok|"
    r"срок (?:подачи|окончания)|крайний срок|краен срок|кінцевий строк|προθεσμία)(?![^\W_])"
    r"|fine lavori|end(?:e|date|datum|dato)$|enddat|endedat|"
    r"eind(?:e|datum)|slut(?:t?dato|datum)|laufzeitende|окончани|завершени|"
    r"结束|結束|终止|終止|到期|截止|终了|終了|締切|締め切|〆切|期限|竣工|投产|投產|종료|만료|마감|λήξη|kết thúc"
    r"|^(?:to|bis|tot|au|al|do|até|до|止|至|fin|fino)$|(?<=[\s_])bis$"
    r"|(?<![a-z])dat[ae](?:fine|fin|fim)(?![^\W_])|endes(?![^\W_])|(?<![a-z])(?:dt)?fim(?![^\W_])|beendigung|beëindig|fertigstellung|achèvement|termine(?![^\W_])|"
    r"terminaci|terminación|finaliz[aă]r|skonč|af(?:slut|rond|loop)|av(?:slut|vikling)|nobeigum|(?<![^\W_])beig(?:u|as)|"
    r"lõp(?:p|u)|tmiem|deireadh|críochnaith|zárás|"
    r"(?<![^\W_])vége|datum kraja|(?<![^\W_])kraj (?:projekt|operacij|provedb|radov)|"
    r"zavrset|завршет|закінч|заверш|приключ|(?<![^\W_])кра[йј](?:на|ен)?(?![^\W_])|(?<![^\W_])кон(?:ец|ца)(?![^\W_])|"
    r"ολοκλήρωσ|περάτωσ|نهاية|إلى تاريخ|סיום|สิ้นสุด|berakhir|selesai|पूर्ण"
)
"""Words for the end in any case that headers have them in: ``Datum des Endes des Vorhabens``, ``Data fim``."""
_CLOSED = later(
    r"(?i)complet|closing|closure|clos(?:ed|e)(?![^\W_])|clôture|cloture|cierre|chiusura|encerramento|dovrš|dokončen"
)
"""What a project comes to its end by, and a purchase is made by: ``Completion date``."""
_CLOSES = later(r"(?i)(?<![^\W_])(?:closing|closure|close|clôture|cloture|cierre|chiusura|encerramento)(?![^\W_])")
"""What a call ends by, and a purchase is made by as well: ``Closing date``."""
_CLOSED_OR_SIGNED = later(r"(?i)abschlu[sß]|[iî]ncheier|zaključ")
"""What a project comes to its end by, and a contract is signed by: ``Data încheierii contractului``."""
_UNDERTAKING = later(
    r"(?i)(?<![^\W_])(?:project|programme|program|operation|activity|action|works?|construction|projet|opération|"
    r"travaux|proyecto|operación|obras?|progetto|operazione|intervento|lavori|projeto|operação|proiect\w*|"
    r"operațiun\w*|operatiun\w*|projekt\w*|operacij\w*|vorhabens?|maßnahme|operace|operácie)(?![^\W_])"
)
_SPAN = later(r"(?i)(?<![^\W_])(?:validity|validade|vigencia|vigência|platnost\w*)(?![^\W_])")
"""What has a beginning as well as an end, and by itself stands for the end."""
_START = later(
    r"(?i)(?<![^\W_])(?:start(?:s|ed|ing)?|beg[iau]n\w*|commenc\w*|démarrage|demarrage|lancement|arranque|kick-?off|anfang|beginn|début|debut|inicio|início|inizio|avvio|"
    r"rozpoczęc\w*|začát\w*|začet\w*|začiat\w*|zaháje\w*|početka|aloitu\w*|alkami\w*|kezdés\w*|aanvang|ingang|inceper\w*|începer\w*|început\w*|comienzo|aanvangs?\w*|začat\w*|zaháj\w*|"
    r"kezd[őe]\w*|megkezd\w*|sākum\w*|pradži\w*|algus\w*|(?:dt|dat[ae])ini[cz]io|datedebut|"
    r"започван\w*|почат\w*|начална|почет\w*)"
    r"(?![^\W_])|beginns?(?![^\W_])|start(?:dat|date|datum|dato)|anfangsdat|laufzeitbeginn|начал|开始|開始|起始|开工|開工|启动|시작|착수|"
    r"έναρξη|başlang|bắt đầu|^(?:from|von|van|du|dal|od|desde|от|с|自|起)$"
)


_PUBLISHED = later(
    r"(?i)(?<![^\W_])(?:publi(?:sh\w*|ci[sz]\w*|cation\w*|cad[ao]\w*|caci[oó]n\w*|cação|caç\w+|cazion\w*|é\w*|kacj\w*|kac\w*|kat\w*|c(?:ēt|ish)\w*)|"
    r"pubblica\w*|parution|pub(?=[\s_-]*dat)|post(?:ed|ing)|gazett\w*|notice|advertis\w*|zveřejn\w*|uveřejn\w*|zverejn\w*|uverejn\w*|ogłosz\w*|"
    r"gepubliceerd|publicat\w*|offentlig\w*|publicer\w*|julkais\w*|közzétét\w*|objav\w*|kunngjør\w*|kungör\w*|"
    r"публикац\w*|опублик\w*|размещен\w*|оприлюдн\w*)(?![^\W_])|veröffentlich|bekanntmach|публикац|"
    r"公告|公示|公布|披露|发布|發布|発表|公表|公開日|掲載|게시|공고|공개"
)
"""Days on which something was made known, mostly later than it was signed: ``Publication date``, ``公告日期``."""


_APPLIED = later(
    r"(?i)(?<![^\W_])(?:submi(?:t\w*|ssions?)|appli(?:cations?|ed)|lodg\w*|filed|filing|requested|soumis\w*|demandes?|dépôt|"
    r"candidature|solicitud|presentaci[óo]n|solicitação|apresentação|domanda|presentazione|wniosk\w*|złożeni\w*|"
    r"žádost\w*|podán\w*|žiadost\w*|aanvraag|aanvraagdatum|indiening\w*|ansök\w*|ansøg\w*|søknad\w*|hakemu\w*|"
    r"kérelem\w*|benyújt\w*|заявк\w*|подач\w*|başvuru)(?![^\W_])"
    r"|antrag|eingangsdatum|申请|申請|申报|申報|提交|递交|受理|신청|접수"
    r"|(?i:(?:bid|tender)s?[\s_-]?opening|opening[\s_-](?:of[\s_-])?(?:bid|tender|offer)|ouverture des (?:plis|offres)|"
    r"apertura (?:de |delle )?(?:ofertas|plicas|sobres|buste|offerte)|abertura d[ae]s? propostas|submissionstermin|"
    r"otevírání nabídek|otwarci\w* ofert|вскрыти)|开标|開標|评标|評標|开评标|開札|入札|投标|投標|개찰|입찰|투찰"
)
"""Days on which something was asked for or offered, before it was decided: ``Submission date``, ``Antragsdatum``."""
_DECIDED = later(
    r"(?i)(?<![^\W_])(?:approv\w*|award(?:s|ed)?|decision|decided|granted|authori[sz]\w*|sanction\w*|approuvé\w*|"
    r"approbation|attribution|octroi|décision|aprobaci[óo]n|aprobad\w*|concesi[óo]n|resoluci[óo]n|adjudicaci[óo]n|"
    r"aprovação|concessão|approvazione|concessione|aggiudicazione|decyz\w*|przyznani\w*|schválen\w*|rozhodnut\w*|"
    r"beschikking\w*|toekenning\w*|verlening\w*|besluit\w*|beslut\w*|vedtak\w*|päätös\w*|odluk\w*|решени\w*|"
    r"одобрен\w*|рішенн\w*)(?![^\W_])"
    r"|bewillig|beschluss|zuschlag|批准|批复|核准|审批|立项|决定|決定|採択|승인|선정"
)
"""Days on which it was decided: ``Approval date``, ``Bewilligungsdatum``."""


_DONE = later(
    r"(?i)(?<![^\W_])(?:funded|financed|raised|announced|signed|awarded|granted|acquired|invested|closed|agreed|concluded|"
    r"bought|sold|donated|committed|paid|approved|years?|vintage|gefördert|bewilligt|unterzeichnet|vergeben|jahre?|"
    r"financé|signé|accordé|attribué|annonc\w+|années?|firmado|concedido|adjudicado|año|firmato|concesso|anno|assinado|"
    r"podpisan\w*|przyznan\w*|rok|podepsán\w*|udělen\w*|gesubsidieerd|toegekend|getekend|jaar|beviljad\w*|bevilget|år|"
    r"myönnetty|vuosi|aláírva|év|imzalandı|yıl|выдан\w*|подписан\w*|год)(?![^\W_])"
    r"|年度?$|年份|签约|签订|投资|融资|获批|中标|採択|締結|연도|체결"
)
"""What was done in the year that a column says: ``funded``, ``Year awarded``."""


_PLANNED = later(
    r"(?i)(?<![^\W_])(?:planned|plann?ing|expected|anticipated|estimated|projected|forecast(?:ed)?|tentative|target(?:ed)?|"
    r"proposed|geplante?[rsnm]?|voraussichtlich\w*|prévue?s?|prévisionnel\w*|prevista?s?|previsto|estimad[oa]|stimata?|"
    r"planowan\w*|przewidywan\w*|plánovan\w*|předpoklád\w*|gepland\w*|verwachte?|planerad\w*|planlagt|планов\w*|"
    r"планиру\w*|ожидаем\w*|tervezett)(?![^\W_])|计划|計劃|预计|預計|拟定|予定|예정"
)
"""Days on which something is to be done, and may never be: ``planned_signature_date``, ``Expected award date``."""


def is_planned(header: str) -> bool:
    """Whether something is only to be done on a day."""
    return _PLANNED.search(header) is not None


def says_done(header: str) -> bool:
    """Whether a header says that something was done, or just a year: years below it are those of the deals."""
    return _DONE.search(header) is not None


def is_application(header: str) -> bool:
    """Whether a day is the one on which something was asked for; what was decided on it is none."""
    return _APPLIED.search(header.strip()) is not None and not is_decision(header)


def is_decision(header: str) -> bool:
    """Whether a day is the one on which it was decided what somebody gets."""
    return _DECIDED.search(header.strip()) is not None


def is_publication(header: str) -> bool:
    """Whether a day is the one on which something was published, which need not be the one of signing."""
    return _PUBLISHED.search(header.strip()) is not None


@lru_cache(8_192)  # each stage of the recognition asks it of every column
def is_other_day(header: str) -> bool:
    """Whether a day is of the list or of a party, or one on which something ends: never the day of a record."""
    return OTHER_DAY.search(header) is not None or is_day_of_a_firm(header) or is_end(header)


@lru_cache(8_192)  # as above
def is_end(header: str) -> bool:
    """Whether something ends on a day: ``End date``, ``Laufzeitende``, ``竣工日期``; no ``Início da vigência``."""
    said = (_SPAN.sub("", header) if is_start(header) else header).strip()
    is_closed = is_closing(said) or _CLOSED_OR_SIGNED.search(said) is not None
    return (is_closed and _UNDERTAKING.search(said) is not None) or _END.search(said) is not None


def is_closing(header: str) -> bool:
    """Whether something was completed on a day: a purchase was made by then, and a project was agreed long before."""
    return _CLOSED.search(header) is not None


def is_closing_of_call(header: str) -> bool:
    """Whether something closes on a day, most likely a call: ``Closing date``, ``Date de clôture``."""
    return _CLOSES.search(header) is not None


def is_start(header: str) -> bool:
    """Whether something begins on a day, which may be long after it was agreed: ``Start date``, ``von``."""
    return _START.search(header.strip()) is not None


_DAY = later(r"(?i)日$|日期|時間|时间|(?<![^\W_])(?:date|day)(?![^\W_])")


def is_day_header(header: str) -> bool:
    """Whether a header says that its column is of days, whichever they are."""
    return _DAY.search(header.strip()) is not None


_ENDS_AS_DAYS_DO = later(
    r"(?i)[_\W](?:dt|de|ymd|dd|dato|datum|fecha|data|dat|tarih|дата)$|(?:date|datum|dato|tarihi)$|[a-z](?-i:Dt|De|Ymd)$"
    r"|일$|일자$|일시$|날짜$|年月日$|日付$|日時$"
)


def ends_as_days_do(header: str) -> bool:
    """Whether a header ends as those of days do, which may be by chance: ``rcpt_end_dt``, ``openYmd``."""
    return _ENDS_AS_DAYS_DO.search(header.strip()) is not None
