"""Amounts and numbers as strangers write them: ``$1,740``, ``1.5亿``, ``3,000 万元``, ``1.234,56``, ``约20亿``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import lru_cache

from cq_tui.values.bounds import without_bound
from cq_tui.values.call_numbers import is_code
from cq_tui.values.chinese_numbers import chinese_number
from cq_tui.values.codes import Bound
from cq_tui.values.currencies import may_be, take_currency
from cq_tui.values.expressions import later
from cq_tui.values.measures import UNTOLD, measure
from cq_tui.values.plainly_written import plainly_written
from cq_tui.values.reasons import Reason, ReasonError, Unread, refused
from cq_tui.values.spans_behind import without_span
from cq_tui.values.units import UNITS, folded
from cq_tui.values.unstated import is_undisclosed
from cq_tui.values.usual_amounts import UsualAmounts

_LABEL = later(
    r"^(?:计划|項目|项目|总|總|共|合计|共计|拟)*(?:投资|投資|融资|金额|金額|合同|签约)*[总總]?(?:额|額)?[:：为達达]?\s*"
)
_UNIT = "|".join(sorted(map(re.escape, filter(None, UNITS)), key=len, reverse=True))
_NUMBER = later(rf"([+-]?)\s*(\d[\d.,'\s]*|[.,]\d+)\s*({_UNIT})?\.?")
_SCIENTIFIC = later(r"([+-]?\d+(?:[.,]\d+)?)e([+-]?\d{1,2})")
_GROUPED = later(r"\d{1,3}(?:([.,'\s])\d{3})(?:\1\d{3})*")
_INDIAN = later(r"\d{1,2}(?:,\d{2})+,\d{3}")
_RANGE = later(r"\d\s*[^\d\s]{0,12}\s*(?:-|–|—|~|至|到|\bto\b|\bbis\b|\bund\b|\band\b|\.\.)\s*[^\d\s]{0,5}\s*\d")
_LIKE_A_DATE = later(r"\s*\d{4}([-/.])\s?\d{1,2}\1\s?\d{1,2}|\s*\d{1,2}([-/.])\s?\d{1,2}\2\s?\d{4}")
_VAGUE = later(
    r"[数數几幾上过過近][十百千万萬亿億]|[百千万萬亿億]元?[级級]|^[百千万萬亿億]元?(?:及?以上|以[下内])|"
    r"(?i:several|some|tens of|hundreds of|multi|(?<!undisclosed )figure)"
)
"""Words that say roughly how much, and no number: 数千万, 亿元级, several million."""
_MOST_DECIMALS = 4
"""Digits behind a comma that are decimals without doubt in a column of such."""
_MOST_IN_MONEY = 2
"""Digits behind a comma that are decimals without doubt where nothing else says so: ``825,0000`` lacks a digit."""
_UNCLEAR = later(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")
_SEPARATED = later(r"\d[\d.,]*\d")
_LARGEST = Decimal(10) ** 19
_PLACES = 4
_WIDE = Context(prec=60)
_BEHIND = later(r"(.*\d.*?)\s*\(([^()\d]+)\)")
_NOTE = later(r"(.*\d.*?)\s*\(([^()]*)\)")
"""A note behind an amount: ``RM55 million (2026 allocation)``, ``5亿元(含税)``, ``€500M (≈$545M)``."""
_EQUIVALENT = later(
    r"^(?:=|(?:equivalent to|equiv\.? to|equals|entspricht|soit|equivale a|pari a|ovvero|tj\.|相当于|约合|合)\s*)\s*"
)
"""Words before what an amount comes to in another currency."""
_YEARS = later(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BELOW_ZERO = later(r"([^\d()]*)\(([^()]*\d[^()]*)\)([^\d()]*)|()(\d[\d.,'\s]*[.,]\d\d+)-()")
"""What accountants write for less than zero: ``(500)``, ``USD (2.5m)``, ``$(500)``, and ``1,234-``.

``2.0-``, beside ``2.0+``, may as well be at most so much, and is read as neither."""
_MINUS_FIRST = later(r"-\s*([^\W\d_]\D*\d.*|[^\s\w.,+-]\D*\d.*)")
"""A minus before a currency, as in ``-€500``, ``-EUR 500``: the sign is the number's."""
_BESIDE = later(r"(\D*?)\s*(\d[\d.,'\s]*)([^\d/]*)")
"""A number with words before or behind it that may be a measure: ``250 TEUR``, ``5 mil. Kč``."""
_STRAY = later(r"[^\W\d_]{1,2}")
"""A letter or two alone, as the end of another text."""
_ON_LINES = later(r"\d[ \t\u00a0\u202f]*[\r\n][\s]*[+-]?\d")
_OF = later(r"\s+(?:d'|de|di|of|от)$")
_IN_FULL = later(r"(?<=[元圆圓])[整正]$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read from a cell; ``unit`` and ``currency`` are empty where the cell does not tell them."""

    value: Decimal
    unit: str = ""
    currency: str = ""
    bound: Bound = Bound.EXACT


_LONGEST = 1_000
"""Characters of what may be a number: a cell of thousands of coordinates would keep the patterns busy for minutes."""


def quantity(text: str, mark: str = ".", *, typed: bool = False) -> Quantity:
    """Read a number with what stands around it; ``mark`` is the decimal mark. Raises ValueError that says why not.

    ``typed``: it was typed into a filter, where what can't be told apart at a glance is asked back: no exponents, no
    numbers in brackets, no Chinese numerals.
    """
    if len(text) > _LONGEST:
        raise refused(Unread.NOT_A_NUMBER)
    if mark == "." and (usual := UsualAmounts.read(text.strip())):  # a long list spends its time here
        return Quantity(usual[0], "", usual[1])
    if typed:
        return _quantity(folded(text), mark)
    found = _reading(text, mark)
    if isinstance(found, Reason):
        raise ReasonError(found)
    return found


@lru_cache(8_192)  # what a column's cells are is asked of each in several ways, and most ways end in a number
def _reading(text: str, mark: str) -> Quantity | Reason:
    """A number that is not written as most are, or why it is none."""
    try:
        return _read(text, mark)
    except ReasonError as error:
        return error.reason


def _read(text: str, mark: str) -> Quantity:
    if _ON_LINES.search(text):  # a line break is no blank between thousands: 8 000 above 500
        raise refused(Unread.NOT_A_NUMBER)
    left = plainly_written(text)
    if (behind := _BEHIND.fullmatch(left)) and (told := measure(behind[2])):
        found = _written(behind[1], mark)
        return replace(found, unit=found.unit or told.unit, currency=found.currency or told.currency)
    if minus := _MINUS_FIRST.fullmatch(left):
        found = _written(minus[1], mark)
        return replace(found, value=-found.value)
    if (below := _BELOW_ZERO.fullmatch(left)) and (negative := _below_zero(below, mark)):
        return negative
    left = _IN_FULL.sub("", left)
    try:
        return _written(left, mark)
    except ReasonError as error:
        if error.reason.is_(Unread.NOT_A_NUMBER) and (noted := _before_note(left, mark)):
            return noted
        if (spent := without_span(left)) and (found := _written(spent, mark)).unit + found.currency:
            return found
        raise


def _before_note(text: str, mark: str) -> Quantity | None:
    """An amount with a note in brackets behind it; None where it is none.

    The note holds no other number than a year, or says what the amount comes to in another currency.
    """
    note = _NOTE.fullmatch(text)
    if note is None:
        return None
    is_plain = not any(map(str.isdigit, _YEARS.sub("", note[2])))
    try:
        found = _written(note[1], mark)
        if is_plain:
            return found if found.unit or found.currency else None
        said, count = _EQUIVALENT.subn("", note[2])
        other = _written(said, mark)
    except ReasonError:
        return None
    own, its = found.currency, other.currency
    is_another = own and its and own != its and not may_be(own, its) and not may_be(its, own)
    return found if is_another and (count or other.bound is Bound.ABOUT) else None


def _written(text: str, mark: str) -> Quantity:
    """A folded text as a number in digits; else in Chinese numerals; else with words before it that name it."""
    try:
        return _quantity(text, mark, exponents=True)
    except ReasonError as error:
        if (label := _LABEL.match(text)) and label.end() and not is_undisclosed(text):
            return _written(text[label.end() :], mark)
        if found := _in_numerals(text) or _beside_measure(text, mark):
            return found
        if error.reason.is_(Unread.NOT_A_NUMBER) and _VAGUE.search(text):
            raise refused(Unread.NO_ONE_NUMBER) from None
        if error.reason.is_(Unread.NOT_A_NUMBER) and is_undisclosed(text):
            raise refused(Unread.NOT_STATED) from None
        raise


def _below_zero(match: re.Match[str], mark: str) -> Quantity | None:
    """What brackets or a minus behind it make less than zero; None where more than a measure stands around them."""
    digits, around = match[2] or match[5], f"{match[1] or ''} {match[3] or ''}".strip()
    told = measure(around) if around else UNTOLD
    if told is None or _is_stray(match[1] or ""):
        return None
    found = _written(digits.strip(), mark)
    return replace(found, value=-found.value, unit=found.unit or told.unit, currency=found.currency or told.currency)


def _beside_measure(text: str, mark: str) -> Quantity | None:
    """A number with a measure before or behind it as headers have one; None where it is none."""
    left, bound = without_bound(text)
    match = _BESIDE.fullmatch(left)
    told = measure(f"{match[1]} {match[3]}") if match and not _is_stray(match[1]) else None
    if match is None or told is None:
        return None
    value = _value(match[2].strip(), mark)
    if match[1].endswith("-"):
        if not match[1].endswith(" -"):
            return None  # a hyphen: USDm-500
        value = -value
    return Quantity(value, told.unit, told.currency, bound)


def _is_stray(before: str) -> bool:
    """Whether a letter or two before a number would be a unit, which stand behind a number or a currency: ``b38``."""
    letters = before.strip(" .:-(")
    return _STRAY.fullmatch(letters) is not None and not take_currency(letters)[1]


def _in_numerals(text: str) -> Quantity | None:
    left, bound = without_bound(text)
    left, currency = take_currency(left)
    if bound is Bound.EXACT:
        left, bound = without_bound(left)
    found = chinese_number(left.replace(" ", ""))
    return Quantity(found[0], "ones" if found[1] else "", currency, bound) if found else None


def _quantity(text: str, mark: str, *, exponents: bool = False) -> Quantity:
    left, bound = without_bound(text)
    left, currency = take_currency(left)
    left = _OF.sub("", left) if currency else left
    if bound is Bound.EXACT:
        left, bound = without_bound(left)
    if exponents and (match := _SCIENTIFIC.fullmatch(left)):
        return Quantity(Decimal(match[1].replace(",", ".")).scaleb(int(match[2])), "", currency, bound)
    match = _NUMBER.fullmatch(left)
    if match is None:
        raise refused(Unread.A_RANGE if _RANGE.search(left) else Unread.NOT_A_NUMBER)
    value = _value(match[2].strip(), mark)
    return Quantity(-value if match[1] == "-" else value, match[3] or "", currency, bound)


def unit_in(text: str) -> str | None:
    """The unit that an amount names, empty where it names none; None for what is no amount."""
    try:
        return quantity(text).unit
    except ReasonError:
        return None


def is_amount(text: str) -> bool:
    """Whether a text is a number with whatever stands around it, or an amount that gives no one number."""
    if _LIKE_A_DATE.match(text) or is_code(text):
        return False
    try:
        quantity(text)
    except ReasonError as error:
        return any(map(error.reason.is_, (Unread.A_RANGE, Unread.SEPARATORS, Unread.NO_ONE_NUMBER, Unread.NOT_STATED)))
    return True


def scaled(number: Quantity, unit: str, places: int = _PLACES) -> Decimal:
    """The number in whole units: counted in its own unit, else in the column's. Raises ValueError if it is too large.

    What is finer than ``places`` is rounded; of an amount, finer than a hundredth of a cent, it is of a computed cell.
    """
    value = number.value * UNITS[number.unit or unit]
    if abs(value) >= _LARGEST:
        raise refused(Unread.TOO_LARGE)
    exponent = value.as_tuple().exponent
    return _WIDE.quantize(value, Decimal(1).scaleb(-places)) if exponent not in range(-places, 100) else value


def _value(digits: str, mark: str) -> Decimal:
    """The value of digits with separators. Both kinds together tell by their order which is the decimal mark."""
    digits = re.sub(r"\s+", " ", digits)
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        mark = "." if digits.rindex(".") > digits.rindex(",") else ","
    elif points + commas == 1 and len(re.split("[.,]", digits)[1]) != 3:
        if commas and mark == "." and len(digits.partition(",")[2]) > _MOST_IN_MONEY:
            raise refused(Unread.SEPARATORS)  # ``42,00000`` is as likely 42 lakh as 42
        mark = "." if points else ","
    whole, _mark, rest = digits.partition(mark) if digits.count(mark) == 1 else (digits, "", "")
    grouped = _GROUPED.fullmatch(whole) or _INDIAN.fullmatch(whole)
    if not (whole == "" or whole.isdigit() or grouped) or not (rest == "" or rest.isdigit()):
        raise refused(Unread.SEPARATORS)
    if len(digits) > 60:
        raise refused(Unread.TOO_LARGE)
    number = re.sub("[^0-9]", "", whole) or "0"
    return Decimal(f"{number}.{rest}")


_SLIP = 50
"""Among so many cells one that writes its decimals otherwise is a slip."""


def decimal_mark(cells: Iterable[str]) -> str:
    """Which mark the decimals of a column stand after: ``.``, ``,``, or empty where no cell tells."""
    votes = _votes(cells)
    if votes["."] == votes[","]:
        return ""
    return "." if votes["."] > votes[","] else ","


def has_both_marks(cells: Iterable[str]) -> bool:
    """Whether a column writes decimals both ways, more than by a slip: then no cell tells how another one is meant."""
    fewer, more = sorted(_votes(cells).values())
    return fewer * _SLIP >= more and fewer > 0


def _votes(cells: Iterable[str]) -> dict[str, int]:
    """How many cells say that decimals stand after each mark; no group of thousands begins with 0, as in ``0.254``."""
    votes = {".": 0, ",": 0}
    for cell in cells:
        for digits in _SEPARATED.findall(cell) if "." in cell or "," in cell else ():
            points, commas = digits.count("."), digits.count(",")
            if points and commas:
                votes["." if digits.rindex(".") > digits.rindex(",") else ","] += 1
            elif points + commas > 1:
                votes["," if points else "."] += 1
            elif points + commas == 1:
                decimals = len(digits) - digits.index("." if points else ",") - 1
                if (decimals != 3 or digits[0] == "0") and (points or decimals <= _MOST_DECIMALS):
                    votes["." if points else ","] += 1
    return votes


def is_unclear(cell: str) -> bool:
    """Whether a number's only separator could be either: ``1.234``, ``1,234``."""
    return _UNCLEAR.search(cell) is not None
