"""Currencies as people write them: ``US$``, ``人民币``, ``Schweizer Franken``, ``zł``."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from cq_tui.values.amounts import ZH_CURRENCIES
from cq_tui.values.reasons import Unread, refused
from cq_tui.values.units import folded

YEN_OR_YUAN = "¥"
"""Chinese or Japanese; which of them, only its surroundings tell."""
DOLLAR_SIGN = "$"
"""Of many countries; who knows the surroundings decides."""
UNCLEAR = {
    YEN_OR_YUAN: ("CNY", "JPY"),
    DOLLAR_SIGN: ("USD", "CAD", "AUD", "HKD", "SGD", "NZD", "TWD", "MXN", "ARS", "CLP", "COP"),
    "kr": ("SEK", "NOK", "DKK"),
    "rs": ("INR", "PKR", "LKR"),
    "peso": ("MXN", "PHP", "ARS", "CLP", "COP"),
}
"""Signs of several currencies; the reader gives them as they are, and who knows the surroundings decides."""
_SPELT_UNCLEAR = {"$": "$ dollar dollars", "kr": "kr. kronor kroner krona krone", "rs": "rs.", "peso": "pesos"}
_WRITTEN = {
    YEN_OR_YUAN: "CNY JPY",
    DOLLAR_SIGN: "USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD "
    "MXN ARS CLP COP UYU DOP CUP CVE NIO TOP WST BRL",
    "kr": "SEK NOK DKK ISK CZK EEK",
    "rs": "INR PKR LKR NPR MUR SCR",
    "peso": "MXN PHP ARS CLP COP UYU DOP CUP",
}
"""Every currency that is written with an unclear sign where it is clear whose it is."""
_FILE = Path(__file__).parent / "currencies.txt"
_SPELT = {
    "CNY": "人民币 人民幣 圆 圓 块 rmb cny￥ cn¥ yuan renminbi 人民元",
    "USD": "us$ us_$ usd$ usd_$ $us u$s u$d u.s._$ 美金 us_dollar us_dollars u.s._dollar u.s._dollars us-$ u.s.$ "
    "米ドル ドル "
    "美圆 美圓 dólar dólares dollari 달러 米$ 美$ долл долларов доллара доларів dolarů dolarów dolari"
    " dollár dollaria δολάρια dolar dolares dólar_norteamericano dólares_norteamericanos dolar_norteamericano"
    " dolares_norteamericanos dólar_americano dólares_americanos dolar_americano dolares_americanos"
    " dólar_norte-americano dólares_norte-americanos dólar_dos_eua dólares_dos_eua dólares_estados_unidos"
    " dólares_de_los_estados_unidos dólar_de_los_estados_unidos dólar_de_estados_unidos dollar_américain"
    " dollars_américains dollaro_americano dollari_americani amerikanische_dollar amerikanischer_dollar",
    "EUR": "€ euro euros eur€ 欧 ユーロ 歐元 유로 евро евра eura eurů euró euroa eurot eiro ευρώ eurų eurai",
    "GBP": "£ 英鎊 pound pounds sterling gbp£ uk£ 英磅 ポンド",
    "JPY": "jp¥ 日圆 日圓 yen 円 日幣 日币",
    "HKD": "hk$ hk_$ 港币 港幣 港圆 港圓",
    "SGD": "s$ sg$ sg_$ 新元 新币 新幣 坡币",
    "CHF": "sfr sfr. 瑞郎 fr.",
    "AUD": "a$ au$ au_$ 澳大利亚元 澳币 澳幣",
    "CAD": "c$ ca$ ca_$ 加拿大元 加币 加幣",
    "NZD": "nz$ nz_$ 新西兰元 纽币",
    "KRW": "₩ 韩圆 韩币 韓元 ウォン 원 won",
    "RUB": "₽ 俄罗斯卢布 rouble roubles ruble rubles руб рублей рубля",
    "INR": "₹ 卢比",
    "MOP": "澳门元 澳门币 葡币",
    "TWD": "nt$ nt_$ ntd 新台币 新臺幣 台币 臺幣 台幣",
    "BRL": "r$ r_$ real reais real_brasileiro reais_brasileiros",
    "PLN": "zł zloty zlotys złoty złote złotych",
    "CZK": "kč korun_českých",
    "HUF": "ft forint",
    "THB": "฿ baht",
    "TRY": "₺ 里拉 tl",
    "UAH": "₴ грн гривень гривні",
    "VND": "₫ đồng vnđ",
    "PHP": "₱",
    "NGN": "₦ naira",
    "ILS": "₪",
    "MYR": "rm 马币 林吉特 ringgit",
    "ZAR": "兰特 rand",
    "AED": "迪拉姆 dh",
    "KZT": "₸ 坚戈 тенге тг",
    "HRK": "kn kuna kune",
    "RON": "lei leu",
    "BGN": "лв лева",
    "RSD": "дин динара",
    "IDR": "rp rp. rupiah",
    "MXN": "mx$ mex$ pesos_mexicanos peso_mexicano",
    "KES": "ksh kshs",
    "GHS": "₵ gh₵",
    "BDT": "৳",
    "GEL": "₾",
    "PEN": "s/. soles nuevo_sol nuevos_soles",
    "GTQ": "quetzal quetzales",
    "HNL": "lempira lempiras",
    "NIO": "córdoba córdobas cordobas",
    "PYG": "guaraní guaraníes guaranies ₲",
    "BOB": "boliviano bolivianos",
    "CRC": "₡ colones colón_costarricense colones_costarricenses",
    "PAB": "balboa balboas",
    "AOA": "kwanza kwanzas",
    "MZN": "metical meticais",
    "ARS": "pesos_argentinos peso_argentino",
    "CLP": "pesos_chilenos peso_chileno",
    "COP": "pesos_colombianos peso_colombiano",
    "UYU": "pesos_uruguayos peso_uruguayo",
    "DOP": "pesos_dominicanos peso_dominicano",
    "LTL": "litas litai litų",
    "LVL": "lats lati latu latos",
    "EEK": "kroon krooni kroone",
    "SIT": "tolar tolarjev",
}
_COUNTERS = frozenset("元 圆 圓 块".split())
"""Yuan, unless another currency is named: then they count units of that one."""
_BETWEEN = " \t\u3000.,，:：/()（）"
_GLUED = re.compile(r"(?:[\d\s](?:m|k|b)|bn|mn|mm)$")
"""What a code may follow without a blank: ``5musd``, ``5bneur``."""


@cache
def currencies() -> dict[str, str]:
    """Every spelling, folded, to its ISO 4217 code; unclear signs stand for themselves."""
    lines = [line for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    found: dict[str, str] = {}
    for code, names in (line.split("\t") for line in lines):
        found |= dict.fromkeys(filter(None, names.split("|")), code) | {code.casefold(): code}
    found |= {word: code for code, word in ZH_CURRENCIES.items()}
    for code, words in _SPELT.items():
        found |= {folded(word).replace("_", " "): code for word in words.split()}
    found |= {word: sign for sign, words in _SPELT_UNCLEAR.items() for word in words.split()}
    return found | {sign: sign for sign in UNCLEAR}


@cache
def codes() -> frozenset[str]:
    """The ISO 4217 codes that are known."""
    return frozenset(code for code in currencies().values() if code not in UNCLEAR)


def may_be(sign: str, code: str) -> bool:
    """Whether an unclear sign can stand for a currency."""
    return code in _WRITTEN.get(sign, "").split()


_Lengths = dict[str, tuple[int, ...]]


@cache
def _lengths() -> tuple[_Lengths, _Lengths]:
    """How long the words are that begin with two characters, and those that end with them, the longest first.

    A word of one character is found by that one alone. Most places of a text have none of them.
    """
    return _lengths_by(lambda word: word[:2]), _lengths_by(lambda word: word[-2:])


def _lengths_by(edge: Callable[[str], str]) -> _Lengths:
    found: dict[str, set[int]] = {}
    for word in currencies():
        found.setdefault(edge(word), set()).add(len(word))
    return {two: tuple(sorted(lengths, reverse=True)) for two, lengths in found.items()}


def _is_letter(text: str) -> bool:
    return "a" <= text <= "z"


def currency_word_at(text: str, start: int) -> str:
    """The longest word for a currency at a place of a folded text; empty if there is none.

    A word ends where no letter follows; a sign anywhere.
    """
    lengths = _lengths()[0]
    known = currencies()
    for length in (*lengths.get(text[start : start + 2], ()), *lengths.get(text[start : start + 1], ())):
        word = text[start : start + length]
        if word in known and not (_is_letter(word[-1]) and _is_letter(text[start + length : start + length + 1])):
            return word
    return ""


def _word_at_end(text: str) -> str:
    lengths = _lengths()[1]
    known = currencies()
    for length in (*lengths.get(text[-2:], ()), *lengths.get(text[-1:], ())):
        word, before = text[-length:], text[:-length]
        if word in known and (not _is_letter(before[-1:]) or _GLUED.search(before)):
            return word
    return ""


def take_currency(text: str) -> tuple[str, str]:
    """A folded text without the currency at its start or end, and the currency's code; empty if there is none.

    ``人民币 3,000 万元`` names the same one twice. Raises ValueError where two names differ.
    """
    found: list[str] = []
    for _turn in range(2):
        if word := currency_word_at(text, 0):
            found.append(word)
            text = text[len(word) :].strip(_BETWEEN)
        if word := _word_at_end(text):
            found.append(word)
            text = text[: -len(word)].strip(_BETWEEN)
    named = one_currency(found)
    if len(named) > 1:
        raise refused(Unread.TWO_CURRENCIES, names=", ".join(sorted(named)))
    return text, "".join(named)


def one_currency(words: Iterable[str]) -> set[str]:
    """The codes of words that stand together, without what another one makes clear: ``US$ 3 亿元`` is in dollars."""
    words = list(words)
    codes = {currencies()[word] for word in words if word not in _COUNTERS}
    return (codes - UNCLEAR.keys()) or codes or {currencies()[word] for word in words}


def currency_named(text: str) -> str | None:
    """The code of a text that is nothing but a currency; None if it is none."""
    try:
        rest, code = take_currency(folded(text))
    except ValueError:
        return None
    if code and not rest:
        return code
    return text.strip().upper() if re.fullmatch(r"[A-Za-z]{3}", text.strip()) else None
