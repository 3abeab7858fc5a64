"""A screen as SVG. Rich's own export squeezes Chinese, for it counts characters where it should count cells."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.strip import Strip

_CELL, _LINE, _FONT, _EDGE = 9, 20, 15, 16
_BACK, _FORE = "#14171c", "#b4b9c2"
_WIDE = 16
"""The size of a Chinese character: it fills its two cells better than one as high as the Latin letters."""
_RUNS = re.compile(r"[!-~]+(?: [!-~]+)*|─+|│|[^ -~─│]+")
"""Words that stand one cell apart, or what is not ASCII: each begins at its own cell whatever the font."""
_FAMILY = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'PingFang SC', monospace"


def svg(lines: Sequence[Strip], columns: int) -> str:
    """The picture of a screen of ``columns`` cells; no fonts and nothing else from elsewhere."""
    width, height = columns * _CELL + 2 * _EDGE, len(lines) * _LINE + 2 * _EDGE
    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" font-size="{_FONT}" '
        f'font-family="{_FAMILY}" xml:space="preserve">',
        f'<rect width="100%" height="100%" rx="8" fill="{_BACK}"/>',
    ]
    for row, line in enumerate(lines):
        pieces.extend(_line(line, _EDGE + row * _LINE))
    return "\n".join([*pieces, "</svg>", ""])


def _line(line: Strip, top: float) -> Iterator[str]:
    cell = 0
    for segment in line:
        style, cells = segment.style or Style(), cell_len(segment.text)
        back = _hex(style.bgcolor, _BACK)
        if back != _BACK:
            left = _EDGE + cell * _CELL
            yield f'<rect x="{left:.1f}" y="{top:.1f}" width="{cells * _CELL:.1f}" height="{_LINE}" fill="{back}"/>'
        if (fore := _hex(style.color, _FORE)) != back:
            yield from _text(segment.text, cell, top, fore, style)
        cell += cells


def _text(text: str, cell: int, top: float, fore: str, style: Style) -> Iterator[str]:
    """The words of a segment, Latin and Chinese apart, each at its cell and as wide as its cells."""
    look = (' font-weight="bold"' if style.bold else "") + (' text-decoration="underline"' if style.underline else "")
    for match in _RUNS.finditer(text):
        words = match[0]
        left = _EDGE + (cell + cell_len(text[: match.start()])) * _CELL
        wide = cell_len(words) * _CELL
        if words[0] == "─":
            yield f'<rect x="{left:.1f}" y="{top + _LINE / 2:.1f}" width="{wide:.1f}" height="1" fill="{fore}"/>'
        elif words == "│":
            yield f'<rect x="{left + _CELL / 2:.1f}" y="{top:.1f}" width="1" height="{_LINE}" fill="{fore}"/>'
        elif words.isascii():
            yield (
                f'<text x="{left:.1f}" y="{top + 15:.1f}" fill="{fore}" textLength="{wide:.1f}"{look}>'
                f"{escape(words)}</text>"
            )
        else:
            size = _WIDE if cell_len(words[0]) == 2 else _FONT
            places = " ".join(f"{left + cell_len(words[:n]) * _CELL + 1:.0f}" for n in range(len(words)))
            yield (
                f'<text x="{places}" y="{top + 15:.1f}" fill="{fore}" font-size="{size}"{look}>{escape(words)}</text>'
            )


def _hex(color: Color | None, otherwise: str) -> str:
    return color.get_truecolor().hex if color is not None and not color.is_default else otherwise
