"""Lines of cells below each other, as the commands print tables."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

_GAP = "  "
_LEAST = (8, 4)
"""Cells that a column keeps where lines have to be shortened, and where even that is too much."""
_CUT = "…"


def aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterator[str]:
    """The lines, each column as wide as its longest cell; ``right`` says of each column whether it holds numbers."""
    widths = _widths(rows)
    for row in rows:
        cells = []
        for text, width, number in zip(row, widths, right, strict=True):
            blank = " " * (width - cell_len(text))
            cells.append(blank + text if number else text + blank)
        yield _GAP.join(cells).rstrip()


def fitted(rows: Sequence[Sequence[str]], right: Sequence[bool], width: int) -> list[list[str]]:
    """The rows with words shortened until lines have room in ``width`` cells; numbers are never cut.

    The widest column gives first. Where that is not enough lines stay longer.
    """
    widths = _widths(rows)
    words = [place for place, number in enumerate(right) if not number]
    too_many = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    for least in _LEAST:
        while too_many > 0 and words:
            widest = max(words, key=lambda place: widths[place])
            if widths[widest] <= least:
                break
            widths[widest] -= 1
            too_many -= 1
    return [[_cut(text, cells) for text, cells in zip(row, widths, strict=True)] for row in rows]


def _cut(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + _CUT


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
