"""Reads a sheet of a workbook, whatever kind of file that is: XLSX in both dialects, XLS, ODS."""

import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import ParseError

from cq_tui.files.text import FileFault, check_size
from cq_tui.importing.errors import ImportProblem, Noticed
from cq_tui.importing.progress import Progress, unwatched
from cq_tui.importing.sources.apart import apart
from cq_tui.importing.sources.workbook import ods, page, xls, xlsx
from cq_tui.importing.sources.workbook.grid import Grid, Watch, fill
from cq_tui.importing.sources.workbook.package import Package, checked
from cq_tui.importing.sources.workbook.tables import Area, areas, parted
from cq_tui.language import _
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

_OLD = b"\xd0\xcf\x11\xe0"
_PAGES = (b"<html", b"<!doc", b"<?xml", b"<table", b"mime-v")
_MOST_NAMED = 12
_BROKEN = (
    ParseError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, LookupError, ValueError, TypeError, EOFError,
    AttributeError, RuntimeError, OverflowError,
)  # fmt: skip
"""What a broken workbook makes its readers stumble over."""


@dataclass(frozen=True, slots=True)
class Book:
    """The chosen list of a workbook as text cells, with what was merged, the other lists, and what is told of it.

    ``first``: the number of its first row.
    """

    name: str
    rows: list[list[str]]
    first: int
    filled: frozenset[tuple[int, int]]
    others: tuple[str, ...]
    noticed: tuple[Reason, ...]
    points: frozenset[int] = frozenset()
    """The columns in which a point that could be read two ways is one of decimals: numbers, not texts, have it."""

    @property
    def width(self) -> int:
        """Cells of the widest row."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A workbook: the titles of its sheets, and what reads one."""

    visible: Sequence[str]
    hidden: Sequence[str]
    sheet: Callable[[str, Watch], Grid]
    damaged: bool = False


def read(path: Path, name: str = "", progress: Progress = unwatched) -> Book:
    """Read one list: the named one, else the first of a visible sheet with more than one row.

    ``Sheet`` names a sheet or the first table on it, ``Sheet!H3`` the table that begins there.
    Raises ImportProblem, and what ``progress`` raises.
    """
    shown = clean_line(str(path))
    watch = _watch(progress)
    try:
        with ExitStack() as opened:
            return _chosen(_open(path, shown, opened, watch), name, shown, watch)
    except (ImportProblem, KeyboardInterrupt):
        raise
    except _BROKEN:
        raise ImportProblem(_("{path}: is not a workbook that can be read").format(path=shown)) from None


def _watch(progress: Progress) -> Watch:
    def watch(rows: int) -> None:
        progress(_("reading"), rows, 0)

    return watch


def _open(path: Path, shown: str, opened: ExitStack, watch: Watch) -> _Opened:
    try:
        check_size(path)
    except FileFault as fault:
        raise ImportProblem(f"{shown}: {fault}") from None
    with path.open("rb") as file:
        start = file.read(512)
    if start.startswith(_OLD):
        return _old(path, shown, watch)
    if start.lstrip(b"\xef\xbb\xbf \r\n\t")[:6].lower().startswith(_PAGES):
        if tables := _tables(path, watch):
            return _Opened(tuple(tables), (), lambda title, _watch: tables[title])
        message = _("{path}: is a web page that is called a workbook; open it and save it as .xlsx or .csv")
        raise ImportProblem(message.format(path=shown))
    packed = opened.enter_context(checked(path))
    parts = set(packed.namelist())
    if "content.xml" in parts:
        visible, hidden = ods.titles(packed, watch)
        return _Opened(visible, hidden, lambda title, watch: ods.read_sheet(packed, title, watch))
    if any(part.endswith("workbook.bin") for part in parts):
        message = _("{path}: is a binary workbook (.xlsb); save it as .xlsx or .csv")
        raise ImportProblem(message.format(path=shown))
    package = Package(packed)
    return _Opened(package.visible, package.hidden, lambda title, watch: xlsx.read_sheet(package, title, watch))


def _tables(path: Path, watch: Watch) -> dict[str, Grid]:
    """The tables of a web page; none where it has none, or can't be read."""
    try:
        return page.read_tables(path, watch)
    except ValueError:
        return {}


def _old(path: Path, shown: str, watch: Watch) -> _Opened:
    """An OLE file: an old workbook, or a new one behind a password."""
    with path.open("rb") as file:
        if "EncryptedPackage".encode("utf-16-le") in file.read():
            message = _("{path}: is protected by a password; open it and save it without one")
            raise ImportProblem(message.format(path=shown))
    book, damaged = apart(lambda: xls.open_book(path), lambda: watch(0))
    visible, hidden = xls.titles(book)
    return _Opened(visible, hidden, lambda title, watch: xls.read_sheet(book, title, watch), damaged=damaged)


def _chosen(book: _Opened, name: str, shown: str, watch: Watch) -> Book:
    titles, hidden = _titles(book.visible), _titles(book.hidden)
    every = {**hidden, **titles}
    asked, _mark, corner = (name, "", "") if name in every else name.rpartition("!") if "!" in name else (name, "", "")
    if name and asked not in every:
        message = _("{path}: has no sheet {name}; there are: {known}")
        raise ImportProblem(message.format(path=shown, name=clean_line(name), known=", ".join(titles)))
    if not every:
        raise ImportProblem(_("{path}: has no sheet with cells").format(path=shown))
    title, grid = asked, Grid()
    for title in [asked] if name else list(titles) or list(hidden):
        grid = book.sheet(every[title], watch)
        if len([1 for cells in grid.rows if cells]) > 1:
            break
    filled = fill(grid.rows, grid.merged)
    found = areas(grid.rows)
    names = [title if number == 0 else f"{title}!{area.corner}" for number, area in enumerate(found)]
    maybe = {f"{title}!{area.corner}": area for area in parted(grid.rows)}
    if name in maybe:
        others = (title, *(one for one in maybe if one != name), *(one for one in titles if one != title))
        noticed = tuple(_noticed(grid, maybe[name], [name], hidden, damaged=book.damaged))
        return Book(
            name,
            maybe[name].of(grid.rows),
            maybe[name].top + 1,
            _within(filled, maybe[name]),
            others,
            noticed,
            _of(grid, maybe[name]),
        )
    if name and name not in names and corner:
        message = _("{path}: has no table at {name}; there are: {known}")
        raise ImportProblem(message.format(path=shown, name=clean_line(name), known=", ".join(names)))
    number = names.index(name) if name in names else 0
    area = found[number]
    others = (*(one for one in names if one != names[number]), *(one for one in titles if one != title))
    others += tuple(maybe)
    noticed = tuple(_noticed(grid, area, names, hidden, damaged=book.damaged))
    if maybe:
        noticed = (Reason.of(Noticed.PARTED, count=len(maybe), names=tuple(maybe)), *noticed)
    return Book(
        names[number], area.of(grid.rows), area.top + 1, _within(filled, area), others, noticed, _of(grid, area)
    )


def _of(grid: Grid, area: Area) -> frozenset[int]:
    """The columns of an area whose points are ones of decimals, by its own columns."""
    return frozenset(column - area.left for column in grid.points if area.left <= column <= area.right)


def _within(filled: frozenset[tuple[int, int]], area: Area) -> frozenset[tuple[int, int]]:
    """The repeated cells of an area, by its own columns."""
    inside = ((row, column) for row, column in filled if area.left <= column <= area.right)
    return frozenset((row, column - area.left) for row, column in inside if area.top < row <= area.bottom + 1)


def _noticed(grid: Grid, area: Area, names: Sequence[str], hidden: Iterable[str], *, damaged: bool) -> Iterable[Reason]:
    """What is told of a sheet although it could be read."""
    if damaged:
        yield Reason.of(Noticed.DAMAGED)
    if len(names) > 1:
        yield Reason.of(Noticed.SEVERAL_TABLES, count=len(names), chosen=area.corner, names=tuple(names))
    if grid.hidden_rows:
        yield Reason.of(Noticed.HIDDEN_ROWS, count=grid.hidden_rows)
    if columns := sorted(grid.hidden_columns):
        letters = tuple(Area(0, 0, one, one).corner.rstrip("1") for one in columns[:_MOST_NAMED])
        yield Reason.of(Noticed.HIDDEN_COLUMNS, count=len(columns), names=letters)
    if far := grid.far:
        yield Reason.of(Noticed.FAR_ROWS, row=far, last=len(grid.rows))
    if titles := tuple(hidden):
        yield Reason.of(Noticed.HIDDEN_SHEETS, names=titles[:_MOST_NAMED])


def _titles(titles: Iterable[str]) -> dict[str, str]:
    """The titles by the names that MAP.toml, seeds and screens take: clean, and each another one."""
    found: dict[str, str] = {}
    for title in titles:
        name = clean_line(title).strip()
        number = 2
        while name in found:
            name = f"{clean_line(title).strip()} ({number})"
            number += 1
        found[name] = title
    return found
