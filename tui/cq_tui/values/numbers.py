"""Amounts and numbers as strangers write them: ``$1,740``, ``1.5亿``, ``3,000 万元``, ``1.234,56``, ``约20亿``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from cq_tui.values.codes import Bound
from cq_tui.values.currencies import take_currency
from cq_tui.values.reasons import ReasonError, Unread, refused
from cq_tui.values.sql import Sql, literal
from cq_tui.values.units import UNITS, folded
from cq_tui.values.usual_amounts import UsualAmounts

NOTHING = frozenset(
    """- -- — – / . n/a na n.a. n.a nil none null unknown undisclosed tbd tbc confidential ? 无 無 未知 不详 不詳 未披露
    未公布 未公开 保密 待定 待确认 暂无""".split()
) | {"", "not stated", "not disclosed", "not available"}
"""What stands in a cell where nothing is known, folded."""
_LONGEST_NOTHING = max(map(len, NOTHING))
_MOST_BYTES_OF_NOTHING = max(len(word.encode()) for word in NOTHING)

_BOUNDS = (
    (Bound.NEARLY, ("近", "nearly", "close to", "almost", "up to", "最高")),
    (Bound.OVER, ("超过", "超", "逾", "不少于", "over", "more than", "at least", ">=", ">", "≥")),
    (
        Bound.ABOUT,
        ("大约", "约", "約", "about", "approx.", "approx", "approximately", "around", "circa", "ca.", "~", "≈"),
    ),
)
_MORE = re.compile(r"(?<=\d)\s*(?:余|多|\+)|(?<=[万亿元])(?:余|多|以上|\+)$")
_UNIT = "|".join(sorted(map(re.escape, filter(None, UNITS)), key=len, reverse=True))
_NUMBER = re.compile(rf"([+-]?)\s*(\d[\d.,'\s]*|[.,]\d+)\s*({_UNIT})?\.?")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'\s])\d{3})(?:\1\d{3})*")
_RANGE = re.compile(r"\d\s*(?:-|–|—|~|至|到|to)\s*\d")
_LARGEST = Decimal(10) ** 19
_FINEST = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read from a cell; ``unit`` and ``currency`` are empty where the cell does not tell them."""

    value: Decimal
    unit: str = ""
    currency: str = ""
    bound: Bound = Bound.EXACT


def is_nothing(text: str) -> bool:
    """Whether a cell says that nothing is known. Folding makes no text shorter."""
    return len(text.strip()) <= _LONGEST_NOTHING and folded(text) in NOTHING


def sql_says_something(text: Sql) -> Sql:
    """Not ``is_nothing``, of a text that folding only makes small. Its length is looked at first, for that is cheap."""
    nothing = ", ".join(literal(word) for word in sorted(NOTHING))
    return f"(strlen({text}) > {_MOST_BYTES_OF_NOTHING} OR lower({text}) NOT IN ({nothing}))"


def quantity(text: str, mark: str = ".") -> Quantity:
    """Read a number with what stands around it; ``mark`` is the decimal mark. Raises ValueError that says why not."""
    if mark == "." and (usual := UsualAmounts.read(text.strip())):  # a long list spends its time here
        return Quantity(usual[0], "", usual[1])
    left, bound = _without_bound(folded(text))
    left, currency = take_currency(left)
    if bound is Bound.EXACT:
        left, bound = _without_bound(left)
    match = _NUMBER.fullmatch(left)
    if match is None:
        raise refused(Unread.A_RANGE if _RANGE.search(left) else Unread.NOT_A_NUMBER)
    value = _value(match[2].strip(), mark)
    return Quantity(-value if match[1] == "-" else value, match[3] or "", currency, bound)


def is_amount(text: str) -> bool:
    """Whether a text is a number with whatever stands around it, or an amount that gives no one number."""
    try:
        quantity(text)
    except ReasonError as error:
        return error.reason.is_(Unread.A_RANGE) or error.reason.is_(Unread.SEPARATORS)
    return True


def scaled(number: Quantity, unit: str) -> Decimal:
    """The number in whole units: counted in its own unit, else in the column's. Raises ValueError if it is too large.

    What is finer than a hundredth of a cent is rounded: it comes from a computed cell.
    """
    value = number.value * UNITS[number.unit or unit]
    if abs(value) >= _LARGEST:
        raise refused(Unread.TOO_LARGE)
    return value.quantize(_FINEST) if value.as_tuple().exponent not in range(-4, 100) else value


def _without_bound(text: str) -> tuple[str, Bound]:
    for bound, words in _BOUNDS:
        for word in words:
            if text.startswith(word):
                return text.removeprefix(word).strip(), bound
    if _MORE.search(text):
        return _MORE.sub("", text).strip(), Bound.OVER
    return text, Bound.EXACT


def _value(digits: str, mark: str) -> Decimal:
    """The value of digits with separators. Both kinds together tell by their order which is the decimal mark."""
    digits = re.sub(r"\s+", " ", digits)
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        mark = "." if digits.rindex(".") > digits.rindex(",") else ","
    elif points > 1 or commas > 1:
        mark = "," if points else "."
    elif points + commas == 1 and len(re.split("[.,]", digits)[1]) != 3:
        mark = "." if points else ","
    whole, _mark, rest = digits.partition(mark) if digits.count(mark) == 1 else (digits, "", "")
    if not (whole == "" or whole.isdigit() or _GROUPED.fullmatch(whole)) or not (rest == "" or rest.isdigit()):
        raise refused(Unread.SEPARATORS)
    if len(digits) > 60:
        raise refused(Unread.TOO_LARGE)
    number = re.sub("[^0-9]", "", whole) or "0"
    return Decimal(f"{number}.{rest}" if rest else number)


def decimal_mark(cells: Iterable[str]) -> str:
    """Which mark the decimals of a column stand after: ``.``, ``,``, or empty where no cell tells."""
    votes = {".": 0, ",": 0}
    for cell in cells:
        for digits in re.findall(r"\d[\d.,]*\d", cell):
            points, commas = digits.count("."), digits.count(",")
            if points and commas:
                votes["." if digits.rindex(".") > digits.rindex(",") else ","] += 1
            elif points + commas > 1:
                votes["," if points else "."] += 1
            elif points + commas == 1 and len(re.split("[.,]", digits)[1]) != 3:
                votes["." if points else ","] += 1
    if votes["."] == votes[","]:
        return ""
    return "." if votes["."] > votes[","] else ","


def is_unclear(cell: str) -> bool:
    """Whether a number's only separator could be either: ``1.234``, ``1,234``."""
    return re.search(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])", cell) is not None
