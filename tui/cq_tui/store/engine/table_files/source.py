"""A table file as a relation of typed values, if its columns are those of its kind."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from cq_tui.archive.problem import Problem
from cq_tui.archive.tables import TableFile
from cq_tui.archive.wording import nearest
from cq_tui.language import _, ngettext, sentences
from cq_tui.schema.field import Field
from cq_tui.schema.flat import sql_read_cell, tree_of
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.table_files.filled import filled_columns
from cq_tui.store.engine.table_files.line_ends import overlong
from cq_tui.values.clean import clean_line, normalise
from cq_tui.values.sql import any_of, identifier, literal

Ask = Callable[[str], list[tuple[Any, ...]]]

ROW = "_row"
"""The column that numbers the rows of a file from 0, in what is read to tell of them."""
UNREAD = "_unread"
"""The column that is true where a cell spells nothing of its field's type."""
MOST_COLUMNS_NAMED = 20
"""Columns of one file that are complained of by name; the rest is counted."""
LONGEST_LINE = 2 * 1024 * 1024
"""Bytes of a line of CSV: a whole record with all its texts at their longest has less."""

_BEGINNING = 256 * 1024
_BUFFER = 8 * LONGEST_LINE


class Unfit(Exception):
    """A file that can't be a table of its kind; ``problems`` say why."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems."""
        super().__init__()
        self.problems = problems


class Source:
    """What can be asked of one table file, as SQL."""

    first_row = 1
    """What the first record's row is called."""

    def __init__(self, file: TableFile) -> None:
        """Of this file."""
        self.file = file
        self.kind: Kind = file.kind

    @property
    def empty(self) -> frozenset[str]:
        """The fields of which no row says anything, as far as that is known before the rows are read."""
        return frozenset()

    @property
    def values(self) -> str:
        """SELECT of all fields by name, typed, blanks taken off texts, and whether a cell could not be read."""
        raise NotImplementedError

    def rows(self, numbers: Sequence[int]) -> str:
        """SELECT of rows as they stand in the file: their number first, then what ``tree`` takes."""
        raise NotImplementedError

    def tree(self, row: Sequence[Any]) -> dict[str, Any]:
        """A row as a data file would give it."""
        raise NotImplementedError


class Parquet(Source):
    """A Parquet file whose columns have the types of the kind's table."""

    def __init__(self, file: TableFile, ask: Ask) -> None:
        """Look at the columns. Raises Unfit."""
        super().__init__(file)
        self._path = literal(str(file.path))
        self._types = {row[0]: row[1] for row in ask(f"DESCRIBE SELECT * FROM read_parquet({self._path})")}
        fields = file.kind.by_name
        problems = _unknown(file, [name for name in self._types if name not in fields], list(fields))
        for field in file.kind.fields:
            given = self._types.get(field.name)
            if given is None and field.required:
                problems.append(_missing(file, field.name))
            elif given is not None and not field.type.takes(given):
                message = _("is of the type {given}; it must be {type}").format(given=given, type=field.type.sql_type)
                problems.append(file.problem(0, clean_line(message), field.name))
        if problems:
            raise Unfit(*problems)

    @property
    def values(self) -> str:
        """See above."""
        columns = [f"{self._value(field)} AS {identifier(field.name)}" for field in self.kind.fields]
        return f"SELECT {', '.join(columns)}, false AS {UNREAD} FROM read_parquet({self._path})"

    def _value(self, field: Field) -> str:
        if field.name not in self._types:
            return f"NULL::{field.type.sql_type}"
        return field.type.sql_take(identifier(field.name))

    def rows(self, numbers: Sequence[int]) -> str:
        """See above."""
        chosen = ", ".join(map(str, numbers))
        read = f"read_parquet({self._path}, file_row_number = true)"
        columns = ", ".join(map(identifier, self._types))
        return f"SELECT file_row_number, {columns} FROM {read} WHERE file_row_number IN ({chosen}) ORDER BY 1"

    def tree(self, row: Sequence[Any]) -> dict[str, Any]:
        """See above."""
        found = {name: _present(value) for name, value in zip(self._types, row, strict=True)}
        return {name: value for name, value in found.items() if value is not None}


def _present(value: Any) -> Any:
    """A value without what is absent in it; an absent entry of a list stays, for the model to refuse."""
    if isinstance(value, dict):
        return {name: _present(one) for name, one in value.items() if one is not None}
    return [_present(one) for one in value] if isinstance(value, list) else value


class Csv(Source):
    """A CSV file as ``export`` writes it: UTF-8, a header of the kind's columns."""

    first_row = 2

    def __init__(self, file: TableFile) -> None:
        """Look at the header. Raises Unfit, and OSError if the file can't be read."""
        super().__init__(file)
        beginning = _beginning(file)
        self._header = _header(file, beginning)
        is_whole = len(beginning) < _BEGINNING
        self._filled = filled_columns(beginning, self._header) if is_whole else frozenset(self._header)
        known = [name for field in file.kind.fields for name in field.column_names]
        if row := overlong(file.path, LONGEST_LINE):
            raise Unfit(file.problem(row, why_left_out("LINE SIZE OVER MAXIMUM")))
        problems = _unknown(file, [name for name in self._header if name not in known], known)
        twice = [name for name, count in Counter(self._header).items() if count > 1]
        message = _("stands in the header more than once")
        problems.extend(file.problem(1, message, name) for name in sorted(twice)[:MOST_COLUMNS_NAMED])
        problems.extend(
            _missing(file, " / ".join(field.column_names), 1)
            for field in file.kind.fields
            if field.required and not set(field.column_names) & set(self._header)
        )
        if problems:
            raise Unfit(*problems)

    @property
    def empty(self) -> frozenset[str]:
        """See above."""
        return frozenset(one.name for one in self.kind.fields if self._filled.isdisjoint(one.column_names))

    @property
    def read(self) -> str:
        """FROM: the rows as cells of text; rows that are none are left out and stand in ``reject_errors``."""
        columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in self._header)
        names = ", ".join(map(literal, self._header))
        return (
            f"read_csv({literal(str(self.file.path))}, auto_detect = false, header = true, delim = ',', quote = '\"', "
            f"escape = '\"', columns = {{{columns}}}, force_not_null = [{names}], max_line_size = {LONGEST_LINE}, "
            f"buffer_size = {_BUFFER}, "
            "strict_mode = true, null_padding = false, store_rejects = true, rejects_limit = 0)"
        )

    @property
    def values(self) -> str:
        """See above."""
        columns, unread, empty = [], [], self.empty
        for field in self.kind.fields:
            if field.name in empty:
                columns.append(f"NULL::{field.type.sql_type} AS {identifier(field.name)}")
                continue
            texts = [identifier(f"cell {name}") for name in field.column_names]
            columns.append(f"{field.type.sql_read(texts)} AS {identifier(field.name)}")
            if condition := field.type.sql_unread(texts):
                unread.append(condition)
        return f"SELECT {', '.join(columns)}, {any_of(unread)} AS {UNREAD} FROM ({self._cells})"

    @property
    def _cells(self) -> str:
        """SELECT of each cell as it is read.

        Cells that are read alike are read as a list: planning the same long expression for each of them takes longer
        than reading a small table.
        """
        alike: dict[str, list[str]] = {}
        cells = []
        empty = self.empty
        for field in self.kind.fields:
            if field.name in empty:
                continue
            read = sql_read_cell(field, "_cell")
            for name in field.column_names:
                cell = literal("")
                if name in self._filled:
                    group = alike.setdefault(read, [])
                    group.append(identifier(name))
                    cell = f"_alike_{[*alike].index(read)}[{len(group)}]"
                cells.append(f"{cell} AS {identifier(f'cell {name}')}")
        lists = (
            f"list_transform([{', '.join(names)}], lambda _cell: {read}) AS _alike_{number}"
            for number, (read, names) in enumerate(alike.items())
        )
        return f"SELECT {', '.join(cells)} FROM (SELECT {', '.join(lists)} FROM {self.read})"

    def rows(self, numbers: Sequence[int]) -> str:
        """See above."""
        numbered = f"SELECT row_number() OVER () - 1 AS {ROW}, * FROM {self.read}"
        names, chosen = ", ".join(map(identifier, self._header)), ", ".join(map(str, numbers))
        return f"SELECT {ROW}, {names} FROM ({numbered}) WHERE {ROW} IN ({chosen}) ORDER BY 1"

    def tree(self, row: Sequence[Any]) -> dict[str, Any]:
        """See above."""
        return tree_of(self.kind.fields, dict(zip(self._header, map(normalise, row), strict=True)))


def _beginning(file: TableFile) -> bytes:
    with file.path.open("rb") as opened:
        return opened.read(_BEGINNING)


def _header(file: TableFile, beginning: bytes) -> list[str]:
    """The names in the first line. Raises Unfit if there is none, or if it is not UTF-8."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in beginning:
        raise Unfit(file.problem(0, _("holds NUL bytes, as UTF-16 does; save it as CSV in UTF-8")))
    text = decoded(file, beginning)
    names: list[str] = []
    endless = len(beginning) == _BEGINNING and b"\n" not in beginning and b"\r" not in beginning
    with suppress(csv.Error):
        names = [] if endless else next(csv.reader(io.StringIO(text, newline=""), strict=False), [])
    if not any(names):
        raise Unfit(file.problem(1, _("has no header; the first line names the columns")))
    return [clean_line(normalise(name).strip()) for name in names]


def decoded(file: TableFile, beginning: bytes) -> str:
    """The beginning of a file as text. Raises Unfit that names the encoding if it is another one."""
    whole_lines = beginning[: beginning.rfind(b"\n") + 1] or beginning
    try:
        return whole_lines.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = whole_lines[: error.start].count(b"\n") + 1
        raise Unfit(file.problem(row, not_utf8(whole_lines))) from None


def not_utf8(lines: bytes) -> str:
    """What to do about bytes that are not UTF-8."""
    try:
        lines.decode("gb18030")
    except UnicodeDecodeError:
        return _("is not UTF-8; save it as UTF-8")
    return _("is not UTF-8 but looks like GB18030; cq-tui import reads it, or save it as CSV in UTF-8")


def why_left_out(sort: str) -> str:
    """What is wrong with a line of CSV that is no row, by the engine's name for it."""
    match sort:
        case "MISSING COLUMNS":
            return _("has fewer cells than the header")
        case "TOO MANY COLUMNS":
            return _("has more cells than the header; a cell with a comma stands in quotation marks")
        case "UNQUOTED VALUE":
            return _("has a quotation mark that is not closed, or one inside a cell that is not doubled")
        case "LINE SIZE OVER MAXIMUM":
            return _("is longer than 2 MB, more than a record can hold")
        case _:
            return _("is no row of CSV")


def _unknown(file: TableFile, names: list[str], known: list[str]) -> list[Problem]:
    """Columns that are no field, the first by name: a file may have thousands."""
    row = 1 if file.is_csv else 0
    message = _("is not a field of {kind}.").format(kind=file.kind.name)
    told = names[:MOST_COLUMNS_NAMED]
    found = [file.problem(row, sentences(message, nearest(name, known)), clean_line(name)) for name in told]
    if rest := len(names) - len(told):
        more = ngettext(
            "{count} more column is no field of {kind}", "{count} more columns are no fields of {kind}", rest
        )
        found.append(file.problem(row, more.format(count=f"{rest:,}", kind=file.kind.name)))
    return found


def _missing(file: TableFile, name: str, row: int = 0) -> Problem:
    message = _("is missing; every {kind} needs it").format(kind=file.kind.one)
    return file.problem(row, message, name)
