"""An amount that is asked for in words, ``over 100 million`` or ``金额大于1亿``, as the condition that asks for it."""

import re

from cq_tui.query.spelling import with_comparison
from cq_tui.query.vocabulary import field_named, folded
from cq_tui.schema.kind import Kind
from cq_tui.values.number_ranges import amount
from cq_tui.values.ranges import NotUnderstood

_BEFORE = {
    ">": "more than|greater than|larger than|higher than|over|above|exceeding|大于|大於|超过|超過|高于|高於|多于|多於",
    ">=": "at least|no less than|not less than|不少于|不低于|不小于|至少",
    "<": "less than|lower than|smaller than|under|below|小于|小於|低于|低於|少于|少於|不到|不足",
    "<=": "at most|no more than|not more than|up to|不超过|不超過|不高于|不大于|至多",
}
_BEHIND = {">=": "及?以上|or more|and more|and above|起", "<=": "及?以下|以内|or less|and below"}
_LONGEST = 100

_NUMBER = r"(?P<number>[^\s\d]{0,4}\s*\d.*?)"


def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    name = r"(?P<name>.*?)\s*"
    before = [(sign, rf"{name}(?:{words})\s*{_NUMBER}") for sign, words in _BEFORE.items()]
    behind = [(sign, rf"{name}{_NUMBER}\s*(?:{words})") for sign, words in _BEHIND.items()]
    return [(sign, re.compile(text, re.IGNORECASE)) for sign, text in (*before, *behind)]


_PATTERNS = _patterns()


def compared_amount(text: str, kind: Kind) -> str:
    """The condition on the amounts of a kind that a text asks for in words; empty where it asks for none.

    Before the words may stand what the field or the kind is called.
    """
    if kind.money is None or len(text) > _LONGEST:
        return ""
    field = kind.by_name[kind.money.amount]
    called = {folded(one) for one in ("", kind.name, kind.label.zh, kind.label.en, kind.one.zh, kind.one.en)}
    for sign, pattern in _PATTERNS:
        match = pattern.fullmatch(text.strip())
        if match is None or not (folded(match["name"]) in called or field_named(kind, match["name"]) is field):
            continue
        try:
            value, currency = amount(field, match["number"])
        except NotUnderstood:
            continue
        return with_comparison(kind, field, sign, value, currency)
    return ""
