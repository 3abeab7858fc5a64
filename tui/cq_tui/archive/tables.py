"""The table files of an archive: which there are. What they hold is read and checked by the store's engine."""

import os
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cq_tui.archive.problem import Problem
from cq_tui.archive.wording import nearest
from cq_tui.language import _, sentences
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.values.clean import clean_line

_MEGABYTE = 1024 * 1024
_USUAL_MOST = 4096

SCHEMA_FILE = "schema.toml"
"""The file in ``data/`` in which an archive declares fields, code lists and kinds of its own: no records."""
VIEWS_FILE = "views.toml"
"""The file in ``data/`` in which an archive keeps views for all its readers: no records, either."""
_BESIDE_RECORDS = (VIEWS_FILE,)
"""Files in ``data/`` that hold no records, unless the archive declares a kind of that name."""
SAME_FILE = "same.toml"
"""The file in ``data/`` in which an archive keeps which deals are one deal told twice: no records."""
NO_RECORDS = (SCHEMA_FILE, SAME_FILE)
"""The files in ``data/`` that are none of records."""
SMALL = 128 * 1024
"""Bytes of table files with a few hundred rows together."""
TABLE_ENDINGS = (".csv", ".parquet")
ENDINGS = (".toml", *TABLE_ENDINGS)
"""What a data file's name may end with."""


class TableFile(NamedTuple):
    """A file that holds a kind's records as a table; ``name`` is what it is called, its clean path in the archive."""

    path: Path
    name: str
    kind: Kind

    @property
    def is_csv(self) -> bool:
        """CSV, and not Parquet."""
        return self.path.suffix == ".csv"

    def problem(self, row: int, message: str, field: str = "") -> Problem:
        """A problem in a row: of CSV as a spreadsheet counts, the header is 1; of Parquet the first record is 1."""
        return Problem(self.name, row, field, message)


def is_small(files: Iterable[TableFile]) -> bool:
    """Whether table files have some hundred rows together."""
    try:
        return sum(file.path.stat().st_size for file in files) <= SMALL
    except OSError:
        return False


def data_files(root: Path, kinds: Container[str] = ()) -> list[Path]:
    """All data files of an archive of some kinds: those of ``data/``, then those one folder below. Raises OSError."""
    data = root / "data"
    others = {*NO_RECORDS, *(name for name in _BESIDE_RECORDS if Path(name).stem not in kinds)}
    return [
        *(path for path in sorted(data.glob("*")) if path.suffix in ENDINGS and path.name not in others),
        *(path for path in sorted(data.glob("*/*")) if path.suffix in ENDINGS),
    ]


def table_files(
    paths: Iterable[Path], called: Callable[[Path], str], schema: Schema
) -> tuple[list[TableFile], list[Problem]]:
    """The table files among an archive's data files, and what can be seen to be wrong without opening them."""
    found: list[TableFile] = []
    problems: list[Problem] = []
    for path in paths:
        if path.suffix in TABLE_ENDINGS:
            name = called(path)
            kind = schema.get(path.stem)
            if kind is None:
                message = _("is not named after a kind.")
                problems.append(
                    Problem(
                        name,
                        0,
                        "",
                        sentences(message, nearest(path.stem, list(schema)), _("data/schema.toml can declare it.")),
                    )
                )
            elif message := _unfit(path):
                problems.append(Problem(name, 0, "", message))
            else:
                found.append(TableFile(path.absolute(), name, kind))
    return found, problems


def doubles(paths: Iterable[Path], called: Callable[[Path], str]) -> Iterator[Problem]:
    """Two files for one kind in one folder: which one counts can't be told."""
    first: dict[Path, Path] = {}
    for path in paths:
        earlier = first.setdefault(path.with_suffix(""), path)
        if earlier is not path:
            message = _("stands beside {other}; a kind has one file in a folder").format(other=clean_line(earlier.name))
            yield Problem(called(path), 0, "", message)


def largest_table() -> int:
    """Bytes of the largest table file that is read: 4 GB, or ``CQ_TUI_LARGEST_TABLE_MB``."""
    given = os.environ.get("CQ_TUI_LARGEST_TABLE_MB", "")
    return (int(given) if given.isdecimal() and len(given) < 8 else _USUAL_MOST) * _MEGABYTE


def _unfit(path: Path) -> str:
    """Why a file is not opened; empty if nothing is against it."""
    try:
        status = path.stat()
    except OSError as error:
        return _("can't be read: {why}").format(why=error.strerror or type(error).__name__)
    if not path.is_file():
        return _("can't be read: {why}").format(why=_("it is not a file"))
    if not os.access(path, os.R_OK):
        return _("can't be read: {why}").format(why=_("reading it is not permitted"))
    if status.st_size > largest_table():
        most = largest_table() // _MEGABYTE
        return _("is larger than {most} MB, which CQ_TUI_LARGEST_TABLE_MB can raise").format(most=most)
    return ""
