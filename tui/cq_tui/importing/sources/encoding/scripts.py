"""How likely a character is in texts of a language: what a wrong encoding makes of a text is unlikely in every one.

Letters stand in the order of how often they are met, roughly; only a large difference counts.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain

LATIN = {
    "German": "äüöß",
    "French": "éèàêçôîâûïëùœ",
    "Spanish": "óíáéñúü",
    "Portuguese": "ãçáéíóõêâúôà",
    "Italian": "àèòùìé",
    "Swedish": "äåöé",
    "Danish": "øåæéö",
    "Icelandic": "áðíóþæúöýé",
    "Dutch": "ëéïöèü",
    "Polish": "łóżęąśćńź",
    "Czech": "íáéěýčžřšůúňťďó",
    "Slovak": "áíéčýžšúľťôóňďäŕĺ",
    "Hungarian": "áéöóőüíúű",
    "Romanian": "ăîâșțşţ",
    "Croatian": "čšžćđ",
    "Turkish": "ıüşğçöîâ",
    "Lithuanian": "ėšųžįčūąę",
    "Latvian": "āīēšūņļžčģķ",
    "Estonian": "äõüöšž",
}
LETTERS = {
    "Russian": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ",
    "Ukrainian": "оаинвітеркслудмпязьбгйчхцїжєшющфґ",
    "Greek": "αοιετσνηρπκμςυλόίγέδήωάθχύφώβξζψ",
    "Arabic": "المينرتوهدسعبكقفةحجشصىطزخأذءضئغظآثإؤ",
    "Hebrew": "יוהלאמרבתשנדעחקםפגטכזסצןךףץ",
    "Thai": "านรอกเงมยลวดทสตะปบคหแจพชขใไโผถธศณฟซญภ่้ิัี์ุืึู็ำ",
}
"""Alphabets of which every letter is beyond ASCII."""
COMMON = {
    "Chinese": (
        "年月日市省县区项目名称公司有限责任股份集团投资金额万元亿美合计总产业生基地工程建设一二三期科技中心新能源汽车电子"
        "材料制造国际开发研究签约类型备注序号单位企业服务园物流智高大北京上海重庆四川广东江西南山湖州成都贵阳安阜杭深圳"
    ),
    "traditional Chinese": (
        "年月日市省縣區項目名稱公司有限責任股份集團投資金額萬元億美合計總產業生基地工程建設一二三期科技中心新能源汽車電子"
        "材料製造國際開發研究簽約類型備註序號單位企業服務園物流智高大臺灣北東西南港廠有限股份"
    ),
    "Japanese": (
        "年月日株式会社有限工業工場開発研究投資額円億万項目名称国内事業計画建設製作所電機自動車部品大阪東京北海道福岡名古屋"
        "市県区新設拡張提携合意書生産技術一二三有機材料"
    ),
    "Korean": (
        "가고공구국기나대도동라로리마만물미바부북사산상서성수스시신아안양업에여연영오용우원유을의이인자장재전정제조주중지"
        "진차천체터트평포하학한해호화회금액투계약명개발건설생식년월일단"
    ),
}
FEW = ("Icelandic", "Estonian", "Latvian", "Lithuanian")
"""Languages of few people."""
_SPECIAL_SHARE = 0.08
"""Of the letters of a text in Latin script, those with marks."""
_CAPITAL = 0.12
_FULL_WIDTH = chain(range(0x3000, 0x3020), range(0xFF01, 0xFF5F), (ord(one) for one in "—…·“”‘’×"))


@cache
def chances() -> Mapping[str, Mapping[str, float]]:
    """Of each language the chance of its characters; those beyond ASCII of a language add up to about one."""
    found: dict[str, dict[str, float]] = {}
    punctuation = {chr(code): 0.0005 for code in _FULL_WIDTH}
    for name, letters in LATIN.items():
        found[name] = _cased(_ranked(letters, _SPECIAL_SHARE, 1))
    for name, letters in LETTERS.items():
        found[name] = _cased(_ranked(letters, 1, 6))
    for name, groups in _ideographs().items():
        found[name] = dict(punctuation)
        for characters, share in groups:
            each = share / len(characters)
            for one in characters:
                found[name].setdefault(one, each)
    return found


def _ranked(letters: str, share: float, flat: int) -> dict[str, float]:
    """Chances that fall with the rank."""
    weights = {one: 1 / (rank + flat) for rank, one in enumerate(letters)}
    total = sum(weights.values())
    return {one: share * weight / total for one, weight in weights.items()}


def _cased(lower: Mapping[str, float]) -> dict[str, float]:
    """With capitals, where there are such."""
    capitals = {"İ" if one == "ı" else one.upper(): chance * _CAPITAL for one, chance in lower.items() if one != "ß"}
    return {**capitals, **lower}


def _ideographs() -> Mapping[str, Iterable[tuple[str, float]]]:
    """Characters in groups, from frequent to rare, each with its share of a text."""
    hiragana, katakana = _range(0x3041, 0x3094), _range(0x30A1, 0x30F7) + "ー"
    return {
        "Chinese": (
            (COMMON["Chinese"], 0.45), (_table("gb2312", 0xB0, 0xD7), 0.5), (_table("gb2312", 0xD8, 0xF7), 0.02),
        ),
        "traditional Chinese": (
            (COMMON["traditional Chinese"], 0.45), (_table("big5", 0xA4, 0xC6), 0.5),
            (_table("big5", 0xC9, 0xF9), 0.01),
        ),
        "Japanese": (
            (hiragana, 0.2), (katakana, 0.25), (COMMON["Japanese"], 0.25), (_table("euc_jp", 0xB0, 0xCF), 0.27),
            (_table("euc_jp", 0xD0, 0xF4), 0.003), (_range(0xFF61, 0xFFA0), 0.0001),
        ),
        "Korean": (
            (COMMON["Korean"], 0.55), (_table("euc_kr", 0xB0, 0xC8), 0.43), (_table("euc_kr", 0xCA, 0xFD), 0.0005),
        ),
    }  # fmt: skip


def _range(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last)))


def _table(encoding: str, first: int, last: int) -> str:
    """The characters of the rows of a table of two bytes each."""
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in trails)
    return "".join(one for one in (pair.decode(encoding, "ignore") for pair in pairs) if len(one) == 1 and one > "\x7f")
