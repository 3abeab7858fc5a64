"""Dates as strangers write them: ``2025年11月``, ``19.11.2025``, ``15-Nov-15``, ``Q3 2024``, or in parts."""

import re
from datetime import date, timedelta
from functools import lru_cache

from cq_tui.values.dotted_months import ZEROS_KEPT
from cq_tui.values.eras import ROC, in_our_count, of_the_republic
from cq_tui.values.fiscal_years import fiscal_year
from cq_tui.values.months import LETTERS, month_named
from cq_tui.values.open_days import is_open
from cq_tui.values.reasons import ReasonError, Unread, refused
from cq_tui.values.units import folded
from cq_tui.values.worded_days import without_words

COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?")
YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|'?\d{2})")
_NUMBER_OF_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|°)?"
_WORDED = re.compile(
    rf"(?:{_NUMBER_OF_DAY}[\s./-]+(?:de\s+|of\s+|d['’]\s?)?)?([{LETTERS}]+)(?:[\s,./-]+(?:del?\s+)?)"
    rf"(?:{_NUMBER_OF_DAY}[\s,]+)?(\d{{4}}|'?\d{{2}})(?:\s*(?:r\.?|г\.?|年))?"
)
_YEAR_THEN_WORD = re.compile(rf"(\d{{4}})[\s,./-]+([{LETTERS}]{{3,}})\.?(?:[\s.-]+(\d{{1,2}})\.?)?")
_YEAR = re.compile(r"(\d{4})(?:\.0|\s*年)?")

_MARKS = re.compile(
    r"(?:[\u00b9\u00b2\u00b3\u2070-\u207f*†‡]|\s*\[(?:\d{1,3}|[a-z]|(?:note|n|nb|ref)\.? ?\d{1,2}|citation needed|"
    r"[注註]\s?\d{0,2})\])+$"
)
"""What points to a footnote behind a day: ``June 2018[17][3]``."""
_OF_TWO_MARKS = re.compile(r"(\d{1,2})(?:([/.])\2?)(\d{1,2})(?:([/.])\4?)(\d{4})")
"""A day whose marks are not the same, or doubled, as hands slip: ``13/04.2015``, ``22/01//2015``."""
_DAYS_OF_WEEK = "|".join(
    """mon(?:day)? tue(?:s(?:day)?)? wed(?:s|nesday)? thu(?:rs?(?:day)?)? fri(?:day)? sat(?:urday)? sun(?:day)?
    mo(?:ntag)? di(?:enstag)? mi(?:ttwoch)? do(?:nnerstag)? fr(?:eitag)? sa(?:mstag)? sonnabend so(?:nntag)?
    lun(?:di)? mar(?:di)? mer(?:c(?:redi)?)? jeu(?:di)? ven(?:dredi)? sam(?:edi)? dim(?:anche)?
    lunes martes mi[ée](?:rcoles)? jue(?:ves)? vie(?:rnes)? s[áa]b(?:ado)? dom(?:ingo)?
    luned[ìi]' marted[ìi]' mercoled[ìi]' gio(?:ved[ìi]')? venerd[ìi]' sabato domenica
    seg(?:unda)?(?:-feira)? ter(?:[çc]a)?(?:-feira)? qua(?:rta)?(?:-feira)? qui(?:nta)?(?:-feira)? sex(?:ta)?(?:-feira)?
    luni mar[țţt]i miercuri joi vineri s[âa]mb[ăa]t[ăa] duminic[ăa]
    dilluns dimarts dimecres dijous divendres dissabte diumenge
    ma(?:andag)? dinsdag wo(?:ensdag)? donderdag vr(?:ijdag)? za(?:terdag)? zo(?:ndag)?
    m[åa]n(?:dag)? ti[rs]s(?:dag)? ons(?:dag)? tor(?:s(?:dag)?)? fre(?:dag)? l[öø]r(?:dag)? s[öø]n(?:dag)?
    poniedzia[łl]ek wtorek [śs]roda czwartek pi[ąa]tek sobota niedziela
    pond[ěe]l[íi] [úu]ter[ýy] st[řr]eda [čc]tvrtek p[áa]tek ned[ěe]le понедельник вторник среда четверг пятница суббота
    воскресенье""".replace("'", "'?").split()
)
_WEEKDAY = re.compile(
    rf"^({_DAYS_OF_WEEK})[.,]{{0,2}}\s+(?!\d{{4}}$)(?=\d|[{LETTERS}]+\s+\d)"
    r"|[\s(（]*(?:星期|周|週)[一二三四五六日天][)）]?$"
)
"""A day of the week before a day; before a year alone it is a name, as all words that begin so: ``Dijon 2010``."""
_IN_DIGITS = re.compile(r"\d+\s?([-/.])\s?\d+\s?\1\s?\d")
"""A whole day in digits: no month stands before it."""
_SHORT_DAY = 3
"""Letters of a day of the week cut short."""
_TIME = re.compile(
    r"(?:(?<=[\d日])|(?<=\d{4}\.))(?:t|\s+|,\s*)(?:上午|下午)?\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?|[时時点點](?:\d{1,2}分)?(?:\d{1,2}秒)?)\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:uhr|z|utc|gmt|cet|cest|est|edt|bst|cst|[+-]\d{2}:?\d{2})?$"
)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{4})")
_COMPACT_MONTH = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])")
_PART_OF_YEAR = re.compile(
    r"(?:fy\s*)?(\d{4})\s*[-/ ]?\s*年?\s*(?:q[1-4]|h[12]|[1-4]q|[12]h|第?[一二三四1-4]季度?|[上下]半年|年?[初中末底])"
    r"|(?:q[1-4]|h[12]|t[1-4]|(?:[1-4](?:\.|o|º|°|er|e|ème)?|i{1,3}|iv) ?(?:quartal|quarter|kwartał|trimestre|trim\.?"
    r"|trimestru|trimestrul|čtvrtletí|štvrťrok|negyedév|kvartal|kvartaali|neljännes|kwartaal|квартал|τρίμηνο"
    r"|halbjahr|semestre|semestru|semester|półrocze|pololetí|félév|halvår|полугодие)"
    r"|[1-4]q|[12]h|第[一二三四1-4]季度"
    r"|(?:1st|2nd|3rd|4th|first|second|third|fourth) (?:quarter|half)(?: of)?"
    r"|early|mid|late|spring|summer|autumn|fall|winter)"
    r"[\s/,-]*(?:of )?'?(\d{4}|\d{2})"
)
"""A quarter, a half or a season: what is known of it is its year."""
_QUARTER = re.compile(
    r"(?P<year>\d{4})\s*(?:[-/]?\s*(?:q(?P<q>[1-4])|(?P<n>[1-4])q)|年?\s*第?(?P<word>[一二三四1-4])季度?)"
    r"|(?:q(?P<first>[1-4])|(?P<number>[1-4])q)\s*[-/]?\s*(?P<last>\d{4})"
)
_THIRD_OF_MONTH = re.compile(r"[上中下]旬$|(?<=月)[初中末底]$")
_TWO_YEARS = re.compile(r"(?:fy\s*)?(\d{4}|\d{2})\s*[-/–]\s*(\d{4}|\d{2})")
_IN_BRACKETS = re.compile(r"[\[(【]\s*([^\[\]()【】]+?)\s*[\])】]")
"""A day in brackets, as web pages write it beside a title: ``[2017-12-07]``."""
_LAST_POINT = re.compile(r"^(\d{4}\.\s?\d{1,2}(?:\.\s?\d{1,2})?|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})\.$")
"""Hungarian and Croatian dates end with a point: ``2024.03.05.``, ``05.03.2024.``"""
_SERIAL = re.compile(r"([2-5]\d{4})(?:\.\d+)?")
"""A day as Excel counts it, from 1954 to 2064."""
_NUMERALS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_IN_NUMERALS = re.compile(
    r"([〇零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月)?(?:([一二三四五六七八九十]{1,3})日)?"
)

_LAST_YEAR = 9999
_AHEAD = 20
"""Years from now that a plan may reach."""

Parts = tuple[int, int | None, int | None]
"""Year, month and day, as far as they are told."""


def read_date(text: str, order: str = "", *, time: bool = True) -> Parts:
    """Read a date of any precision; ``order`` is ``dmy`` or ``mdy`` where the year stands last, ``roc`` where it counts
    from 1912, ``ym`` where ``2014.1`` is January and no October whose zero was cut off.

    ``time``: it stands in a list, where a time of day may follow, which is left out, and years may have two digits.
    Raises ValueError that says why it is none, or that it can be read two ways.
    """
    left = plain_date(text) if time else folded(text)
    if order == ROC and (found := of_the_republic(left)):
        return _checked(*found)
    if match := _YEAR.fullmatch(left):
        return _checked(int(match[1]), None, None)
    if time and order != ZEROS_KEPT and re.fullmatch(r"\d{4}\.1", left):
        raise refused(Unread.JANUARY_OR_OCTOBER)
    if match := COMPACT.fullmatch(left) or _YEAR_FIRST.fullmatch(left):
        return _checked(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if (match := _WORDED.fullmatch(left)) and (worded := _worded(match, time=time)):
        return worded
    if match := YEAR_LAST.fullmatch(left):
        return _year_last(match, order, time=time)
    if time and (match := _OF_TWO_MARKS.fullmatch(left)):
        return read_date(f"{match[1]}/{match[3]}/{match[5]}", order)
    if time and (found := _of_list(left)):
        return found
    raise refused(Unread.NO_FIXED_DAY if time and is_open(text) else Unread.NOT_A_DATE)


def quarter(text: str) -> tuple[int, int] | None:
    """Year and number of a quarter: ``2024Q3``, ``2024-Q3``, ``Q3 2024``, ``2024年第三季度``; None for all else."""
    match = _QUARTER.fullmatch(folded(text))
    if match is None:
        return None
    year = int(match["year"] or match["last"])
    told = match["q"] or match["n"] or match["word"] or match["first"] or match["number"]
    return (year, int(told.translate(_NUMERALS))) if 1 <= year < _LAST_YEAR else None


@lru_cache(4_096)  # a day is asked for its order, for what is unclear in it, and then read
def plain_date(text: str) -> str:
    """A folded date of a list without what says nothing of its day: marks, weekdays, times; its year in our count."""
    left = folded(_MARKS.sub("", text.strip()))
    left = match[1] if (match := _IN_BRACKETS.fullmatch(left)) else left
    left = _WEEKDAY.sub(_unless_month, left).strip()
    left = _THIRD_OF_MONTH.sub("", _TIME.sub("", left)).strip()
    left = without_words(_LAST_POINT.sub(r"\1", left))
    if match := _IN_NUMERALS.fullmatch(left):
        return "-".join(str(_numeral(one)) for one in match.groups() if one)
    return in_our_count(left)


def _unless_month(match: re.Match[str]) -> str:
    """Nothing for a day of the week; what can be a month is one where no other stands: March, marzo, dicembre.

    Beside another only ``mar`` is a day, as all days of three letters are: ``mars avril 2014`` are two months.
    """
    rest = match.string[match.end() :]
    if _IN_DIGITS.match(rest):
        return ""
    others = re.findall(rf"[{LETTERS}]+", rest)
    if not match[1] or not month_named(match[1]):
        return ""
    return match[0] if len(match[1]) > _SHORT_DAY or not any(map(month_named, others)) else ""


def _numeral(text: str) -> int:
    if "十" not in text:
        return int(text.translate(_NUMERALS))
    tens, _ten, ones = text.partition("十")
    return int(tens.translate(_NUMERALS) or 1) * 10 + int(ones.translate(_NUMERALS) or 0)


def _worded(match: re.Match[str], *, time: bool) -> Parts | None:
    month = month_named(match[2])
    year = _year(match[4], time=time)
    if month is None or year is None:
        return None
    day = match[1] or match[3]
    return _checked(year, month, int(day) if day else None)


def _year_last(match: re.Match[str], order: str, *, time: bool) -> Parts:
    first, mark, second, year = int(match[1]), match[2], int(match[3]), _year(match[4], time=time)
    if year is None:
        raise refused(Unread.NOT_A_DATE)
    order = "" if order == ZEROS_KEPT else order
    told = order or ("dmy" if mark == "." or first > 12 else "mdy" if second > 12 else "")
    short = len(match[4]) == 2 and mark == "-"
    if not order and (short or (not told and first != second)):  # 15-11-19 can begin with its year, too
        raise refused(Unread.DAY_OR_MONTH)
    day, month = (second, first) if told == "mdy" else (first, second)
    return _checked(year, month, day)


def _year(digits: str, *, time: bool) -> int | None:
    """A year of four digits, or in a list of two: 69 to 99 are of the last century, as everywhere."""
    number = int(digits.lstrip("'"))
    if len(digits) == 4:
        return number
    return number + (1900 if number > 68 else 2000) if time else None


def _of_list(left: str) -> Parts | None:
    """What lists write beside days, months and years; None where it is none of it."""
    if match := _YEAR_THEN_WORD.fullmatch(left):
        month = month_named(match[2])
        return _checked(int(match[1]), month, int(match[3]) if match[3] else None) if month else None
    if match := _MONTH_YEAR.fullmatch(left):
        return _checked(int(match[2]), int(match[1]), None)
    if match := _COMPACT_MONTH.fullmatch(left):
        return _checked(int(match[1]), int(match[2]), None)
    if match := _PART_OF_YEAR.fullmatch(left):
        return _checked(_year(match[1] or match[2], time=True) or 0, None, None)
    if (year := fiscal_year(left)) is not None:
        return _checked(year, None, None)
    if match := _SERIAL.fullmatch(left):
        found = date(1899, 12, 30) + timedelta(days=int(match[1]))
        return found.year, found.month, found.day
    return None


def is_date(text: str, order: str = "") -> bool:
    """Whether a text is a date, maybe one that can be read two ways; what only Excel takes for one is none."""
    try:
        read_date(text, order)
    except ReasonError as error:
        return error.reason.is_(Unread.DAY_OR_MONTH) or error.reason.is_(Unread.JANUARY_OR_OCTOBER)
    return not _SERIAL.fullmatch(folded(text))


def is_of_two_years(text: str) -> bool:
    """Whether a text can be a year that begins in one and ends in the next: ``2017/18``, ``17-18``, ``FY 2010/11``."""
    match = _TWO_YEARS.fullmatch(folded(text))
    return match is not None and (int(match[1]) + 1 - int(match[2])) % 100 == 0


_DAY = re.compile(r"^(\d{1,2}) ?(?:日|일|\.0|\.|º|ª|st|nd|rd|th|er|e)$")
"""A day alone, as people number it: ``4.``, ``1st``, ``1er``."""


def from_parts(year: str, month: str, day: str) -> Parts | None:
    """A date told in cells of its own; None where there is no year. Raises ValueError that says why it is none."""
    plain = _YEAR.fullmatch(folded(year))
    found = int(plain[1]) if plain else fiscal_year(year)
    if found is None:
        if year.strip():
            raise refused(Unread.NOT_A_YEAR)
        return None
    number = month_named(month)
    told = _DAY.sub(r"\1", folded(day))
    if month.strip() and number is None:
        if whole := _day_of(found, month, told):
            return whole
        raise refused(Unread.NOT_A_MONTH)
    if told and not told.isdigit():
        raise refused(Unread.NOT_A_DAY)
    return _checked(found, number, int(told) if told and number else None)


def _day_of(year: int, month: str, day: str) -> Parts | None:
    """The day that a cell of months holds whole, of that year and no other day: ``2006-10-25`` among ``červenec``."""
    try:
        found = read_date(month)
    except ValueError:
        return None
    return found if found[0] == year and found[2] and day in ("", str(found[2]), f"{found[2]:02}") else None


def read_of_the_republic(left: str) -> Parts | None:
    """A month or day whose year counts from 1912; None where there is none, or one that is far ahead."""
    found = of_the_republic(left)
    if found is None or not found[1] or found[0] > date.today().year + _AHEAD:
        return None
    try:
        return _checked(*found)
    except ValueError:
        return None


def is_unclear(cell: str) -> bool:
    """Whether a date can be read two ways."""
    try:
        read_date(cell)
    except ValueError:
        match = YEAR_LAST.fullmatch(plain_date(cell))
        return bool(match) and int(match[1]) <= 12 and int(match[3]) <= 12  # type: ignore[index]
    return False


def _checked(year: int, month: int | None, day: int | None) -> Parts:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise refused(Unread.NOT_IN_THE_CALENDAR) from None
    return year, month, day
