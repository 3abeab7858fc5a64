"""Headers of what a company has and no deal does: its capital, who represents it, what it is registered for."""

from cq_tui.importing.recognise.words.days_of_firms import is_day_of_a_firm
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.values.expressions import later

_CAPITAL = later(
    r"注册资[本金]|註冊資[本金]|实缴资本|實繳資本|实收资本|實收資本|認繳資本|认缴(?:资本|出资额)|"
    r"資本金|資本額|자본금|"
    r"(?i:(?<![^\W_])(?:(?:registered|share|paid[- ]?(?:up|in)|authori[sz]ed|subscribed|nominal|issued)"
    r"[\s_]+(?:share[\s_]+)?capital"
    r"|market[\s_]+cap(?:itali[sz]ation)?|stammkapital|grundkapital|kommanditkapital|aktienkapital|capital[\s_]+social"
    r"|capitale[\s_]+sociale|kapitał[\s_]+zakładowy|základní[\s_]+(?:kapitál|jmění)|základné[\s_]+imanie|aandelenkapitaal"
    r"|aktiekapital|aksjekapital|osakepääoma|jegyzett[\s_]+tőke|törzstőke|capital[\s_]+subscris|temeljni[\s_]+kapital"
    r"|esas[\s_]+sermaye|уставн(?:ый|ой)[\s_]+капитал\w*|статутний[\s_]+капітал|modal[\s_]+dasar|vốn[\s_]+điều[\s_]+lệ)(?![^\W_]))"
)
_OWN = later(
    r"法定代表人|法人代表|经营范围|經營範圍|成立(?:日期|时间|年份)|注册(?:地址|日期|时间)|企业类型|公司类型|统一社会信用代码|信用代码|"
    r"设立日期|"
    r"設立(?:年月日|年)|代表者|本社所在地|従業員数|사업자등록번호|대표자|설립일|"
    r"(?i:(?<![^\W_])(?:legal[\s_]+(?:representative|person|form)|registered[\s_]+(?:office|address)|incorporat(?:ed|ion)(?:[\s_]+date)?"
    r"|date[\s_]+of[\s_]+incorporation|founded|year[\s_]+founded|employees|number[\s_]+of[\s_]+employees|headcount|managing[\s_]+director"
    r"|ceo|company[\s_]+(?:number|status|type)|business[\s_]+scope|sic[\s_]+codes?|nace|rechtsform|geschäftsführer|mitarbeiter"
    r"|gründung(?:sjahr|sdatum)?|handelsregister|forme[\s_]+juridique|dirigeant|siren|siège[\s_]+social|effectif|código[\s_]+cnae"
    r"|forma[\s_]+jurídica|forma[\s_]+giuridica|sede[\s_]+legale|rappresentante[\s_]+legale|forma[\s_]+prawna|regon|krs"
    r"|právní[\s_]+forma|rechtsvorm|opgericht|генеральный[\s_]+директор|дата[\s_]+регистрации)(?![^\W_]))"
)
_REACHED = later(
    r"地址|住所|电话|電話|邮箱|网址|網址|官网|주소|전화|"
    r"(?i:(?<![^\W_])(?:address|phone|telephone|website|e-?mail|url|adresse|anschrift|telefon|webseite|indirizzo|dirección"
    r"|morada|adres|адрес|телефон)(?![^\W_]))"
)
_STAFF = later(
    r"(?i)(?:n(?:um|úm)?(?:ero|éro)?|number|no|anzahl|nombre|liczba|počet|antal|antall|aantal)[\s_.]*(?:of|de|di|der|von)?[\s_]*"
    r"(?:trabajadores|empleados|trabalhadores|empregados|funcion[aá]rios|dipendenti|addetti|employees|staff|workers|salari[eé]s|"
    r"employ[eé]s|mitarbeitenden?|beschäftigten?|pracowników|zaměstnanců|ansatte|anställda|werknemers|medewerkers)"
    r"|(?<![^\W_])(?:headcount|mitarbeiterzahl|beschäftigtenzahl|effectifs?)(?![^\W_])|员工人数|員工人數|従業員数|직원수|종업원수"
)
"""How many work for a company, also in words that nothing parts: ``NUMTRABAJADORES``."""
_TURNOVER = later(
    r"(?i)(?<![^\W_])(?:(?:annual[\s_]+)?(?:revenues?|turnover|sales)|(?:jahres)?umsatz|chiffre[\s_]+d.affaires|fatturato"
    r"|facturación|faturamento|volume[\s_]+de[\s_]+negócios|omzet|omsætning|omsetning|omsättning|liikevaihto|obrat"
    r"|(?:total|cumulative|cumulated)[\s_]+(?:funding|investments?)(?:[\s_]+(?:raised|received))?|выручка|оборот)(?![^\W_])"
    r"|매출액?|누적\s*투자\s*(?:금액|유치금액|유치액)|売上高?|年商|营业收入|營業收入|营业额|營業額|年销售额|累计融资"
)
"""What a company sells, or was given altogether, of which no deal is."""
_LEAST = 2


def is_capital(header: str) -> bool:
    """Whether a header says the capital of a company, which no deal is of: ``注册资本(万元)``, ``Share capital``."""
    return _CAPITAL.search(header) is not None


def says_of_a_company(header: str) -> bool:
    """Whether a header says what a company has by itself: capital, staff, turnover, the day on which it was founded."""
    name = take_apart(header).name
    own = is_capital(name) or any(one.search(name) is not None for one in (_OWN, _STAFF, _TURNOVER))
    return own or is_day_of_a_firm(name)


def are_of_companies(headers: list[str]) -> bool:
    """Whether headers say what companies have: two such things at least, one of which is no mere address."""
    plain = [take_apart(header).name for header in headers]
    own = sum(is_capital(name) or _OWN.search(name) is not None for name in plain)
    return own >= 1 and own + sum(_REACHED.search(name) is not None for name in plain) >= _LEAST
