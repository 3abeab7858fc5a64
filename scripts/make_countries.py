"""Write tui/cq_tui/values/countries.txt: ISO 3166 codes with Chinese and English names from CLDR (by Babel).

country_names.txt beside it holds what else a country is called: CLDR's names in other languages, in traditional Chinese
where they are other words, and common names and abbreviations that stand in people's lists.
"""

import sys
from pathlib import Path

from babel import Locale
from babel.core import get_global
from cq_tui.query.chinese import chinese

VALUES = Path(__file__).parent.parent / "tui" / "cq_tui" / "values"
TARGETS = (VALUES / "countries.txt", VALUES / "country_names.txt")
SHORT = Path(__file__).parent / "names_of_countries.txt"
HEADER = "# ISO 3166-1 alpha-2, names from Unicode CLDR (Unicode License v3). Made by scripts/make_countries.py.\n"
COMMON = """
AE UAE|阿联酋|阿拉伯联合酋长国
BA Bosnia|Bosnia and Herzegovina|波黑
BO Plurinational State of Bolivia
BN Brunei Darussalam
CD DR Congo|DRC|Congo, Dem. Rep.|Democratic Republic of the Congo|Congo-Kinshasa|刚果金|刚果民主共和国|民主刚果
CF 中非
CG Republic of the Congo|Congo, Rep.|Congo|Kongo|刚果布|刚果共和国
CI Ivory Coast|Cote d'Ivoire|科特迪瓦|象牙海岸
CN PRC|China PRC|P.R. China|People's Republic of China|Mainland China|中华人民共和国|中国大陆|中国内地|我国
CV Cabo Verde
CZ Czech Republic|捷克共和国
DE Federal Republic of Germany|Deutschland|联邦德国
DO Dominican Rep.
FM Federated States of Micronesia
GB UK|U.K.|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|大不列颠|英格兰|苏格兰|威尔士|北爱尔兰|威爾斯
HK Hong Kong|Hong Kong SAR|香港|中国香港
IR Islamic Republic of Iran
KG Kyrgyz Republic
KN St. Kitts and Nevis
KP DPRK|朝鲜民主主义人民共和国|DPR Korea|Korea, DPR
KR Korea|Republic of Korea|Korea, Rep.|大韩民国
LA Lao PDR|Lao
LC Saint Lucia
MD Republic of Moldova|Moldova, Republik of
MK Macedonia|FYROM|FYR Macedonia|Macedonia, former Yug. Rep.|马其顿
MM Burma
MO Macau|Macao|澳门|中国澳门
NL Holland|The Netherlands
PG PNG|巴新
JO Hashemite Kingdom of Jordan
PS Palestine|Palestinian Authority|State of Palestine|巴勒斯坦
RU Russian Federation|俄国|俄罗斯联邦
SA KSA
SK Slovak Republic
ST Sao Tome and Principe|Sao Tome
SY Syrian Arab Republic
SZ Swaziland|斯威士兰
TL East Timor|东帝汶
TR Turkey
TT Trinidad and Tobago|Trinidad
TW Taiwan, China|中国台湾|中国台湾省
TZ United Republic of Tanzania
US USA|U.S.|U.S.A.|United States of America|America|美利坚合众国
VA Holy See|Vatican|梵蒂冈
VE Bolivarian Republic of Venezuela
VN Viet Nam
"""
FORMS = {
    "Kingdom of": "BE BH DK ES JO KH LS MA NL|the_Netherlands NO SA SE TH TO BT",
    "Republic of": "AL AM AO AT AZ BA BG BI BJ BW BY CL CM CO CR CV CY DJ EC EE EG|Arab FI GA GH GM GN GQ GT GW HN HR "
    "HU ID IE IN IQ IS IT KE KZ LR LT LV MG MH|the_Marshall_Islands MK MT MU MV ML MZ NA NE NI NR PA PE "
    "PH|the_Philippines "
    "PL PT PW PY RS RW SC SD SG SI SM SN SR SS TD TG TN TR|Türkiye TT "
    "UG UZ VU YE ZA ZM ZW UY|Uruguay SV|El_Salvador",
    "Federal Republic of": "DE NG SO",
    "Federal Democratic Republic of": "ET NP",
    "Democratic Republic of": "TL|Timor-Leste ST|São_Tomé_and_Príncipe",
    "Democratic Socialist Republic of": "LK",
    "People's Republic of": "BD",
    "People's Democratic Republic of": "DZ",
    "Islamic Republic of": "AF IR MR PK",
    "Socialist Republic of": "VN|Viet_Nam",
    "Bolivarian Republic of": "VE",
    "Plurinational State of": "BO",
    "United Republic of": "TZ",
    "Co-operative Republic of": "GY",
    "State of": "IL KW QA LY PS ER",
    "Sultanate of": "OM",
    "Principality of": "MC LI AD",
    "Grand Duchy of": "LU",
    "Commonwealth of": "AU DM BS|the_Bahamas",
    "Union of": "KM|the_Comoros MM|Myanmar",
    "Federation of": "KN|St._Kitts_and_Nevis",
    "Independent State of": "PG WS",
}
"""The long forms of names that ISO 3166 gives beside the short ones; behind a bar the name within the form."""
WHOLE = """
AR Argentine Republic
BR Federative Republic of Brazil
CH Swiss Confederation
CU Republic of Cuba
DO Dominican Republic
EG Arab Republic of Egypt
FR French Republic
GR Hellenic Republic
HT Republic of Haiti
KG Kyrgyz Republic
LB Lebanese Republic
LU Grand Duchy of Luxembourg
MX United Mexican States
MY Federation of Malaysia
PT Portuguese Republic
UY Eastern Republic of Uruguay
AE United Arab Emirates
CD Democratic Republic of Congo|DRC Congo|Congo, DRC|Congo, The Democratic Republic
CG Republic of Congo
KP Democratic People's Republic of Korea|Korea, Dem. People's Rep.|North Korea
KR South Korea|Korea, South|Korea (Republic of)
LA Lao People's Democratic Republic
MD Moldova, Republic of
TZ Tanzania, United Republic of
IR Iran, Islamic Rep.|Iran (Islamic Republic of)
VE Venezuela, RB|Venezuela (Bolivarian Republic of)
BO Bolivia (Plurinational State of)
EG Egypt, Arab Rep.
YE Yemen, Rep.
GM Gambia, The|The Gambia
BS Bahamas, The|The Bahamas
SK Slovakia
CZ Czechia
FM Micronesia, Fed. Sts.
GB United Kingdom of Great Britain and Northern Ireland|England UK|Scotland UK|Wales UK
GB Northern Ireland UK|Großbritannien|Grande-Bretagne|Gran Bretaña|Gran Bretagna|Groot-Brittannië|Storbritannien
GB Velká Británie
HK Hong Kong SAR, China
MO Macao SAR, China
"""
OTHER_LANGUAGES = (
    "de fr es it pl ja pt nl pt_PT es_MX cs sk hu ro hr sr sr_Latn bs sl mk sq sv da nb is fi et lv lt el tr ru uk bg "
    "be kk ko vi id ms th ar he fa ca zh_Hant_HK".split()
)
WITHDRAWN = {"ANT", "BUR", "DDR", "ROM", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}
NOT_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}


def long_forms(code: str, name: str) -> list[str]:
    """The names that ISO 3166 gives a country beside its short one."""
    found = []
    for form, codes in FORMS.items():
        for one in codes.split():
            if one.partition("|")[0] == code:
                inner = one.partition("|")[2].replace("_", " ") or name
                found.append(f"{form} {inner}" if inner != "Arab" else f"Arab {form} {name}")
    return found


def alpha3() -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes by alpha-2."""
    aliases = get_global("territory_aliases")
    three = (one for one in aliases if len(one) == 3 and one.isalpha() and one not in WITHDRAWN)
    return {aliases[one][0]: one for one in three if len(aliases[one]) == 1}


def texts() -> tuple[str, str]:
    """Both files, one country a line, tab between: code, Chinese name, English name; code, other names."""
    zh, en, hant = (Locale.parse(tag).territories for tag in ("zh", "en", "zh_Hant"))
    foreign = [Locale.parse(tag).territories for tag in OTHER_LANGUAGES]
    common: dict[str, str] = {}
    short = [line for line in SHORT.read_text("utf-8").splitlines() if not line.startswith("#")]
    for line in (*COMMON.strip().split("\n"), *WHOLE.strip().split("\n"), *short):
        code, names = line.split(" ", 1)
        common[code] = f"{common[code]}|{names}" if code in common else names
    codes = sorted(c for c in en.keys() & zh.keys() if len(c) == 2 and c.isalpha() and c not in NOT_COUNTRIES)
    taken = {name for code in codes for name in (zh[code], en[code])}
    three = alpha3()
    others = {
        code: [*common.get(code, "").split("|"), hant[code], three.get(code, ""), *long_forms(code, en[code]),
               *(names.get(code, "") for names in foreign)]
        for code in codes
    }  # fmt: skip
    means: dict[str, set[str]] = {}
    for code in codes:
        for name in (zh[code], en[code], *others[code]):
            means.setdefault(name.casefold(), set()).add(code)
    known: list[str] = []
    called: list[str] = []
    for code in codes:
        given = common.get(code, "").split("|")
        names = [
            name
            for name in others[code]
            if name
            and name.translate(chinese().simplified) not in taken
            and (name in given or name == three.get(code) or len(means[name.casefold()]) == 1)
        ]
        known.append(f"{code}\t{zh[code]}\t{en[code]}\n")
        called.append(f"{code}\t{'|'.join(dict.fromkeys(names))}\n")
    return HEADER + "".join(known), HEADER + "".join(called)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(tuple(target.read_text("utf-8") for target in TARGETS) != texts())
    for target, text in zip(TARGETS, texts(), strict=True):
        target.write_text(text, "utf-8")
