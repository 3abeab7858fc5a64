"""Write tui/cq_tui/values/countries.txt: ISO 3166 codes with Chinese and English names from CLDR (by Babel).

The fourth column holds what else a country is called: CLDR's names in traditional Chinese where they are other words,
and common names and abbreviations that stand in people's lists.
"""

import sys
from pathlib import Path

from babel import Locale
from cq_tui.query.chinese import chinese

TARGET = Path(__file__).parent.parent / "tui" / "cq_tui" / "values" / "countries.txt"
HEADER = "# ISO 3166-1 alpha-2, names from Unicode CLDR (Unicode License v3). Made by scripts/make_countries.py.\n"
COMMON = """
AE UAE|阿联酋|阿拉伯联合酋长国
BA Bosnia|Bosnia and Herzegovina|波黑
BO Plurinational State of Bolivia
BN Brunei Darussalam
CD DR Congo|DRC|Congo, Dem. Rep.|Democratic Republic of the Congo|Congo-Kinshasa|刚果金|刚果民主共和国|民主刚果
CF 中非
CG Republic of the Congo|Congo, Rep.|Congo|刚果布|刚果共和国
CI Ivory Coast|Cote d'Ivoire|科特迪瓦|象牙海岸
CN PRC|China PRC|P.R. China|People's Republic of China|Mainland China|中华人民共和国|中国大陆|中国内地|我国
CV Cabo Verde
CZ Czech Republic|捷克共和国
DE Federal Republic of Germany|Deutschland|联邦德国
DO Dominican Rep.
FM Federated States of Micronesia
GB UK|U.K.|Britain|Great Britain|大不列颠
HK Hong Kong|Hong Kong SAR|香港|中国香港
IR Islamic Republic of Iran
KG Kyrgyz Republic
KN St. Kitts and Nevis
KP DPRK|朝鲜民主主义人民共和国
KR Korea|Republic of Korea|Korea, Rep.|大韩民国
LA Lao PDR|Lao
LC Saint Lucia
MD Republic of Moldova
MK Macedonia|FYROM|马其顿
MM Burma
MO Macau|Macao|澳门|中国澳门
NL Holland|The Netherlands
PG PNG|巴新
PS Palestine|巴勒斯坦
RU Russian Federation|俄国
SA KSA
SK Slovak Republic
ST Sao Tome and Principe
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
NOT_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}


def text() -> str:
    """The file's text, one country a line: code, Chinese name, English name, tab between."""
    zh, en, hant = (Locale.parse(tag).territories for tag in ("zh", "en", "zh_Hant"))
    common = dict(line.split(" ", 1) for line in COMMON.strip().split("\n"))
    codes = sorted(c for c in en.keys() & zh.keys() if len(c) == 2 and c.isalpha() and c not in NOT_COUNTRIES)
    taken = {name for code in codes for name in (zh[code], en[code])}
    lines = []
    for code in codes:
        others = [
            name
            for name in (*common.get(code, "").split("|"), hant[code])
            if name and name.translate(chinese().simplified) not in taken
        ]
        lines.append(f"{code}\t{zh[code]}\t{en[code]}\t{'|'.join(dict.fromkeys(others))}\n")
    return HEADER + "".join(lines)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text("utf-8") != text())
    TARGET.write_text(text(), "utf-8")
