"""Numbers in Chinese numerals: ``三亿五千万``, ``一千二百``, and those that mix them with digits: ``3亿5000万``."""

from decimal import Decimal

from cq_tui.values.expressions import later

_DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | dict(
    zip("〇壹贰叁肆伍陆柒捌玖两兩貳參陸", (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2, 2, 3, 6), strict=True)
)
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_COUNTING = frozenset((*_DIGITS, "十", "拾"))
"""Characters that say how many; the others alone only name a size."""
_CHARACTERS = "".join((*_DIGITS, *_SMALL, *_LARGE))
_NUMERAL = later(rf"[{_CHARACTERS}]+(?:[点點][{''.join(_DIGITS)}]+[万萬亿億]*)?")
_CUT_SHORT = later("[百佰千仟万萬亿億][一二三四五六七八九]$|[亿億](?!零)[^万萬零]+$|[万萬](?!零)[^千仟零亿億]+$")
"""Numbers whose last place is left out, as they are spoken: 三亿五 is 3.5亿; and 三亿五千 may be 3亿 and 5000."""
_MIXED = later(r"(\d+(?:\.\d+)?)([亿億])(?:零)?(\d+(?:\.\d+)?)(千|百)?([万萬])(\d{1,4})?")


_IN_TRILLIONS = later(r"(\d+)兆(?:(\d+)[亿億])?(?:(\d+)[万萬])?")
"""As Japan and Taiwan count: 1兆2000億."""


def chinese_number(text: str) -> tuple[Decimal, bool] | None:
    """The value of a folded text that is such a number, and whether it is counted in 万 or 亿; None for other texts.

    What only names a size, as ``千万``, and digits in a row, as ``三五``, are none: they say no one
    number; nor is one whose last place is left out.
    """
    if match := _MIXED.fullmatch(text):
        high, low = Decimal(match[1]) * _LARGE[match[2]], Decimal(match[3]) * _SMALL.get(match[4], 1)
        return high + low * _LARGE[match[5]] + Decimal(match[6] or 0), True
    if match := _IN_TRILLIONS.fullmatch(text):
        return Decimal(match[1]) * 10**12 + int(match[2] or 0) * 10**8 + int(match[3] or 0) * 10**4, True
    if not _NUMERAL.fullmatch(text) or _CUT_SHORT.search(text) or _COUNTING.isdisjoint(text):
        return None
    whole, _point, decimals = text.replace("點", "点").partition("点")
    value = _whole(whole)
    if value is None or (decimals and _LARGE.keys() & set(whole)):
        return None
    digits = decimals.rstrip("".join(_LARGE))
    found = Decimal(f"{value}.{''.join(str(_DIGITS[one]) for one in digits)}")
    for one in decimals[len(digits) :]:
        found *= _LARGE[one]
    return found, bool(_LARGE.keys() & set(text))


def _whole(text: str) -> int | None:
    """A whole number; None where it is none: digits without a place stand in a row, or places in no order."""
    total, section, digit, place = 0, 0, None, _LARGE["万"]
    for one in text:
        if one in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[one]
        elif one in _SMALL:
            size = _SMALL[one]
            if size >= place or (digit is None and not (size == 10 and section == 0)):
                return None
            section, digit, place = section + size * (1 if digit is None else digit), None, size
        else:
            section += digit or 0
            if not section and not total:
                return None
            total = (total + section) * _LARGE[one] if _LARGE[one] == 10**8 else total + section * _LARGE[one]
            section, digit, place = 0, None, _LARGE["万"]
    return total + section + (digit or 0)
