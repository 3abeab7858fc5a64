"""Fitting text into cells: cutting, padding and wrapping, by display width and never inside a character."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from cq_tui.widgets.base.glyphs import glyph

_NOT_AT_START = "，。、；：？！）】》”’…%,.;:?!)]}"
_NOT_AT_END = "（【《“‘([{"


def cut(text: str, width: int) -> str:
    """The text in at most ``width`` cells; what does not fit is cut and marked, in one cell."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + glyph("cut") if width > 0 else ""


def around(text: str, spans: Sequence[tuple[int, int]], width: int) -> tuple[str, list[tuple[int, int]]]:
    """A stretch of a text of at most ``width`` cells round its first span, and the spans in it.

    A third of the room stands before the span; what is left out is marked at either end.
    """
    if cell_len(text) <= width or not spans:
        return text, list(spans)
    start = spans[0][0]
    while start and cell_len(text[start - 1 : spans[0][0]]) < width // 3:
        start -= 1
    mark = glyph("cut") if start else ""
    shown = mark + cut(text[start:], width - cell_len(mark))
    moved = ((low - start + len(mark), high - start + len(mark)) for low, high in spans)
    return shown, [(low, min(high, len(shown))) for low, high in moved if 0 <= low < len(shown)]


def padded(text: str, width: int, *, right: bool = False) -> str:
    """The text with blanks to ``width`` cells, after it or before it."""
    blank = " " * max(0, width - cell_len(text))
    return blank + text if right else text + blank


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` cells: Latin words whole, Chinese between characters.

    No line begins with a closing mark or ends with an opening one. A no-break space parts no Latin words.
    """
    lines: list[str] = []
    line = ""
    for atom in _atoms(text, max(2, width)):
        if line and cell_len(line) + cell_len(atom.rstrip()) > width:
            lines.append(line.rstrip())
            line = atom.lstrip()
        else:
            line += atom
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _atoms(text: str, width: int) -> Iterator[str]:
    """Pieces that stay together: a word with the blank after it, a character with its marks."""
    held = ""
    for piece in re.findall(r"[!-~\u00a0]+ *|\s+|.", text):
        if held and (piece[0] in _NOT_AT_START or held[-1] in _NOT_AT_END):
            held += piece
            continue
        yield from _halves(held, width)
        held = piece
    yield from _halves(held, width)


def _halves(atom: str, width: int) -> Iterator[str]:
    """The atom, cut into lines of its own if it is wider than a line."""
    while cell_len(atom.rstrip()) > width:
        head = set_cell_size(atom, width).rstrip() or atom[0]
        yield head
        atom = atom[len(head) :]
    if atom:
        yield atom
