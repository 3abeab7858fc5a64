"""SQL over all cells of a row.

The engine plans each expression apart: of many columns, which would be as many expressions, a list is made and gone
through. Of few that would take longer, for the list is made for every row.
"""

from collections.abc import Sequence

from cq_tui.values.sql import literal

_MANY = 100
_EMPTY = "''"


def first_filled(cells: Sequence[str]) -> str:
    """The first cell that is not empty."""
    if len(cells) > _MANY:
        return f"list_filter({_list(cells)}, lambda cell: cell <> '')[1]"
    return "coalesce(" + ", ".join(f"nullif({cell}, '')" for cell in cells) + ")"


def count_filled(cells: Sequence[str]) -> str:
    """How many cells are not empty."""
    if len(cells) > _MANY:
        return count_of(cells, "cell <> ''")
    return f"list_sum([{', '.join(f'({cell} <> {_EMPTY})::INTEGER' for cell in cells)}])"


def counts_of_filled(cells: Sequence[str]) -> str:
    """In how many rows each of the cells is not empty.

    No ``FILTER``: to plan it takes a time that grows with the square of their number.
    """
    return ", ".join(f"count(nullif({cell}, {_EMPTY}))" for cell in cells)


def count_of(cells: Sequence[str], condition: str) -> str:
    """Of how many cells a condition on ``cell`` is true; for few rows, for it makes a list in any case."""
    return f"len(list_filter({_list(cells)}, lambda cell: {condition}))"


def named(cells: Sequence[str], names: Sequence[str]) -> str:
    """The cells that are not empty in one text, each behind its name."""
    before = [literal(f"{name}: ") for name in names]
    if len(cells) > _MANY:
        told = f"if(cell = '', NULL, {_list(before)}[place] || cell)"
        said = f"list_transform({_list(cells)}, lambda cell, place: {told})"
        return f"array_to_string({said}, '; ')"
    each = (f"CASE WHEN {cell} <> '' THEN {name} || {cell} END" for cell, name in zip(cells, before, strict=True))
    return f"concat_ws('; ', {', '.join(each)})"


def any_contains(cells: Sequence[str], text: str) -> str:
    """Whether any cell contains a text."""
    if len(cells) > _MANY:
        return f"{count_of(cells, f'contains(cell, {literal(text)})')} > 0"
    return " OR ".join(f"contains({cell}, {literal(text)})" for cell in cells)


def _list(cells: Sequence[str]) -> str:
    return f"[{', '.join(cells)}]"
