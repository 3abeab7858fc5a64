"""A list as one plain table of text cells with row numbers, whatever file it came from."""

import errno
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cq_tui.files.regular import NotRegularError, check_regular
from cq_tui.files.text import unreadable
from cq_tui.importing.errors import ImportProblem, Noticed, Refused
from cq_tui.importing.progress import Progress, unwatched
from cq_tui.importing.sources import delimited, nested
from cq_tui.importing.sources.apart import apart
from cq_tui.importing.sources.encoding.find import Encoding, find_encoding
from cq_tui.importing.sources.encoding.names import SUGGESTED, known_encoding
from cq_tui.importing.sources.entities import without_entities
from cq_tui.importing.sources.escapes import NOTHING, told_escapes, without_escapes
from cq_tui.importing.sources.first_bytes import TEXTS, WORKBOOKS, kind_of_file
from cq_tui.importing.sources.kept_rows import KeptRows
from cq_tui.importing.sources.labelled_cells import LOOKED_AT, labels_of
from cq_tui.importing.sources.named_persons import persons_of_table
from cq_tui.importing.sources.not_shown import told_not_shown
from cq_tui.importing.sources.objects_in_cells import objects_of_table
from cq_tui.importing.sources.printed_pages import pages_of
from cq_tui.importing.sources.quotes import QuoteFault, Quoting
from cq_tui.importing.sources.row_width import BLANKS
from cq_tui.importing.sources.scan import hash_of, scan
from cq_tui.importing.sources.written_lists import told_lists, without_brackets_of_lists
from cq_tui.language import _, listed
from cq_tui.values.clean import clean_line, normalised_row
from cq_tui.values.reasons import Reason

_MAY_BE_WRITTEN = re.compile("|".join(("&", r"[\[({]", r"\\", '""', *NOTHING)))
"""What a cell holds at least that is a list, or has a character, marks around it or nothing, as programs write them."""
WITH_SHEETS = (*WORKBOOKS, ".json", ".jsonl", ".ndjson")
"""What may hold several lists, of which ``--sheet`` names one."""
READ = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".json", ".jsonl", ".ndjson", ".parquet")

EVERY_SHEET = "*"
"""The name of a workbook's sheets with the same columns, read one below the other."""


class Part(NamedTuple):
    """Where the rows of one of several sheets begin in the whole: at ``first``, which is its own row ``own``."""

    first: int
    name: str
    own: int


@dataclass(frozen=True)
class Sheet:
    """The cells of a list, as text.

    ``rows`` are normalised (``model.clean``) and begin at the row that is numbered ``first``. ``width``: cells of
    the widest row of a workbook. ``filled`` holds the (row, column) of cells that only repeat the one above them,
    for they were merged with it. ``harmless``: no cell holds a character that ``normalise`` would touch, but for
    the ends of its lines. ``direct``: a UTF-8 file that the engine may read itself. ``blanks``: those that may stand
    around a cell of such a file. ``others`` names the sheets not chosen, ``inner`` the lists within the
    records of JSON. ``refused`` holds the rows that can't be what they seem, each with the reason; ``noticed`` what
    is told of the file although it could be read. ``points``: the columns in which a point is one of decimals, for
    the file holds numbers there, not texts. ``listed``: the columns whose cells hold several values of a list.
    """

    path: Path
    sha256: str
    size: int
    rows: Callable[[], Iterator[list[str]]]
    name: str = ""
    first: int = 1
    width: int = 0
    delimiter: str = ""
    encoding: str = ""
    filled: frozenset[tuple[int, int]] = frozenset()
    harmless: bool = False
    direct: bool = False
    blanks: str = BLANKS
    others: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    refused: Mapping[int, Reason] = field(default_factory=dict)
    noticed: tuple[Reason, ...] = ()
    points: frozenset[int] = frozenset()
    listed: frozenset[int] = frozenset()
    objects: Mapping[int, str] = field(default_factory=dict)
    """The columns whose cells hold objects of several members, each with the name of the list of these or none."""
    parts: tuple[Part, ...] = ()
    """The sheets of which it is put together, in the order of their rows; none where it is one."""
    may_lack_header: bool = False
    """Whether its rows are of a sort that mostly stands without a header, as arrays of JSON do."""

    @property
    def to_choose(self) -> tuple[str, ...]:
        """The sheets and lists of the file that may be read instead."""
        return (*self.others, *(name for name in self.inner if name != self.name))

    @property
    def _not_read(self) -> list[str]:
        read = {one.name for one in self.parts}
        return [name for name in self.to_choose if name not in read]

    @property
    def named(self) -> str:
        """Its name, or those of the sheets that it is put together of."""
        return listed(one.name for one in self.parts) if self.parts else self.name

    @property
    def others_told(self) -> str:
        """The sheets not chosen, in words; lists where the file is no workbook. Empty where there are none."""
        if not self._not_read:
            return ""
        message = _("other sheets: {names}") if self.first else _("other lists: {names}")
        return message.format(names=clean_line(listed(self._not_read)))


def open_sheet(
    path: Path, name: str = "", delimiter: str = "", encoding: str = "", progress: Progress = unwatched
) -> Sheet:
    """Open a list; what is not given is recognised. Raises ImportProblem, and what ``progress`` raises."""
    shown = clean_line(str(path))
    _check_regular(path, shown)
    kind, told = kind_of_file(path)
    match kind:
        case ending if ending in TEXTS:
            text = _with_persons(_spread(_unlabelled(_without_pages(_delimited(path, delimiter, encoding, progress)))))
            return replace(text, noticed=(*told, *text.noticed)) if told else text
        case ending if ending in WORKBOOKS:
            from cq_tui.importing.sources.workbook.read import read

            book = read(path, name, progress)
            rows = list(book.rows)
            cells = list(_normalised(rows))
            sheet = _without_pages(
                Sheet(path, hash_of(path), path.stat().st_size, lambda: iter(cells), book.name,
                      first=book.first, width=book.width, filled=book.filled, others=book.others,
                      noticed=(*told, *book.noticed, *_told_of(rows)), points=book.points)
            )  # fmt: skip
            return _with_persons(_spread(_unlabelled(sheet)))
        case ".json" | ".jsonl" | ".ndjson":
            found = apart(lambda: nested.json_rows(path, name), partial(progress, _("reading"), 0, 0))
        case ".parquet":
            found = nested.JsonTable(nested.parquet_rows(path, lambda rows: progress(_("reading"), rows, 0)))
        case _:
            message = _("{path}: is not of a kind that is read: {known}")
            raise ImportProblem(message.format(path=shown, known=" ".join(READ)))
    cells = list(_normalised(found.rows))
    told = (*told, *found.noticed, *_told_of(found.rows))
    return Sheet(path, hash_of(path), path.stat().st_size, lambda: iter(cells), found.name, first=found.first,
                 others=found.others, inner=found.inner, noticed=told, points=found.points, listed=found.listed,
                 objects=found.objects, may_lack_header=found.first > 0)  # fmt: skip


def _without_pages(sheet: Sheet) -> Sheet:
    """A sheet without what a printed list has on each page, and with the same columns on all of them."""
    if (pages := pages_of(sheet.rows(), sheet.first)) is None:
        return sheet
    filled = frozenset((row, pages.column(row - sheet.first, at)) for row, at in sheet.filled)
    return replace(sheet, rows=lambda: pages.read(sheet.rows()), harmless=False, direct=False, filled=filled,
                   refused={**sheet.refused, **pages.refused}, noticed=(*sheet.noticed, *pages.told))  # fmt: skip


def _unlabelled(sheet: Sheet) -> Sheet:
    """A sheet whose cells each say what they are with these words as its header, in the row before the first record."""
    labels = labels_of(list(islice(sheet.rows(), LOOKED_AT)))
    if labels is None:
        return sheet
    first = sheet.first if labels.numbered else sheet.first - 1
    return replace(sheet, rows=lambda: labels.taken_off(sheet.rows()), first=first, harmless=False, direct=False,
                   noticed=(*sheet.noticed, labels.told))  # fmt: skip


def _spread(sheet: Sheet) -> Sheet:
    """A sheet in which the members of objects that stand in its cells are columns."""
    if (found := objects_of_table(sheet.rows)) is None:
        return sheet
    width = max(sheet.width, found.width) + found.more if sheet.width else 0
    return replace(sheet, rows=lambda: found.spread(sheet.rows()), width=width, harmless=False, direct=False,
                   noticed=(*sheet.noticed, *found.told))  # fmt: skip


def _with_persons(sheet: Sheet) -> Sheet:
    """A sheet in which persons beside bodies have the name that these have in a column of their own."""
    if (found := persons_of_table(lambda: map(list, sheet.rows()))) is None:
        return sheet
    return replace(sheet, rows=lambda: found.named(map(list, sheet.rows())), harmless=False, direct=False,
                   noticed=(*sheet.noticed, found.told))  # fmt: skip


def _check_regular(path: Path, shown: str) -> None:
    """A list is read several times over: to recognise it, to convert it, to prove it. A pipe can be read once."""
    try:
        if str(path) == "-":  # what other programs call stdin
            raise NotRegularError(errno.EINVAL, _("it is not a regular file"))
        check_regular(path)
    except FileNotFoundError:
        raise ImportProblem(_("{path}: there is no such file").format(path=shown)) from None
    except NotRegularError as error:
        message = _("{path}: {why}; save it as a file and import that")
        raise ImportProblem(message.format(path=shown, why=error.strerror)) from None
    except OSError as error:
        raise ImportProblem(f"{shown}: {unreadable(error)}") from None


def _normalised(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    for row in rows:
        if _MAY_BE_WRITTEN.search("".join(row)):
            row = [without_brackets_of_lists(without_entities(without_escapes(cell))) for cell in row]
        yield normalised_row(row)


def _told_of(rows: Sequence[Sequence[str]]) -> tuple[Reason, ...]:
    met = any("&" in cell and without_entities(cell) != cell for row in rows for cell in row)
    return (*_told_entities(met), *told_lists(rows), *told_escapes(rows), *told_not_shown(rows))


def _told_entities(met: bool) -> tuple[Reason, ...]:
    """What is told where characters stand by the names that web pages give them."""
    return (Reason.of(Noticed.ENTITIES),) if met else ()


def _delimited(path: Path, delimiter: str, encoding: str, progress: Progress) -> Sheet:
    found = scan(path, progress)
    decided = _named(encoding, path) if encoding else find_encoding(path, found.start, valid=found.valid)
    encoding = decided.codec
    utf_8 = encoding in ("utf-8", "utf-8-sig")
    mark = delimiter or delimited.delimiter_of(path, encoding)
    width = delimited.width_of(path, encoding, mark) if found.quoted else 0
    faults = delimited.faults_of(path, encoding, mark, width, progress) if found.quoted else []
    inner = [one for one in faults if one.quoting is Quoting.HARMLESS]
    faults = [one for one in faults if one.quoting is not Quoting.HARMLESS]
    plain = [one for one in faults if one.cells == width or not width]
    may_list = found.lists or encoding.startswith("utf-16")
    lists = told_lists(delimited.rows(path, encoding, mark, width)) if may_list else ()
    escapes = told_escapes(delimited.rows(path, encoding, mark, width)) if found.escapes or not utf_8 else ()
    not_shown = () if found.harmless else told_not_shown(delimited.rows(path, encoding, mark, width))
    return Sheet(
        path,
        found.sha256,
        found.size,
        KeptRows(lambda: _normalised(delimited.rows(path, encoding, mark, width))),
        delimiter=mark,
        encoding=encoding,
        harmless=found.harmless and utf_8 and not found.entities and not lists and not escapes,
        direct=found.regular and utf_8 and not faults,
        blanks=found.blanks,
        refused={
            one.row: Reason.of(Refused.OPEN_QUOTE, line=one.line, cells=one.cells, width=width)
            for one in faults
            if one not in plain
        },
        noticed=(
            *decided.noticed,
            *_noticed(plain, inner),
            *_told_entities(found.entities),
            *lists,
            *escapes,
            *not_shown,
        ),
    )


def _named(encoding: str, path: Path) -> Encoding:
    """The encoding that was asked for. Raises ImportProblem."""
    if not (codec := known_encoding(encoding)):
        message = _("{path}: {value} is not an encoding that is known, such as {known}")
        known = {"value": clean_line(encoding), "known": ", ".join(SUGGESTED)}
        raise ImportProblem(message.format(path=clean_line(str(path)), **known))
    return Encoding("utf-8-sig" if codec == "utf-8" else codec)


def _noticed(plain: Sequence[QuoteFault], harmless: Sequence[QuoteFault]) -> tuple[Reason, ...]:
    """What is told of quotation marks that are read as plain characters, or by the number of cells.

    ``harmless``: rows with marks inside of cells that were not cut by them, which are counted with those that were.
    """
    told = []
    inner = [one for one in plain if one.quoting is Quoting.BY_WIDTH]
    if others := [one for one in plain if one.quoting is not Quoting.BY_WIDTH]:
        code = Noticed.OPEN_QUOTE if len(others) == 1 else Noticed.OPEN_QUOTES
        told.append(Reason.of(code, count=len(others), row=others[0].row, line=others[0].line))
    if inner:
        inner = sorted([*inner, *harmless], key=lambda one: one.row)
        first = inner[0]
        told.append(
            Reason.of(Noticed.INNER_QUOTES, count=len(inner), cells=first.cells, row=first.row, line=first.line)
        )
    return tuple(told)
