"""Bounds of what is listed, in headers: the number of ``gifts over $ 10,000`` is no unit of amounts."""

import re

from cq_tui.values.expressions import later

_OVER = later(
    r"""
    (?: [<>≥≤]=?
      | (?<!\w) (?: over | above | from | exceeding | (?:more|less|greater|lower|smaller)\ than | at\ (?:least|most)
          | up\ to | under | below | min(?:imum|\.)? | max(?:imum|\.)? | threshold
          | ab | über | unter | mehr\ als | mindestens | höchstens | vanaf | boven | meer\ dan
          | plus\ de | à\ partir\ de | supérieure?s?\ à | más\ de | desde | a\ partir\ d[ei] | superior(?:es|i)?\ a
          | acima\ de | mais\ de | oltre | od | nad | powyżej | över | fra | yli ) (?!\w)
      | 超过 | 超過 | 大于 | 大於 | 高于 | 高於 | 不低于 | 不少于 | 逾 )
    \s* (?P<money> [€$£₹] | (?<=\s)[a-z]{3}(?=\s) )? \s*
    (?P<number> \d[\d.,' ]*\d (?: \s?(?:k|m|mn|mio|million|thousand|tsd|万|萬|亿|億) )? (?![a-z]) )
    | (?P<least> \d+(?:[.,]\d+)* \s? (?:万|萬|亿|億|千|百)* )
      (?= \s* [€$£₹元]? \s* (?: 及?以上 | or\ more | and\ (?:above|over) | oder\ mehr
          | of\ meer | ou\ plus | o\ más | o\ più | ou\ mais | lub\ więcej | a\ více | eller\ me[rd] | 이상 ) )
    """,
    re.VERBOSE,
)
_DIGIT = later(r"\d")


def without_thresholds(text: str) -> str:
    """A folded text with blanks in the place of each bound but for its currency, so that every place in it stays."""
    return _OVER.sub(_blank, text) if _DIGIT.search(text) else text


def _blank(bound: re.Match[str]) -> str:
    money = bound["money"] or ""
    before = bound.start("money") - bound.start() if money else 0
    return " " * before + money + " " * (len(bound[0]) - before - len(money))
