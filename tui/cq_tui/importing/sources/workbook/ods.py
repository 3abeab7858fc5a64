"""A sheet of an OpenDocument file: numbers as they are shown where that says more than the number."""

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, iterparse

from cq_tui.importing.sources import MOST_COLUMNS
from cq_tui.importing.sources.workbook.grid import WIDEST_GAP, Grid, Watch
from cq_tui.importing.sources.workbook.package import attribute, name_of

_CONTENT = "content.xml"
_WATCHED = 500


def titles(packed: zipfile.ZipFile, watch: Watch) -> tuple[list[str], list[str]]:
    """The titles of the visible sheets, and of the hidden ones."""
    hidden_styles: set[str] = set()
    rows = 0
    every: list[tuple[str, str]] = []
    with packed.open(_CONTENT) as part:
        for event, element in iterparse(part, ("start", "end")):
            kind = name_of(element)
            if event == "start" and kind == "table":
                every.append((attribute(element, "name"), attribute(element, "style-name")))
            elif event == "end" and kind == "style":
                if any(attribute(one, "display") == "false" for one in element):
                    hidden_styles.add(attribute(element, "name"))
            elif event == "end" and kind == "table-row":
                element.clear()
                rows += 1
                if rows % _WATCHED == 0:
                    watch(0)
    visible = [title for title, style in every if style not in hidden_styles]
    return visible, [title for title, style in every if style in hidden_styles]


def read_sheet(packed: zipfile.ZipFile, title: str, watch: Watch) -> Grid:
    """The cells of a sheet."""
    grid = Grid()
    inside, number, column = False, 1, 0
    with packed.open(_CONTENT) as part:
        for event, element in iterparse(part, ("start", "end")):
            kind = name_of(element)
            if kind == "table" and (event == "start" or inside):
                inside = event == "start" and attribute(element, "name") == title
            elif event == "end" and kind == "table-column" and inside:
                times = _times(element, "columns")
                if attribute(element, "visibility") in ("collapse", "filter"):
                    grid.hidden_columns |= set(range(column, column + min(times, MOST_COLUMNS)))
                column += times
            elif event == "end" and kind == "table-row":
                if inside:
                    number = _add(grid, element, number)
                element.clear()
                if number % _WATCHED == 0:
                    watch(number)
    grid.hidden_columns = {one for one in grid.hidden_columns if one < grid.width}
    return grid


def _add(grid: Grid, row: Element, number: int) -> int:
    """Add a row as often as it stands there; returns the number of the next one."""
    texts: list[str] = []
    position = 0
    for cell in row:
        if name_of(cell) not in ("table-cell", "covered-table-cell"):
            continue
        times = _times(cell, "columns")
        if text := _text(cell).strip():
            texts.extend([""] * (position - len(texts)))
            texts.extend([text] * min(times, MOST_COLUMNS))
            grid.note(position, text, number=text == attribute(cell, "value"))
        down, across = attribute(cell, "number-rows-spanned"), attribute(cell, "number-columns-spanned")
        if down.isdecimal() and int(down) > 1:
            right = position + int(across if across.isdecimal() else "1")
            grid.merged.append((number, position + 1, number + int(down) - 1, right))
        position += times
    times = _times(row, "rows")
    hidden = attribute(row, "visibility") in ("collapse", "filter")
    for again in range(min(times, WIDEST_GAP) if texts else 0):
        grid.add(number + again, list(texts), hidden=hidden)
    return number + times


def _times(element: Element, what: str) -> int:
    """How often a cell or row is repeated."""
    given = attribute(element, f"number-{what}-repeated")
    return int(given) if given.isdecimal() else 1


def _text(cell: Element) -> str:
    kind = attribute(cell, "value-type")
    lines = ["".join(_inside(one)) for one in cell if name_of(one) in ("p", "h")]
    shown = "\n".join(lines)
    if kind == "date":
        return attribute(cell, "date-value").replace("T", " ").removesuffix(" 00:00:00")
    if kind == "boolean":
        return attribute(cell, "boolean-value")
    value = attribute(cell, "value")
    if kind in ("float", "currency") and value and not any(one.isalpha() or one in "$€£¥₹%" for one in shown):
        return value
    return shown or value


def _inside(element: Element) -> Iterator[str]:
    """The text of a paragraph; several blanks in a row are elements, and so are tabs and lines."""
    yield element.text or ""
    for child in element:
        kind = name_of(child)
        if kind == "s":
            times = attribute(child, "c")
            yield " " * min(int(times) if times.isdecimal() else 1, 1_000)
        elif kind in ("tab", "line-break"):
            yield "\n" if kind == "line-break" else "\t"
        elif kind != "annotation":
            yield from _inside(child)
        yield child.tail or ""
