"""Words that fill a cell where a name would stand, and name nobody: ``Nessuno``, ``Other``, ``Diverse``, ``その他``.

What is also what a known organisation is called has no place here: Citi and NAV are Latvian words, Andra a Swedish one.
"""

from cq_tui.query.name_keys import name_key
from cq_tui.values.expressions import later

_NOBODY = """
nobody|no one|none|no recipient|nessuno|nessuna|niemand|keiner|keine|keines|personne|aucun|aucune|néant
|nadie|ninguno|ninguna|nenhum|nenhuma|ninguém|ningú|geen|ingen|inget|intet|ei kukaan|ei ole
|mitte keegi|niekas|nėra|nikt|brak|nikdo|nikto|žádný|žádná|žádné|žiadny|žiadna|žiadne|senki|nincs
|nimeni|nici unul|niciuna|nitko|nihče|nobeden|нико|ниједан|никой|никто|отсутствует|нет|ніхто|немає
|відсутній|жоқ|κανένας|κανείς|καμία|hiç kimse|hiçbiri|yok|không có|không|tidak ada|nihil|ไม่มี|لا أحد
|لا يوجد|אין|هیچکدام|कोई नहीं|なし|無し|該当者なし|没有|沒有
"""
_OTHER = """
other|others|another|altro|altra|altri|altre|andere|anderer|anderes|anderen|sonstige|sonstiger|sonstiges
|sonstigen|übrige|autre|autres|otro|otra|otros|otras|outro|outra|outros|outras|altres|altre|overig
|overige|overigen|anders|annet|andre|annen|andet|anden|övrigt|övriga|øvrig|øvrige|annat|annan|muu
|muut|muud|kitas|kiti|inny|inna|inne|inni|pozostałe|pozostali|ostatní|jiný|jiná|jiné
|jiní|ostatné|ostatní|iný|iná|iné|egyéb|más|altul|alta|altele|alții|alți|drugo|drugi|ostalo|ostali|друго
|други|остало|остали|другой|другая|другое|другие|прочие|прочее|прочий|иное|иные|інше|інші|іншае|іншыя
|басқа|басқалар|άλλο|άλλος|άλλη|άλλοι|λοιπά|λοιποί|diğer|diğerleri|digər|khác|lainnya|lain-lain|lain
|อื่นๆ|อื่น ๆ|أخرى|آخر|آخرون|אחר|אחרים|سایر|دیگر|अन्य|その他|そのほか|他|其他|其它|其余|其餘|기타|그 외|그외
"""
_SEVERAL = """
various|diverse|diverses|diverser|divers|several|multiple|miscellaneous|misc|vari|varie|verschiedene
|mehrere|plusieurs|différents|varios|varias|vários|várias|diversos|diversas|diversi|diversi|meerdere
|verschillende|flere|flera|olika|useita|różne|różni|kilka|různé|různí|rôzne|rôzni|különböző|több
|diverși|diferiți|razni|različni|разни|различни|разные|различные|різні|διάφοροι|διάφορα|çeşitli|nhiều
|berbagai|複数|多数|各社|多家|多方|若干|数家|數家|다수|여러 곳
"""
_KINDS = """
ministries|ministeri|ministères|ministerios|ministérios|ministerien|ministeries|ministerstwa|ministerstva
|министерства|private companies|società private|imprese private|società o imprese private
|entreprises privées|empresas privadas|private unternehmen|public bodies|enti pubblici|enti locali
|local authorities|各部门|各部門|各省庁
"""
_FILLERS = """
nah|nan|undefined|placeholder|todo|test|test test|error|unassigned|not assigned|sin asignar|no asignado|no name
|name unknown|unnamed|not recorded|nicht vergeben|nicht besetzt|desierto|desierta|declarado desierto|deserta
|lote desierto|sin adjudicar|no adjudicado|no adjudicada|sin ganador|pendiente de adjudicación|deserto|fracassado
|fracassada|licitação deserta|licitação fracassada|item deserto|item fracassado|sem vencedor|não houve vencedor
|não adjudicado|não adjudicada|lot infructueux|déclaré infructueux|déclaré sans suite|marché sans suite|lot sans suite
|non attribué|non attribuée|marché non attribué|lot non attribué|en cours d'attribution|gara deserta|andata deserta
|non aggiudicato|non aggiudicata|in corso di aggiudicazione|neatribuit|neatribuită|fără adjudecare|fara adjudecare
|procedură fără adjudecare|procedura fara adjudecare|fără ofertant câștigător|sense adjudicar|no adjudicat
|lot desert|declarat desert|sense adjudicatari|anulado|anulada|anulat|anulată|anul·lat|anul·lada|revogado|revogada
|annulé|annulée|annullato|annullata|revocato|revocata
|infructueux|sans suite|测试|空|空白|流标|流標|废标|廢標|流拍|弃标|未中标|无中标人|未成交|无成交供应商|民宅|空地|空屋
|空厂房|空廠房|未登记|未登記|暂未登记|暫未登記|尚未登记|尚未登記|暂无登记|未公示|未掲載|未収録|not listed|not yet listed
|not yet recorded|not published|not yet published|not public|not registered|nicht gelistet
|nicht aufgeführt|nicht erfasst|noch nicht erfasst|nicht veröffentlicht|noch nicht veröffentlicht
|noch offen|non répertorié|non répertoriée|non publié|non publiée|non listé|no publicado|no listado
|no registrado|não publicado|não listado|não cadastrado|non pubblicato|non elencato|non censito
|niet gepubliceerd|niet openbaar|nieopublikowane|nezveřejněno|nezverejnené|neevidováno|ikke offentliggjort
|ikke registreret|ikke registrert|ej registrerad|не опубликовано|не зарегистрировано|미등록
|略|同上|ditto|dito|idem|same as above|see above|详见公告|詳見公告|见公告|见附件|详见附件|详情见正文|如下
"""
"""What scrapers, registers and clerks put where no name is known, or nobody won.

What may as well be a state of something (``not listed``, ``未登记``) is here, and no word for nothing in every column.
"""
_OWNERS = """
老股东|老股東|原股东|原股東|现有股东|現有股東|既有股东|既有股東|原有股东|原有股東|其他股东|其他股東|现有投资方|现有投资人|原有投资方
|战略投资者|战略投资方|战略投资人|财务投资者|产业资本|某产业资本|海外投资者|境外投资者|多位投资人|多位天使投资人
|既存株主|既存投資家|既存の株主|既存の投資家|他既存株主|기존주주|기존 주주|기존투자자|기존 투자자|기존 투자사
|existing investors|existing shareholders|all existing investors|insiders|bestandsinvestoren|altgesellschafter
|bestehende investoren|investisseurs existants|actionnaires existants|inversores existentes|inversores actuales
|investitori esistenti|soci esistenti|investidores existentes|bestaande investeerders
"""
"""What rounds of funding say in place of those who have a share of the company already."""
_IN_A_ROUND = later(r"(?<=[\u3400-\u9fff])(?:等?(?:领投|領投|跟投|参投|參投|加注)|等)$")
"""What is written behind such words, and behind names: 老股东跟投."""
_FILLER = later(
    r"(?i)n\.\s?n\.?|x{3,}|lorem ipsum.*|"
    r"[(（\[【\s]*(?:(?:单位|單位|公司|法人|供应商|投标人|采购人|盖)*"
    r"(?:公章|盖章|蓋章|签章|簽章|签字|簽字|签名|簽名|印章|电子章)(?:处|處)?[或和及、,， ]*)+[)）\]】\s]*|"
    r"[(\[]\s*(?:seal|stamp|signature|signed|l\.\s?s\.|sello|firma|cachet|stempel|unterschrift|timbro)\s*[)\]]"
)
_WORDS = frozenset(
    name_key(word)
    for word in "|".join((_NOBODY, _OTHER, _SEVERAL, _KINDS, _FILLERS, _OWNERS)).replace("\n", "").split("|")
)
_NOUNS = frozenset(
    map(
        name_key,
        """company companies organisation organisations organization organizations recipient recipients donor
        donors supplier suppliers partner partners party parties person persons people individual
        individuals entity entities investor investors applicant applicants funder funders bodies
        institutions firm firms contractor contractors soggetto soggetti destinatario destinatari
        beneficiario beneficiari fornitore fornitori ente enti impresa imprese empfänger spender unternehmen
        firma firmen lieferant lieferanten organisationen einrichtungen personen partei bénéficiaire
        bénéficiaires fournisseur fournisseurs entreprise entreprises société sociétés organisme organismes
        beneficiarios proveedor proveedores empresa empresas entidad entidades beneficiários fornecedor
        fornecedores entidade entidades ontvanger ontvangers leverancier leveranciers bedrijf bedrijven
        organisaties partijen mottaker mottakere leverandør leverandører mottagare leverantör leverantörer
        företag bedrifter virksomheder firmy podmioty odbiorca odbiorcy dostawcy příjemce příjemci
        adjudicatario adjudicatarios adjudicatári adjudicatari aggiudicatario aggiudicatari attributaire attributaires
        titulaire vencedor vencedores ganador ofertant
        dodavatelé príjemcovia получатель получатели поставщики организации компании лица отримувачі""".split(),
    )
)
"""Whom such a word may stand beside: ``Altri soggetti``."""
_BEHIND = frozenset("公司 单位 單位 企业 企業 机构 機構 团体 團體 組織 组织 会社 団体 기업 기관 회사".split())
_BEFORE = frozenset(
    word for word in _WORDS if not word.isascii() and word in {"其他", "其它", "其余", "各", "多家", "その他"}
)
_UNTOLD = frozenset("undisclosed unknown unnamed unidentified unspecified".split())
_UNTOLD_CHINESE = later(
    "(?:{untold}|匿名|某些|某)(?:的|具体)?{whose}|{whose}(?:{untold})".replace(
        "{untold}",
        "(?:暂|暂时|尚|目前|暫|并)?未(?:披露|透露|公开|公開|公布|公示|收录|收錄)|未知|不详|不詳|保密",
    ).replace(
        "{whose}",
        "(?:投资|投資|战略|知名|财务)?(?:单位|單位|部队|部隊|医院|醫院|机构|機構|方|人|者|公司|企业|基金|买方|買方|卖方|收购方|供应商|中标人|投资方|投資方|投资人|投资者)",
    )
)
_NO = frozenset("no nessun kein keine aucun aucune ningún ningun nenhum geen ingen žádný żaden".split())


def is_nobody(text: str) -> bool:
    """Whether a cell says nothing but nobody, others, several, of what kind they are, or fills a name's place."""
    key = name_key(_IN_A_ROUND.sub("", text))
    if key in _WORDS or _FILLER.fullmatch(text.strip()):
        return True
    first, *rest = key.split(" ")
    if rest:
        return (first in _WORDS or first in _NO or first in _UNTOLD) and _NOUNS.issuperset(rest)
    if _UNTOLD_CHINESE.fullmatch(key):
        return True
    return any(key.startswith(one) and key.removeprefix(one).lstrip("の") in _BEHIND for one in _BEFORE)
