"""Reading an archive: the files of folders with ``data/`` and ``seeds/``; records from TOML, tables by name.

First the files are listed, then they are read, or what they hold is taken from where it was kept (``kept.py``).
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cq_tui.archive.checked import CheckedFiles
from cq_tui.archive.problem import ArchiveError, Problem, file_name
from cq_tui.archive.schema import schema_as_checked, schema_of
from cq_tui.archive.tables import NO_RECORDS, SCHEMA_FILE, TableFile, data_files, doubles, table_files
from cq_tui.archive.wording import faults, nearest
from cq_tui.files.changes import finish
from cq_tui.files.lines import Lines, scan
from cq_tui.files.named import ServerRoot, archive_roots, needs_a_folder
from cq_tui.files.text import FileFault, read_text, unreadable
from cq_tui.files.toml import Toml, parse_toml
from cq_tui.files.write import WriteError
from cq_tui.language import _, sentences
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.schema.schema import Schema
from cq_tui.values.clean import clean_line

if TYPE_CHECKING:  # imported for archives that keep decisions
    from cq_tui.archive.same.tellings import Tellings

SEED_KINDS = ("sources", "passages")
DEALS = "deals"
Stamp = Mapping[str, tuple[int, int, int]]
"""The files of an archive by their paths in it, each with its number, its size and when it was written last."""


@dataclass
class SourceFile:
    """One file of the archive, and where things stand in it."""

    path: Path
    name: str
    toml: Toml | None = None
    """What was read; None where the records were kept from before."""

    @cached_property
    def lines(self) -> Lines:
        """Line numbers."""
        if self.toml is not None:
            return self.toml.lines
        try:
            return scan(read_text(self.path))
        except FileFault:  # it went away meanwhile, or the records stand in no file
            return scan("")


class Entry(NamedTuple):
    """A record and where it was read: the nth table of its kind in a file."""

    record: Record
    kind: Kind
    file: SourceFile
    position: int

    @property
    def location(self) -> str:
        """File and line of its id."""
        return f"{self.file.name}:{self.file.lines.of((self.kind.name, self.position, 'id'))}"

    def problem(self, path: tuple[str | int, ...], message: str) -> Problem:
        """A problem at a path inside this record."""
        line = self.file.lines.of((self.kind.name, self.position, *path))
        return Problem(self.file.name, line, ".".join(str(step) for step in path), message)


@dataclass
class Archive:
    """Everything read from one folder or from several, and everything found wrong with it.

    The records of ``tables`` are not in memory: the store's engine reads and checks them.
    """

    roots: tuple[Path, ...]
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tables: list[TableFile] = field(default_factory=list)
    schema: Schema = field(default_factory=schema_of)
    sources: list[SourceFile] = field(default_factory=list)
    """The files that records are read from into memory."""
    told_twice: "Tellings | None" = None
    """Which deals are one deal told twice; None where the archive keeps no decisions."""
    views: str = ""
    """The views for its readers, as their file says them; only where that stands in no folder."""
    stamps: dict[Path, Stamp] = field(default_factory=dict)
    """What each folder's files looked like from outside before they were read."""

    @property
    def root(self) -> Path:
        """The folder, the first of several."""
        return self.roots[0]

    def records(self, kind: str) -> list[Record]:
        """The records of a kind in the order of the files."""
        return [entry.record for entry in self.entries.get(kind, [])]

    def files(self) -> Iterator[Path]:
        """The files that it was read from, each once."""
        yield from dict.fromkeys(entry.file.path for entries in self.entries.values() for entry in entries)
        yield from (table.path for table in self.tables)


def shipped() -> Path:
    """The folder of the archive that comes with the program."""
    installed = Path(__file__).parent.parent / "shipped"
    return installed if installed.is_dir() else Path(__file__).parents[3]


def usual() -> tuple[Path, ...]:
    """What is opened where nothing is named: what ``CQ_TUI_ARCHIVE`` names, parted as in ``PATH``, else the shipped."""
    return archive_roots(os.environ.get("CQ_TUI_ARCHIVE", "")) or (shipped(),)


def read(*roots: Path, without: str = "", schema: Schema | None = None, anew: bool = False) -> Archive:
    """Read and validate every record of an archive, of several folders as of one; what is wrong is collected.

    See ``listed`` and ``read_listed``.
    """
    archive = listed(*roots, without=without, schema=schema)
    read_listed(archive, anew=anew)
    return archive


def listed(*roots: Path, without: str = "", schema: Schema | None = None) -> Archive:
    """An archive of which no record is read yet: its schema, its files and its tables.

    Where there are several folders, files are named with them. ``without``: the folder below ``data/`` whose CSV
    files are not read. Raises ArchiveError when there is no such folder or it holds no ``data/``.
    """
    for root in roots:
        if isinstance(root, ServerRoot):
            raise ArchiveError(needs_a_folder(root))
    different = tuple({root.absolute(): root for root in roots}.values())
    archive = Archive(different, schema=schema_of(*different) if schema is None else schema)
    for root in archive.roots:
        _list_folder(root, archive, without)
    return archive


def read_listed(archive: Archive, *, anew: bool = False) -> None:
    """Read the records; ``anew``: what was checked when the program was made is checked again."""
    as_checked = not anew and archive.roots == (shipped(),) and archive.schema is schema_as_checked()
    checked = CheckedFiles(archive.schema) if as_checked else None
    for file in archive.sources:
        _read_file(file, archive, checked)
    tell_twice(archive)


def tell_twice(archive: Archive) -> None:
    """Read what is decided of deals that are told twice, where it may be, and put it into those that are in memory."""
    if not any(one.shown.kept_in for one in archive.schema[DEALS].fields):
        return
    from cq_tui.archive.same.file import PATH, read_decisions
    from cq_tui.archive.same.tellings import otherwise, tellings

    decisions = []
    for root in archive.roots:
        read_, problems = read_decisions(root, file_name(root, root / PATH, several=len(archive.roots) > 1))
        decisions += read_
        archive.problems += problems
    found = archive.told_twice = tellings(decisions)
    archive.problems += found.problems
    there = archive.entries.get(DEALS, [])
    for position, entry in enumerate(there):
        told = found.fields_of(entry.record.id)
        for name, value in told.items():
            if getattr(entry.record, name) not in (None, value):
                archive.problems.append(entry.problem((name,), otherwise()))
        there[position] = entry._replace(record=entry.record.model_copy(update=told))


def _list_folder(root: Path, archive: Archive, without: str) -> None:
    data = root / "data"
    try:
        if not root.is_dir():
            raise ArchiveError(_("{path}: there is no such folder").format(path=clean_line(str(root))))
        if not data.is_dir():
            raise ArchiveError(
                _("{path}: is not an archive; an archive has a folder data/").format(path=clean_line(str(root)))
            )
        finish(root)
        archive.stamps[root] = _stamp(root, archive.schema)
        left_out = set((data / without).glob("*.csv")) if without else set()
        paths = [path for path in data_files(root, archive.schema) if path not in left_out]
        seeds = sorted((root / "seeds").glob("*.toml"))
    except OSError as error:
        raise ArchiveError(f"{clean_line(str(root))}: {unreadable(error)}") from None
    except WriteError as error:
        raise ArchiveError(str(error)) from None
    several = len(archive.roots) > 1
    tables, problems = table_files(paths, partial(file_name, root, several=several), archive.schema)
    archive.tables += tables
    archive.problems += [*problems, *doubles(paths, partial(file_name, root, several=several))]
    for path in (*(path for path in paths if path.suffix == ".toml"), *seeds):
        archive.sources.append(SourceFile(path, file_name(root, path, several=several)))


def has_changed(archive: Archive) -> bool:
    """Whether the files of an archive are not any more those that were read."""
    try:
        return any(_stamp(root, archive.schema) != stamp for root, stamp in archive.stamps.items())
    except OSError:  # a folder or a file went away
        return True


def _stamp(root: Path, schema: Schema) -> Stamp:
    found = {}
    for path in (*data_files(root, schema), *(root / "seeds").glob("*.toml"), *_besides(root)):
        status = path.stat(follow_symlinks=False)
        found[path.relative_to(root).as_posix()] = (status.st_ino, status.st_size, status.st_mtime_ns)
    return found


def _besides(root: Path) -> Iterator[Path]:
    """The files in ``data/`` that hold no records."""
    return (path for name in NO_RECORDS if os.path.lexists(path := root / "data" / name))


def _read_file(file: SourceFile, archive: Archive, checked: CheckedFiles | None) -> None:
    if file.path.name == SCHEMA_FILE:
        message = _("declares nothing here; an archive declares its own words in data/{file}").format(file=SCHEMA_FILE)
        archive.problems.append(Problem(file.name, 0, "", message))
        return
    try:
        text = read_text(file.path)
        if checked is not None and (records := checked.records(file.name, text)) is not None:
            file.toml = Toml(text, {})
            take(archive, file, records)
            return
        file.toml = parse_toml(text)
    except FileFault as fault:
        archive.problems.append(Problem(file.name, fault.line, "", str(fault)))
        return
    allowed = SEED_KINDS if file.path.parent.name == "seeds" else (file.path.stem,)
    for name, tables in file.toml.tree.items():
        known = archive.schema.get(name)
        if known is None:
            mend = _("data/schema.toml can declare it.") if name == file.path.stem else ""
            message = sentences(_("is not a kind."), nearest(name, list(archive.schema)), mend)
            archive.problems.append(Problem(file.name, file.lines.of((name,)), name, message))
        elif name not in allowed:
            message = _("does not belong here; it goes into {file}").format(file=f"{name}.toml")
            archive.problems.append(Problem(file.name, file.lines.of((name,)), name, message))
        elif not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            message = _("must be a list of tables; write [[{name}]] over each").format(name=name)
            archive.problems.append(Problem(file.name, file.lines.of((name,)), name, message))
        else:
            archive.entries.setdefault(name, []).extend(_validate(known, tables, file, archive.problems))


def take(archive: Archive, file: SourceFile, records: Mapping[str, Sequence[Record]]) -> None:
    """Take the records of a file, by kind, as they were checked before."""
    for kind, found in records.items():
        entries = (Entry(one, archive.schema[kind], file, place) for place, one in enumerate(found))
        archive.entries.setdefault(kind, []).extend(entries)


def _validate(kind: Kind, tables: list[Any], file: SourceFile, problems: list[Problem]) -> Iterator[Entry]:
    from pydantic import ValidationError

    for position, table in enumerate(tables):
        try:
            record = kind.model.model_validate(table)
        except ValidationError as error:
            for place, message in faults(error, kind):
                where = ".".join(str(step) for step in place)
                problems.append(Problem(file.name, file.lines.of((kind.name, position, *place)), where, message))
        else:
            yield Entry(record, kind, file, position)
