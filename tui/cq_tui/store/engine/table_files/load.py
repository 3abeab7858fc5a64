"""The rows of a kind's table files into its table, and what is wrong with them each for itself."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from cq_tui.archive.problem import Problem
from cq_tui.archive.tables import TableFile
from cq_tui.archive.wording import faults
from cq_tui.language import _, ngettext
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.engine.table_files.judged_apart import mark_refused
from cq_tui.store.engine.table_files.line_ends import mixed
from cq_tui.store.engine.table_files.source import UNREAD, Ask, Csv, Parquet, Source, Unfit, not_utf8, why_left_out
from cq_tui.store.engine.tables import BAD, insert_rows, table
from cq_tui.values.clean import clean_line, clean_tree
from cq_tui.values.sql import identifier

MOST_LISTED = 100
"""Problems of one sort that are listed one by one; the rest is counted."""


@dataclass
class Loaded:
    """The rows of one file in the table: from which position on, how many, and what is wrong with them.

    ``left_out``: the numbers of lines of CSV that are no rows, in order, as a spreadsheet counts.
    """

    file: TableFile
    start: int
    count: int = 0
    problems: list[Problem] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)

    def row(self, position: int) -> int:
        """The row in the file of a position in the table."""
        row = position - self.start + (Csv.first_row if self.file.is_csv else Parquet.first_row)
        for line in self.left_out:
            if line > row:
                break
            row += 1
        return row


def load(file: TableFile, start: int, ask: Ask, *, heard: bool = False) -> Loaded:
    """Read one file into its kind's table, which may be ``heard``, behind the ``start`` rows that are there."""
    loaded = Loaded(file, start)
    before = _signature(file)
    try:
        source = Csv(file) if file.is_csv else Parquet(file, ask)
        _fill(source, ask, heard=heard)
        mark_refused(file.kind, start, ask)
        loaded.count = ask(f"SELECT count(*) FROM {table(file.kind)}")[0][0] - start
        if file.is_csv:
            loaded.problems.extend(_left_out(loaded, ask))
        loaded.problems.extend(_refused(loaded, source, ask))
        if _signature(file) != before:
            loaded.problems = [_changed(file)]
    except Unfit as unfit:
        loaded.problems.extend(unfit.problems)
    except OSError as error:
        message = _("can't be read: {why}").format(why=error.strerror or type(error).__name__)
        loaded.problems.append(file.problem(0, message))
    except QueryError as error:
        if error.disk:  # which is no fault of the file
            raise
        unchanged = _signature(file) == before
        loaded.problems.append(file.problem(0, _unreadable(file, error)) if unchanged else _changed(file))
    return loaded


def _changed(file: TableFile) -> Problem:
    return file.problem(0, _("was changed while it was read; try again"))


def _signature(file: TableFile) -> tuple[int, ...]:
    try:
        status = os.stat(file.path)
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns


def _fill(source: Source, ask: Ask, *, heard: bool) -> None:
    kind: Kind = source.kind
    values = [f"{kind.sql_value(field)} AS {identifier(field.name)}" for field in kind.fields]
    bad = f"({UNREAD} OR {kind.sql_refused_but(source.empty)}) AS {BAD}"
    ask(insert_rows(kind, f"SELECT {', '.join((*values, bad))} FROM ({source.values})", heard=heard))


_OF_FILES = ("Invalid Input Error", "IO Error", "Conversion Error", "Invalid Error", "Serialization Error")
"""How an error of the engine begins that may be a file's fault; another one is no fault of what it holds."""


def _unreadable(file: TableFile, error: QueryError) -> str:
    if error.memory:
        return _("needs more memory to read than there is")
    if not str(error).startswith(_OF_FILES):
        return _("can't be taken in: {why}").format(why=clean_line(str(error)))
    if file.is_csv and mixed(file.path):
        return _("mixes ends of lines, as of Windows and of Unix; save it with one sort")
    if file.is_csv:
        return _("can't be read as CSV: a quotation mark is left open, or it is another kind of file")
    return _("can't be read as Parquet: it is cut short, damaged, or another kind of file")


def _left_out(loaded: Loaded, ask: Ask) -> Iterator[Problem]:
    """The lines of CSV that are no rows."""
    file = loaded.file
    errors = "SELECT line, min(error_type::VARCHAR), min(line_byte_position) FROM reject_errors"
    found = ask(f"{errors} GROUP BY line ORDER BY line")
    loaded.left_out = [row[0] for row in found]
    for line, sort, place in found[:MOST_LISTED]:
        yield file.problem(line, not_utf8(_line_at(file, place)) if sort == "INVALID ENCODING" else why_left_out(sort))
    yield from _rest(file, found)


def _line_at(file: TableFile, place: int) -> bytes:
    with file.path.open("rb") as opened:
        opened.seek(max(0, place - 1))
        return opened.read(4096).lstrip(b"\r\n").split(b"\n")[0]


def _refused(loaded: Loaded, source: Source, ask: Ask) -> Iterator[Problem]:
    """Rows that are no records; the model itself says why."""
    kind, file = source.kind, source.file
    bad = f"FROM {table(kind)} WHERE rowid >= {loaded.start} AND {BAD}"
    count = ask(f"SELECT count(*) {bad}")[0][0]
    if not count:
        return
    numbers = [row[0] - loaded.start for row in ask(f"SELECT rowid {bad} ORDER BY rowid LIMIT {MOST_LISTED + 1}")]
    found: list[Problem] = []
    told = 0
    for row in ask(source.rows(numbers)):
        if len(found) >= MOST_LISTED:
            break
        told += 1
        here = loaded.row(loaded.start + row[0])
        found.extend(file.problem(here, message, where) for where, message in _faults(kind, source.tree(row[1:])))
    yield from found
    if count > told:
        message = ngettext("{count} more row is no record", "{count} more rows are no records", count - told)
        yield file.problem(loaded.row(loaded.start + numbers[told]), message.format(count=count - told))


def _faults(kind: Kind, tree: dict[str, Any]) -> Iterator[tuple[str, str]]:
    try:
        kind.model.model_validate(clean_tree(tree))
    except ValidationError as error:
        for place, message in faults(error, kind):
            yield ".".join(map(str, place)), message
    else:
        yield "", _("is no record of {kind}").format(kind=kind.name)


def _rest(file: TableFile, found: list[tuple[Any, ...]]) -> Iterator[Problem]:
    if len(found) > MOST_LISTED:
        rest = len(found) - MOST_LISTED
        message = ngettext("{count} more row can't be read", "{count} more rows can't be read", rest)
        yield file.problem(found[MOST_LISTED][0], message.format(count=rest))
