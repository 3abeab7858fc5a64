"""What a number shows in a cell: Excel's formats say the currency, the unit, the percent sign, or that it is a date."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import cache, lru_cache

from cq_tui.values.amounts import plain

GENERAL = "General"
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0",
    42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "0.0E+0", 49: "@",
    # What follows is of Chinese, Japanese and Korean editions, whose files name the formats by number only.
    27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m-d-yy", 31: "yyyy年m月d日", 32: "h:mm", 33: "h:mm:ss",
    34: "h:mm", 35: "h:mm:ss", 36: "yyyy年m月", 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日",
    54: "m月d日", 55: "h:mm", 56: "h:mm:ss", 57: "yyyy年m月", 58: "m月d日",
}  # fmt: skip
"""Formats that a workbook names by number. Accounting formats (41 to 44) have the sign of the computer's own country,
which the file does not tell: none is told then."""
_LAST_DAY = 2_958_465
_FALSE_DAY = 60
"""Excel counts a 29 February 1900 that never was."""
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|\[(?P<elapsed>[hHmMsS]+)\]|\[[^\]]*\]'
    r"|[\\!](?P<escaped>.)|[_*].|(?P<general>(?i:general))|(?P<meridiem>(?i:am/pm|a/p))|(?P<exponent>[eE][+-])"
    r"|(?P<digits>[0#?](?:[0#?,./]*[0#?])?)(?P<scale>,*)|(?P<date>[yYmMdDhHsSeEgGaAbB]+)|(?P<other>.)",
    re.DOTALL,
)
_DIGITS_AFTER = re.compile(r"\.(0*)")
_SIGNS = "()-+ "


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format: what stands around the number, how it is scaled, or which parts of a date it shows."""

    before: str = ""
    behind: str = ""
    number: bool = False
    percent: bool = False
    power: int = 0
    decimals: int = 0
    date: str = ""

    @property
    def words(self) -> str:
        """The text of a format that shows no number."""
        return f"{self.before}{self.behind}".strip()

    def around(self, text: str) -> str:
        """A number with what the format puts around it."""
        if "." in text and self.decimals:  # a month typed as 2025.10 is the number 2025.1
            whole, _point, part = text.partition(".")
            text = f"{whole}.{part.ljust(self.decimals, '0')}"
        if not (self.before or self.behind or self.percent):
            return text
        before, behind = self.before.strip(_SIGNS), self.behind.strip(_SIGNS)
        glued = f"{text}%" if self.percent else text
        return f"{before} {glued}{_parted(behind)}".strip()


_AS_IT_IS = re.compile(r"(?:0|[1-9][0-9]*)\.[0-9]*[1-9]")
"""A number above zero as its cell shows it without a format; whole ones are tested for digits alone."""
_SHORT = 15
"""Digits of a number that stands as it is."""


def shown_text(value: str, form: str, since_1904: bool = False) -> str:
    """As ``shown``, of a number as it is written in a file; most stand there as they are shown."""
    if len(value) <= _SHORT and ((value.isdecimal() and value.isascii()) or _AS_IT_IS.fullmatch(value)):
        if form == GENERAL:
            return value
        section = _plain_section(form)
        if section and value[0] != "0":
            return section.around(value)
    return _shown(value, form, since_1904)


@lru_cache
def _plain_section(form: str) -> "_Section | None":
    """How a format shows numbers above zero, where that is as they stand with something around them."""
    section = _sections(form)[0]
    return section if section.number and not (section.date or section.percent or section.power) else None


@lru_cache(16_384)  # a list has fewer different days and shares than cells
def _shown(value: str, form: str, since_1904: bool) -> str:
    return shown(float(value), form, since_1904)


def shown(value: float, form: str, since_1904: bool = False) -> str:
    """The text of a number in a cell of a format."""
    if form == GENERAL:
        return _number(value)
    sections = _sections(form)
    section = sections[_which(value, len(sections))]
    if section.date:
        return _date(value, section.date, since_1904)
    if not section.number:
        return section.words if any(map(str.isalpha, section.words)) else _number(value)
    return section.around(_number(value * 100 if section.percent else value / 10**section.power))


def _parted(behind: str) -> str:
    return f" {behind}" if len(behind) > 1 else behind


def _which(value: float, count: int) -> int:
    """Which section of a format is for a value: positive, negative, zero."""
    if value < 0 and count > 1:
        return 1
    return 2 if value == 0 and count > 2 else 0


def _number(value: float) -> str:
    """A number with the fifteen digits that Excel keeps, without an exponent."""
    if value != value or abs(value) == float("inf"):
        return ""
    return plain(Decimal(f"{value:.15g}"))


@cache
def _sections(form: str) -> tuple[_Section, ...]:
    texts: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(form):
        if token["other"] == ";":
            texts.append([])
        else:
            texts[-1].append(token)
    return tuple(map(_section, texts))


def is_without_day(form: str) -> bool:
    """Whether a format shows a month or a year and no day, so that a first of a month may be meant for all of it."""
    return any(set(one.date) & set("ym") and not set(one.date) & set("dahs") for one in _sections(form))


_DAY_LETTERS = re.compile(r"(?i)(?:^|[^\w])(dd?|tt?|jj?|gg?|pp?)(?=[^\w]|$)")
"""How a day is written in formats of several languages: ``TT.MM.JJJJ``, ``jj/mm/aaaa``, ``gg/mm/aaaa``."""

_WHOLE_DAY = re.compile(
    r"(?i)(?:dd?|tt?|jj?|gg?)[./ -]mm?[./ -](?:yy|jj|aa){1,2}|(?:yy|jj|aa){1,2}[./-]mm?[./-](?:dd?|tt?|jj?|gg?)"
)
"""A whole date in letters that are mere text."""


def _tells_day(tokens: list[re.Match[str]]) -> bool:
    """Whether letters for a day stand in a date's format as mere text: ``"DD"/MM/"YYYY"``, left by another language."""
    text = "".join(one["quoted"] or one["escaped"] or one["other"] or one["date"] or " " for one in tokens)
    return _DAY_LETTERS.search(text) is not None


def _section(tokens: list[re.Match[str]]) -> _Section:
    before, behind, date, seen = "", "", "", False
    percent, power, decimals = False, 0, 0
    for token in tokens:
        literal = token["quoted"] or token["currency"] or token["escaped"] or ""
        if token["date"] or token["elapsed"]:
            date += (token["date"] or token["elapsed"]).lower()
        elif token["digits"] or token["general"]:
            if seen and behind.endswith("."):  # 0!.0,"万" shows 12,345 as 1.2万: the point is a mere sign
                power, behind = power + len(token["digits"] or ""), behind[:-1]
            seen = True
            power += 3 * len(token["scale"] or "")
            if found := _DIGITS_AFTER.search(token["digits"] or ""):
                decimals = len(found[1])
        elif token["other"]:
            percent = percent or token["other"] == "%"
            literal = "" if token["other"] in "%@" else token["other"]
        before, behind = (before, behind + literal) if seen else (before + literal, behind)
    if any(part in date for part in "ymdhs") or date[:1] in ("e", "a"):
        return _Section(date=f"d{date}" if _tells_day(tokens) else date)
    if not seen and _WHOLE_DAY.fullmatch(before.strip()):
        return _Section(date="dmy")
    return _Section(before, behind, seen, percent, power, decimals)


def _date(value: float, parts: str, since_1904: bool) -> str:
    """A day, month or year as the format shows it; a time alone, or with its day."""
    if not 0 <= value <= _LAST_DAY:
        return _number(value)
    days = value + 1462 if since_1904 else value
    if days < 1 and not since_1904:
        return (datetime(1900, 1, 1) + _rounded(days)).time().isoformat()
    found = datetime(1899, 12, 30 if days >= _FALSE_DAY or since_1904 else 31) + _rounded(days)
    if found.time() != time() and ("h" in parts or "s" in parts):
        return found.isoformat(" ")
    if "d" in parts or "a" in parts or found.day != 1:
        return found.date().isoformat()
    return f"{found:%Y-%m}" if "m" in parts or found.month != 1 else f"{found:%Y}"


def _rounded(days: float) -> timedelta:
    """A span of days to the second, as the cell shows it."""
    return timedelta(seconds=round(days * 86_400))
