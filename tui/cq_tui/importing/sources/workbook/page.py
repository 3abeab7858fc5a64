"""The tables of a web page that is called a workbook: offices' systems save such pages as ``.xls``."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from cq_tui.importing.sources.encoding.names import known_encoding
from cq_tui.importing.sources.workbook.grid import Grid, Watch

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,20})")
_HEAD = 4_096
"""Bytes in which a page says how it is encoded."""
_WATCHED = 500
_WIDEST = 1_000
"""Columns or rows that one cell may span."""


@dataclass
class _Table:
    """A table: its rows, what its cells span, and cells of rows above that reach into the row being read."""

    grid: Grid = field(default_factory=Grid)
    number: int = 0
    cells: list[str] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    """Columns that a cell of a row above still covers, each with the last row of it."""


class _Tables(HTMLParser):
    """Collects the tables of a page; those inside of others stay what their cells say."""

    def __init__(self, watch: Watch) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open = 0
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._watch = watch

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, a row, a cell, or a break of line inside of one."""
        if tag == "table":
            self._open += 1
            if self._open == 1:
                self.tables.append(_Table())
        elif self._open != 1:
            return
        elif tag == "tr":
            self._end_row()
        elif tag in ("td", "th"):
            self._end_cell()
            told = dict(attrs)
            self._span = (_number(told.get("colspan")), _number(told.get("rowspan")))
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """The end of a cell, a row or a table."""
        if tag == "table" and self._open:
            if self._open == 1:
                self._end_row()
            self._open -= 1
        elif self._open == 1 and tag in ("td", "th"):
            self._end_cell()
        elif self._open == 1 and tag == "tr":
            self._end_row()

    def handle_data(self, data: str) -> None:
        """What a cell says."""
        if self._text is not None:
            self._text.append(data)

    def close(self) -> None:
        """The end of the page, also where it is cut."""
        super().close()
        if self._open:
            self._end_row()

    def _end_cell(self) -> None:
        if self._text is None:
            return
        table, (columns, rows) = self.tables[-1], self._span
        while table.reaching.get(len(table.cells), 0) > table.number:
            table.cells.append("")
        left, top = len(table.cells) + 1, table.number + 1
        table.cells += [" ".join("".join(self._text).split()), *[""] * (columns - 1)]
        if columns > 1 or rows > 1:
            table.grid.merged.append((top, left, top + rows - 1, left + columns - 1))
            table.reaching |= dict.fromkeys(range(left - 1, left + columns - 1), top + rows - 1)
        self._text = None

    def _end_row(self) -> None:
        self._end_cell()
        table = self.tables[-1]
        if not table.cells:
            return
        table.number += 1
        table.grid.add(table.number, table.cells, hidden=False)
        table.cells = []
        if table.number % _WATCHED == 0:
            self._watch(table.number)


def _number(told: str | None) -> int:
    return min(int(told), _WIDEST) if told and told.strip().isdecimal() and int(told) else 1


def read_tables(path: Path, watch: Watch) -> dict[str, Grid]:
    """The tables that hold more than one row, by a name each. Raises ValueError where the text can't be read."""
    data = path.read_bytes()
    told = _CHARSET.search(data[:_HEAD])
    encoding = known_encoding(told[1].decode("ascii")) if told else ""
    page = _Tables(watch)
    page.feed(data.decode("utf-8-sig" if encoding in ("", "utf-8") else encoding))
    page.close()
    grids = [table.grid for table in page.tables if len(table.grid.rows) > 1]
    return {f"table {number}": grid for number, grid in enumerate(grids, 1)}
