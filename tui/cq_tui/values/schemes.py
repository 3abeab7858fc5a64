"""The schemes of identifiers: registers and standards that give organisations a number, and what lists call them.

The codes are those of org-id.guide where it has one for the register (it says ``CN-USCI`` for ``CN-USCC``); a register
that is not here can be told by OpenCorporates' code of its jurisdiction, ``us_de/1234567``, or as ``OTHER``.
"""

from cq_tui.values.codes import Code

LONGEST = 100
"""Characters of an identifier."""
SEPARATORS = " .,-/·:–\u00a0\u3000"
"""What stands between the digits of an identifier and means nothing."""


class Scheme(Code):
    """Who gives the number. The usual ones first, then the registers of countries by their codes."""

    CN_USCC = (
        "CN-USCC", "统一社会信用代码", "Unified social credit code", "USCC", "USCI", "CN-USCI", "信用代码",
        "社会信用代码",
        "信用码", "统一信用代码", "统一代码", "统一社会信用代码证", "unified social credit identifier",
        "social credit code",
    )  # fmt: skip
    LEI = (
        "XI-LEI", "法人机构识别编码", "LEI", "全球法人识别编码", "法人识别编码", "LEI码", "LEI编码", "lei_code",
        "legal entity identifier",
    )  # fmt: skip
    VAT = (
        "XI-VAT", "增值税号", "VAT number", "VAT", "VAT no", "VAT ID", "VAT registration number", "EU VAT",
        "EU VAT number", "UK VAT number", "VATIN", "USt-IdNr", "USt-IdNr.", "USt-ID", "UID-Nummer",
        "TVA intracommunautaire", "欧盟增值税号",
    )  # fmt: skip
    WIKIDATA = "XI-WIKIDATA", "维基数据", "Wikidata", "QID", "维基数据编号", "wikidata_id", "wikidata item"
    OPENCORPORATES = "XI-OPENCORPORATES", "OpenCorporates 编号", "OpenCorporates", "opencorporates_id", "oc_id"
    DUNS = (
        "XI-DUNS",
        "邓白氏编码",
        "D-U-N-S number",
        "DUNS",
        "D-U-N-S",
        "DUNS number",
        "邓氏编码",
        "邓白氏号码",
        "邓白氏",
    )
    ROR = "XI-ROR", "研究机构注册号", "ROR", "ror_id", "research organization registry"
    EORI = "XI-EORI", "欧盟经营者注册识别号", "EORI number", "EORI", "EORI no"
    OTHER = (
        "OTHER", "其他标识号", "Other identifier", "注册号", "登记号", "企业注册号", "公司注册号", "工商注册号",
        "registration number", "registration no", "reg no", "company number", "company no", "company_id",
        "company reg no",
        "registered number", "register number", "registration_id", "Registernummer", "identifier", "identifiers",
        "标识号",
    )  # fmt: skip
    AT_FB = "AT-FB", "奥地利商业登记号", "Austria: Firmenbuch number", "Firmenbuchnummer", "Firmenbuch"
    AU_ABN = "AU-ABN", "澳大利亚商业号码", "Australia: ABN", "ABN", "Australian business number"
    AU_ASIC = "AU-ASIC", "澳大利亚公司号码", "Australia: ACN", "ACN", "Australian company number"
    BE_KBO = (
        "BE-BCE_KBO", "比利时企业号码", "Belgium: enterprise number", "BCE", "KBO", "ondernemingsnummer",
        "numéro d'entreprise",
    )  # fmt: skip
    BR_CNPJ = "BR-CNPJ", "巴西法人登记号", "Brazil: CNPJ", "CNPJ"
    CA_BN = "CA-CRA_ACR", "加拿大商业号码", "Canada: business number", "Canadian business number"
    CH_UID = (
        "CH-FDJP", "瑞士企业识别号", "Switzerland: UID", "Unternehmens-Identifikationsnummer", "CHE number", "IDE",
    )  # fmt: skip
    CZ_ICO = "CZ-ICO", "捷克机构识别号", "Czechia: IČO", "ICO", "IČO", "IČ"
    DE_CR = (
        "DE-CR", "德国商业登记号", "Germany: Handelsregister", "Handelsregister", "Handelsregisternummer", "HRB",
        "HR-Nummer", "HRB-Nummer",
    )  # fmt: skip
    DK_CVR = "DK-CVR", "丹麦企业登记号", "Denmark: CVR", "CVR", "CVR number", "CVR-nummer"
    ES_NIF = "ES-NIF", "西班牙税号", "Spain: NIF", "NIF", "CIF", "N.I.F."
    FI_PRO = "FI-PRO", "芬兰企业识别号", "Finland: business ID", "Y-tunnus", "FO-nummer"
    FR_SIREN = "FR-SIREN", "法国企业识别号", "France: SIREN", "SIREN", "no SIREN", "numéro SIREN"
    FR_SIRET = "FR-SIRET", "法国机构识别号", "France: SIRET", "SIRET", "no SIRET", "numéro SIRET"
    GB_COH = (
        "GB-COH", "英国公司注册号", "United Kingdom: Companies House", "Companies House", "Companies House number",
        "CRN",
        "UK company number",
    )  # fmt: skip
    GB_CHC = "GB-CHC", "英格兰和威尔士慈善登记号", "England and Wales: charity number", "charity number"
    HK_CR = "HK-CR", "香港公司注册编号", "Hong Kong: company number", "香港公司编号", "Hong Kong CR number"
    HU_CR = "HU-CR", "匈牙利公司登记号", "Hungary: company number", "cégjegyzékszám"
    IE_CRO = "IE-CRO", "爱尔兰公司注册号", "Ireland: CRO number", "CRO number", "CRO"
    IN_MCA = "IN-MCA", "印度公司识别号", "India: CIN", "CIN", "corporate identification number"
    IT_CF = "IT-CF", "意大利税号", "Italy: Codice fiscale", "Codice fiscale", "Partita IVA", "P.IVA", "P. IVA"
    JP_JCN = "JP-JCN", "日本法人番号", "Japan: corporate number", "法人番号", "corporate number"
    KR_BRN = "KR-BRN", "韩国营业登记号", "Korea: business registration number", "사업자등록번호", "BRN"
    LU_RCS = "LU-RCS", "卢森堡商业登记号", "Luxembourg: RCS", "RCS Luxembourg"
    MX_RFC = "MX-RFC", "墨西哥税号", "Mexico: RFC", "RFC"
    NL_KVK = "NL-KVK", "荷兰商会登记号", "Netherlands: KvK", "KVK", "KvK number", "KvK-nummer"
    NO_BRC = "NO-BRC", "挪威机构号", "Norway: organisation number", "organisasjonsnummer", "orgnr (NO)"
    NZ_NZBN = "NZ-NZBN", "新西兰商业号码", "New Zealand: NZBN", "NZBN"
    PL_KRS = "PL-KRS", "波兰法院登记号", "Poland: KRS", "KRS"
    PL_NIP = "PL-NIP", "波兰税号", "Poland: NIP", "NIP"
    PL_REGON = "PL-REGON", "波兰统计号", "Poland: REGON", "REGON"
    PT_NIPC = "PT-NIPPC", "葡萄牙法人识别号", "Portugal: NIPC", "NIPC"
    RU_INN = "RU-INN", "俄罗斯税号", "Russia: INN", "INN", "ИНН"
    RU_OGRN = "RU-OGRN", "俄罗斯国家登记号", "Russia: OGRN", "OGRN", "ОГРН"
    SE_ON = "SE-ON", "瑞典机构号", "Sweden: organisation number", "organisationsnummer", "orgnr (SE)"
    SG_ACRA = "SG-ACRA", "新加坡企业识别号", "Singapore: UEN", "UEN", "unique entity number"
    TR_VKN = "TR-VKN", "土耳其税号", "Türkiye: VKN", "VKN", "vergi kimlik numarası"
    TW_CR = (
        "TW-CR", "台湾统一编号", "Taiwan: unified business number", "统一编号", "統一編號", "统编", "統編", "統一編",
        "UBN",
    )  # fmt: skip
    US_EIN = "US-EIN", "美国雇主识别号", "United States: EIN", "EIN", "employer identification number"
    US_SAM = "US-SAM", "美国政府采购实体号", "United States: SAM unique entity ID", "UEI", "unique entity ID"
    VN_MST = "VN-MST", "越南税号", "Viet Nam: MST", "MST", "mã số thuế"
    ZA_CIPC = "ZA-CIP", "南非公司注册号", "South Africa: CIPC number", "CIPC", "CIPC number"
