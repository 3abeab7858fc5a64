"""Headers of days on which a firm was founded, registered or opened: ``Fecha de inscripción``, 設立年月日."""

from cq_tui.values.expressions import later

_FOUNDED = later(
    r"(?i)constitu(?:ci[oó]n|i[cç][aã]o|tion|ída?|ida?(?![^\W_]))|costitu(?:zion|it[oa])|fundaci[oó]n|fundaç|fundacao|"
    r"fondazion|fondation|fond[ée]e?(?:[\s_]|$)|créat|(?:date|dt)[\s_]*(?:de[\s_]+(?:la[\s_]+)?)?creation|"
    r"creaci[oó]n|cria[cç][aã]o|creazion|gründung|gruendung|gegründet|incorporat|incorporaci|"
    r"oprichting|opgericht|stiftels|stiftet|stiftad|grundad|grundlagt|perustam|perustettu|alapít|założeni|zalozeni|"
    r"založen|ustanov|osniv|osnov[ae]n|asutam|dibināš|įsteig|înființ|infiint|основан|створен|заснован|"
    r"ίδρυσ|kuruluş|thành lập|pendirian|didirikan|تأسيس|ייסוד|設立|创立|創立|创办|創業|開業|开业|설립|창립|개업|"
    r"(?:inicio|início|inizio|début|debut|start|beginn|commencement)[\s_]*(?:of|de|da|d['’]|di|der)?[\s_]*"
    r"(?:(?:las?|the|sus|suas)[\s_]+)?"
    r"(?:actividades|atividades|attività|attivita|activités?|activites?|business|trading|operations of the company|"
    r"geschäftstätigkeit)"
)
"""A firm began on such a day, and no deal of it did."""
_REGISTERED = later(
    r"(?i)inscri(?:pci[oó]n|[cç][aã]o|ption|t[ao]?(?![^\W_]))|iscri(?:zion|tt[oa])|"
    r"(?<![^\W_])(?:registration|registered|registry|registro|registr\w*|enregistrement|registrazion\w*|immatriculation|"
    r"alta|baja|rejestr\w*|zarejestr\w*|regisztr\w*|înregistr\w*|регистрац\w*|реєстрац\w*|"
    r"inschrijving\w*|eintragung\w*|eingetragen)(?![^\W_])|handelsregister|eintragungsdatum|registrierung|"
    r"bejegyzés|rekister|εγγραφ|tescil|đăng ký|pendaftaran|تسجيل|登记|登記|登録|등록"
)
_OPENED = later(r"(?i)(?<![^\W_])(?:dat[ae]|dt|fecha)[\s_]*(?:de|da|di|d['’])?[\s_]*(?:abertura|apertura|ouverture)")
_OF_A_DEAL = later(
    r"(?i)contrac?t|vertrag|agreement|(?<![^\W_])(?:deals?|grants?|donations?|gifts?|award\w*|transaction|convenio|"
    r"convênio|subvenci\w*|subvention|aide|ayuda|concesi[oó]n|umow\w*|smlouv\w*|zmluv\w*|договор\w*|контракт\w*)"
    r"(?![^\W_])|合同|合约|協議|协议|契約|交易|项目|計画|계약"
)
"""What of a deal is entered into a register: ``Fecha de registro del contrato``."""


_NO_DAY = later(
    r"(?i)(?<![^\W_])(?:n[oº°r]?|num\w*|n[uú]m\w*|nombre|code|c[oó]digo|ids?|fees?|capital\w*|costs?|costos?|coste|custos?|"
    r"tasas?|taxas?|amount|monto|valor|importe|importo|montant|country|pa[ií]s|pays|office|address|place|lugar|type|tipo|"
    r"status|estado|stato|statut)(?![^\W_])|kapital|kosten|nummer|号|號|番号|资本|資本|资金|資金|机关|機關|번호|자본"
)
"""What else is told of a registration or a foundation: its number, what it cost, where it was."""


def is_day_of_a_firm(header: str) -> bool:
    """Whether a day is rather one of a firm's: on which it was founded, registered, or began its business."""
    if _NO_DAY.search(header):
        return False
    return _FOUNDED.search(header) is not None or is_registration(header)


def is_registration(header: str) -> bool:
    """Whether something was entered in a register or opened on a day: mostly a firm, and it may be a deal or bids."""
    said = _REGISTERED.search(header) or _OPENED.search(header)
    return said is not None and not any(one.search(header) for one in (_OF_A_DEAL, _FOUNDED, _NO_DAY))
