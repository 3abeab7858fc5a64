"""What stands in a cell where nothing is known: ``n/a``, ``未披露``, ``not disclosed``."""

from cq_tui.values.sql import Sql, literal
from cq_tui.values.units import folded

NOTHING = frozenset(
    """- -- — – / . n/a na n.a. n.a n/s nil none null unknown undisclosed tbd tba tbc confidential ? 无 無 未知 不详
    不詳 不明 未披露 未透露 未公布 未公开 未定 非公開 保密 待定 待确认 暂无 缺失 无数据 #n/a #value! #ref!
    unbekannt k.a. brak""".split()
) | {
    "", "not stated", "not disclosed", "not available", "not known", "not applicable", "no data", "keine angabe",
    "non communiqué", "no disponible", "non disponibile", "brak danych",
}  # fmt: skip
"""What stands in a cell where nothing is known, folded."""
_LONGEST_NOTHING = max(map(len, NOTHING))
_MOST_BYTES_OF_NOTHING = max(len(word.encode()) for word in NOTHING)


def is_nothing(text: str) -> bool:
    """Whether a cell says that nothing is known. Folding makes no text shorter; no such word begins with a digit."""
    return not "0" <= text[:1] <= "9" and len(text.strip()) <= _LONGEST_NOTHING and folded(text) in NOTHING


def sql_says_something(text: Sql) -> Sql:
    """Not ``is_nothing``, of a text that folding only makes small. Its length is looked at first, for that is cheap.

    A CASE, for elsewhere than in a WHERE the engine computes both sides of an OR for all rows.
    """
    nothing = ", ".join(literal(word) for word in sorted(NOTHING))
    return f"CASE WHEN strlen({text}) > {_MOST_BYTES_OF_NOTHING} THEN true ELSE lower({text}) NOT IN ({nothing}) END"
