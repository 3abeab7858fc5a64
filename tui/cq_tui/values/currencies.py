"""Currencies and units as people write them: ``US$``, ``万元``, ``EUR m``, ``Millions``."""

import re
from dataclasses import dataclass
from functools import cache

from cq_tui.values.amounts import ZH_CURRENCIES
from cq_tui.values.reasons import Unread, refused
from cq_tui.values.units import UNITS, folded

YEN_OR_YUAN = "¥"
"""Chinese or Japanese; which of them, only its surroundings tell."""
_SPELT = {
    "CNY": "人民币 人民幣 圆 圓 块 rmb cny￥ cn¥ yuan renminbi",
    "USD": "us$ $ usd$ 美金 us dollar, us dollars, dollar dollars",
    "EUR": "€ euro euros",
    "GBP": "£ 英鎊 pound pounds sterling",
    "JPY": "jp¥ 日圆 日圓 yen",
    "HKD": "hk$ 港币 港幣 港圆",
    "SGD": "s$ sg$ 新元 新币",
    "CHF": "sfr sfr. 瑞郎",
    "AUD": "a$ au$ 澳大利亚元 澳币",
    "CAD": "c$ ca$ 加拿大元 加币",
    "KRW": "₩ 韩圆",
    "RUB": "₽ 俄罗斯卢布",
    "INR": "₹ 卢比",
    "MOP": "澳门元 澳门币",
    "TWD": "nt$ 新台币 新臺幣",
    "BRL": "r$",
}
_MORE_CODES = "AED ARS BDT BRL CLP COP CZK DKK EGP HUF IDR ILS INR KZT LKR MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON SAR SEK THB TRY TWD UAH VND ZAR"  # noqa: E501
_FILLER = re.compile(r"^(?:单位|單位|计量单位|unit|units|in|amounts? in|计|折合|约)\s*[:：]?\s*|\s*(?:计)$")
_BETWEEN = " \t\u3000.,，:：/()（）"


@cache
def _currencies() -> dict[str, str]:
    """Every spelling to its ISO 4217 code; ``¥`` stands for itself."""
    found = {code.casefold(): code for code in (*ZH_CURRENCIES, *_MORE_CODES.split())}
    found |= {word: code for code, word in ZH_CURRENCIES.items()}
    for code, words in _SPELT.items():
        found |= {folded(word.replace(",", "")): code for word in words.replace("us dollar", "us_dollar").split()}
    return {word.replace("_", " "): code for word, code in found.items()} | {YEN_OR_YUAN: YEN_OR_YUAN}


@cache
def _at_start() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives()})(?![a-z])")


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![a-z])|(?<=[\d\s](?:m|k|b))|(?<=bn)|(?<=mn))(?:{_alternatives()})$")


def _alternatives() -> str:
    return "|".join(re.escape(word) for word in sorted(_currencies(), key=len, reverse=True))


def take_currency(text: str) -> tuple[str, str]:
    """A folded text without the currency at its start or end, and the currency's code; empty if there is none.

    ``人民币 3,000 万元`` names the same one twice. Raises ValueError where two names differ.
    """
    codes: list[str] = []
    for _turn in range(2):
        for pattern in (_at_start(), _at_end()):
            match = pattern.match(text) if pattern is _at_start() else pattern.search(text)
            if match:
                codes.append(_currencies()[match[0]])
                text = (text[: match.start()] + text[match.end() :]).strip(_BETWEEN)
    plain = set(codes) - {YEN_OR_YUAN} if len(set(codes)) > 1 else set(codes)
    if len(plain) > 1:
        raise refused(Unread.TWO_CURRENCIES, names=", ".join(sorted(plain)))
    return text, plain.pop() if plain else ""


def currency_named(text: str) -> str | None:
    """The code of a text that is nothing but a currency; None if it is none."""
    try:
        rest, code = take_currency(folded(text))
    except ValueError:
        return None
    if code and not rest:
        return code
    return text.strip().upper() if re.fullmatch(r"[A-Za-z]{3}", text.strip()) else None


@dataclass(frozen=True, slots=True)
class Measure:
    """What numbers are counted in: the unit's word and the currency's code, each empty where it is not told."""

    unit: str = ""
    currency: str = ""


UNTOLD = Measure()


def measure(text: str) -> Measure | None:
    """A unit, a currency or both and nothing else, as in ``万元``, ``USD m``, ``单位：亿美元``; else None."""
    left = folded(text).strip(_BETWEEN)
    left = _FILLER.sub("", left).strip(_BETWEEN)
    if not left:
        return None
    if left in UNITS:
        return Measure(left)
    try:
        rest, code = take_currency(left)
    except ValueError:
        return None
    rest = rest.removeprefix("in ").strip()
    if rest in UNITS and (code or rest):
        return Measure(rest, code)
    return None
