"""Headers of what one of several costs, a piece, a share, a metre, which is no deal's amount."""

from cq_tui.values.expressions import later

_OF_ONE = later(
    r"(?i)(?<![^\W_])(?:(?:price|value|amount|cost|rate|eur|usd|gbp)s?[\s_-]*(?:per|/|each|pr\.?)[\s_-]*(?:share|unit|piece|item|stock|ton|tonne|kg|"
    r"m2|m²|sqm|sq[\s_]?m|sq[\s_]?ft|square|hour|day|ha|kwh|mwh)(?:s|$|[^a-z])|"
    r"(?:unit|share|stock|issue|offer(?:ing)?|ipo|closing|opening)[\s_-]*(?:price|value|cost)s?|"
    r"(?:einzel|stück|stueck|ausgabe|emissions|aktien)preise?|preis[\s_]je[\s_]\w+|prix[\s_]unitaires?|precios?[\s_]unitarios?|"
    r"preços?[\s_]unitários?|valor(?:es)?[\s_]unit[aá]rios?|prezz[oi][\s_]unitari[oi]?|cena[\s_]jednostkowa|"
    r"jednotkov[áa][\s_]cena|eenheidsprijs|stykpris|enhetspris|цена[\s_]за[\s_]единицу)(?![^\W_])"
    r"|单价|單價|単価|단가|每股|一股当たり|1株|주당|发行价|發行價|発行価格|公開価格|仮条件|공모가|발행가|股价|股價|株価|주가(?!치)|收盘价|收盤價"
)


def is_price_of_one(header: str) -> bool:
    """Whether a header says the price of a unit or a share: ``Unit price``, ``offer_price``, 单价, 공모가."""
    return _OF_ONE.search(header) is not None
