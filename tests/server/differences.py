"""Where the two engines differ by nature, each with the reason; ``both.py`` takes these for the same.

A list that says nothing is empty, never NULL: an Array of ClickHouse can't be Nullable. Both are absent to who reads.

Groups, unions (what things are called is one, too, behind a view) and distinct values without an order stand in any
order, and so do sums of equal order among each other: neither engine promises one, and whoever asks puts them into a
dictionary.
"""

import re
from collections.abc import Sequence
from typing import Any

_NO_ORDER = re.compile(r"GROUP BY|SELECT DISTINCT|UNION ALL|FROM _called_")
_AMONG_EQUALS = ("ORDER BY _value, currency, amount DESC NULLS LAST", "GROUP BY _value, _currency ORDER BY _currency")


def is_in_no_order(sql: str) -> bool:
    """Whether the rows of a statement may stand in any order, in either engine."""
    return ("ORDER BY" not in sql and bool(_NO_ORDER.search(sql))) or sql.endswith(_AMONG_EQUALS)


def are_both_absent(one: Any, other: Any) -> bool:
    """Whether two values say nothing, each in its engine's way."""
    return (one is None or one == []) and (other is None or other == [])


def in_any_order(rows: Sequence[Any]) -> list[Any]:
    """Rows in an order that hangs on nothing but what they are."""
    return sorted(rows, key=repr)
