"""Lines of cells below each other, as the commands print tables."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

_GAP = "  "


def aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterator[str]:
    """The lines, each column as wide as its longest cell; ``right`` says of each column whether it holds numbers."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for text, width, number in zip(row, widths, right, strict=True):
            blank = " " * (width - cell_len(text))
            cells.append(blank + text if number else text + blank)
        yield _GAP.join(cells).rstrip()
