"""Years that are counted from another one than ours: of Japan's emperors, and of the Republic of China."""

import re

ROC = "roc"
"""The order of days whose bare years count from 1912, as offices in Taiwan write them: ``105/01/15``."""
_FIRST = 1911
_ERAS = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "令": 2018, "平": 1988, "昭": 1925,
    "中华民国": _FIRST, "中華民國": _FIRST, "民国": _FIRST, "民國": _FIRST, "r": 2018, "h": 1988, "s": 1925,
}  # fmt: skip
"""The year before the first of each era."""
_NAMED = re.compile(
    r"^(令和|平成|昭和|大正|(?:中[华華])?民[国國])\s*(\d{1,3}|元)\s*(?:年度?|[-./](?=\s*\d))"
    r"|^([令平昭rhs])\.?\s*(\d{1,2}|元)\s*[-./年](?=\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?$)"
)
_ROC = re.compile(r"([1-9]\d|\d{3})(?:\s*([-/.年])\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?|\s*年)")
_COMPACT = re.compile(r"(1\d{2}|0\d{2})(0[1-9]|1[0-2])([0-3]\d)")


def in_our_count(text: str) -> str:
    """A folded date with the year of a named era as ours: ``令和3年4月1日``, ``R3.4.1``, ``民國105/1/15``."""

    def ours(match: re.Match[str]) -> str:
        era, year = match[1] or match[3], match[2] or match[4]
        return f"{_ERAS[era] + (1 if year == '元' else int(year))}年"

    return _NAMED.sub(ours, text)


def of_the_republic(text: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a folded date whose bare year counts from 1912; None where it is none."""
    match = _COMPACT.fullmatch(text)
    year, month, day = match.groups() if match else (None, None, None)
    if match is None and (match := _ROC.fullmatch(text)):
        year, month, day = match[1], match[3], match[4]
    return (int(year) + _FIRST, int(month) if month else None, int(day) if day else None) if year else None


def has_three_digits(text: str) -> bool:
    """Whether a folded date begins with a year of three digits, which no other calendar in use here has."""
    return re.match(r"1\d{2}\D", text) is not None
