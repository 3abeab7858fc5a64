"""The one door through which an archive is opened: read, its tables filled, everything checked."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from cq_tui.archive.check import problems_of
from cq_tui.archive.originals import check_anchors, load
from cq_tui.archive.problem import Problem
from cq_tui.archive.read import Archive, has_changed, listed, read_listed
from cq_tui.log import Log, timed
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.loading import Loading
from cq_tui.store.prepared.lookup import Prepared, look_up
from cq_tui.store.store import Store

_log = Log(__name__)

Watch = Callable[[Thread, Loading], None]
"""Waits for the thread that reads table files, and may tell how far it is or break it off."""


_ATTEMPTS = 3
"""How often an archive is read that changes meanwhile. One that changes all the time is shown as it was read last."""


def _wait(thread: Thread, _loading: Loading) -> None:
    thread.join()


class Opened(NamedTuple):
    """An archive with everything that is wrong with it; with problems it is not shown as if it were whole."""

    store: Store
    problems: list[Problem]


def open_archive(
    *roots: Path,
    original: Path | None = None,
    watch: Watch = _wait,
    without: str = "",
    schema: Schema | None = None,
    anew: bool = False,
) -> Opened:
    """Read and check an archive, or several as one; ``original`` is the text of a source, to prove the anchors.

    Its table files are not read where a file prepared from them stands beside it (``cq-tui prepare``), unless ``anew``;
    nor are the shipped archive's own files checked again, which were when the program was made.

    ``without`` names a folder below ``data/`` whose CSV files are left out; ``schema`` is the archive's, where it was
    needed before.

    What an import changes while it is read is read again: half of the one and half of the other would be neither.

    Raises ArchiveError if it can't be read at all, Cancelled if ``watch`` broke it off.
    """
    for _attempt in range(_ATTEMPTS):
        found = _open(roots, original, watch, without, schema, anew=anew)
        if not has_changed(found.store.archive):
            break
        _log.info("changed while it was read: %s", ", ".join(map(str, roots)))
    return found


def _open(
    roots: tuple[Path, ...], original: Path | None, watch: Watch, without: str, schema: Schema | None, *, anew: bool
) -> Opened:
    archive = listed(*roots, without=without, schema=schema)
    prepared, why_not = (None, "") if anew or without else look_up(archive)
    if prepared is not None:
        found = _of_prepared(archive, prepared, original, watch)
        if isinstance(found, Opened):
            return found
        why_not = found
    with timed(_log, "read %s", ", ".join(map(str, roots))):
        read_listed(archive, anew=anew)
        originals = load(archive, original)
    return opened(Store(archive, originals, unprepared=why_not), watch)


def _of_prepared(archive: Archive, prepared: Prepared, original: Path | None, watch: Watch) -> Opened | str:
    """The archive as it was checked when its file was prepared: only the anchors of originals are left to be proven.

    Or why the file can't be used; then nothing of the archive is read yet.
    """
    store = Store(archive, prepared=prepared)
    with timed(_log, "open %s", prepared.path):
        watch(store.begin(), store.loading)
        if why_not := store.take_prepared():
            return why_not
        store.originals = load(archive, original)
    return Opened(store, sorted([*archive.problems, *check_anchors(archive, dict(store.originals))]))


def opened(store: Store, watch: Watch) -> Opened:
    """A store whose tables are there, with everything that is wrong with its archive."""
    archive, roots = store.archive, store.archive.roots
    if archive.tables:
        with timed(_log, "read tables, %s", ", ".join(table.name for table in archive.tables)):
            watch(store.begin(), store.loading)
    problems = problems_of(archive, dict(store.originals), store.in_tables)
    _log.info("opened %s: %d problems", ", ".join(map(str, roots)), len(problems))
    for problem in problems:
        _log.warning("%s", problem)
    return Opened(store, problems)
