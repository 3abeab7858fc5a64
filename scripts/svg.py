"""A screen as SVG. Rich's own export squeezes Chinese, for it counts characters where it should count cells."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.strip import Strip

_CELL, _LINE, _FONT, _EDGE = 8.4, 19, 15, 12
_BACK, _FORE = "#14171c", "#b4b9c2"
_RUNS = re.compile(r"[ -~]+|[^ -~]+")
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
        if words.strip():
            lead = len(words) - len(words.lstrip(" "))
            shown = words.strip(" ")
            left = _EDGE + (cell + cell_len(text[: match.start()]) + lead) * _CELL
            wide = cell_len(shown) * _CELL
            yield (
                f'<text x="{left:.1f}" y="{top + 14:.1f}" fill="{fore}" textLength="{wide:.1f}"{look}>'
                f"{escape(shown)}</text>"
            )


def _hex(color: Color | None, otherwise: str) -> str:
    return color.get_truecolor().hex if color is not None and not color.is_default else otherwise
