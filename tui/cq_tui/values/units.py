"""The words that numbers are counted in: 万, 亿, million, bn, lakh, Mrd."""

import unicodedata
from functools import cache

from cq_tui.values.expressions import later

_WORDS = {
    1: "ones",
    10**3: "千 k thousand thousands tsd tausend millier milliers miles migliaia mila milhares tys tysięcy tis tisíc"
    " tisíce ezer mii duizend duizenden tusen tuhat tuhatta тыс тысяч тысячи тис тисяч χιλ χιλιάδες"
    " nghìn ngàn ribu พัน 천"
    " tūkst tūkstančiai tūkstančių tūkstoši tūkstošu tūkstošos tuh tisuća tisuće tisuću tisućama hilj hiljada"
    " hiljade хил хиляди tusental tusentals",
    10**4: "万 萬 만",
    10**5: "lakh lakhs lac lacs",
    10**6: "百万 百萬 m mn mm mln mio million millions millionen millón millones milione milioni milion miliony"
    " milionów mill milj miljon miljoner miljoen miljoenen miljoona miljoonaa milhão milhões milión miliony milionů"
    " milionu milioane millió milyon εκατ εκατομμύρια млн миллион миллионов мільйон мільйонів triệu juta ล้าน 백만"
    " miljoni miljonu miljonit milijon milijonai milijonų milijona milijoni milijun milijuna milijuni"
    " милион милиона милиони εκ εκατομμυρίων",
    10**7: "千万 千萬 crore crores cr 천만",
    10**8: "亿 億 억",
    10**9: "十亿 十億 bn b mrd billion billions milliarde milliarden md mds milliard milliards miliardo miliardi mld"
    " miliard miliarda miliardů miliardów miliardy miliarde milliárd mia miljard miljarder miljardi miljardia milyar"
    " miliar bilhão bilhões δισ δισεκατομμύρια млрд миллиард миллиардов мільярд мільярдів tỷ 십억",
    10**10: "百亿 百億",
    10**12: "万亿 萬億 兆 tn trillion trillions billionen 조",
}  # fmt: skip
UNITS = {"": 1} | {word: size for size, words in _WORDS.items() for word in words.split()}
BY_CURRENCY = {
    "mil": dict.fromkeys(("CZK", "RON", "SKK"), 10**6) | {"BRL": 10**3},
    "bin": {"TRY": 10**3},
}
"""Words that count other sizes in other languages, and what they count beside the money of one."""
"""A folded unit to how much it is; the empty one counts single units. ``ones`` says so where it must be said."""
NAMES = {
    1: "ones",
    10**3: "k",
    10**4: "万",
    10**5: "lakh",
    10**6: "m",
    10**7: "crore",
    10**8: "亿",
    10**9: "bn",
    10**12: "tn",
}
"""The one word for each size that what is written by the program uses."""

_OTHER_DIGIT = later(r"(?![0-9])\d")


@cache
def name_of(size: int) -> str | None:
    """The word for a size; None where there is none."""
    return "" if size == 1 else NAMES.get(size) or next((word for word, one in UNITS.items() if one == size), None)


def folded(text: str) -> str:
    """Without regard to width, case, the script of digits and outer blanks; the full-width yen sign stays one sign."""
    if text.isascii():
        return text.casefold().strip()
    plain = unicodedata.normalize("NFKC", text).casefold().strip()
    if plain.isascii():
        return plain
    # NFKC leaves the digits of other scripts; what reads digits here knows 0 to 9 alone.
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), plain)
