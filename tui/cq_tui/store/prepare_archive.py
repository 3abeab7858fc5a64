"""Making the prepared file of an archive: its tables, read and checked once for all sessions."""

import json
import os
from collections.abc import Callable
from pathlib import Path

from cq_tui.archive.problem import ArchiveError, Problem
from cq_tui.archive.read import Archive, has_changed, read
from cq_tui.files.scratch import scratch
from cq_tui.files.write import WriteError, failure, put_in_place
from cq_tui.language import _
from cq_tui.store.engine.attach import read_header, why_not
from cq_tui.store.open_archive import Watch, opened
from cq_tui.store.prepared.basis import basis, hashes
from cq_tui.store.prepared.lookup import BASIS, HASHES, NAME, look_up, not_taken
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line


class NothingToPrepare(Exception):
    """An archive without table files opens at once as it is."""


def prepare_archive(root: Path, watch: Watch, before_writing: Callable[[], None] = lambda: None) -> list[Problem]:
    """Write the prepared file of an archive, in place of an older one; returns what is wrong with the archive, if so.

    Then, and whenever this raises, nothing is written and the older file stays as it was. ``before_writing`` is called
    when all is checked. Raises ArchiveError, NothingToPrepare, QueryError, WriteError, and Cancelled from ``watch``.
    """
    archive = read(root)
    if not archive.tables:
        raise NothingToPrepare
    try:
        if os.geteuid() not in (0, (root / "data").stat().st_uid):
            message = _("{path} belongs to another account, which alone can prepare it.")
            raise WriteError(message.format(path=clean_line(str(root))))
        with scratch(inside=root) as folder:
            staged = folder / NAME
            store = Store(archive, into=staged)
            problems = opened(store, watch).problems
            if problems:
                return problems
            before_writing()
            told = {BASIS: basis(archive), HASHES: json.dumps(hashes(root, list(archive.stamps[root])))}
            store.close_file(told)
            if has_changed(archive):
                raise ArchiveError(_("{path}: was changed while it was prepared; try again").format(path=root))
            put_in_place(staged, root / NAME)
    except OSError as error:
        raise WriteError(failure(str(root / NAME), error)) from None
    return []


def compared(archive: Archive) -> tuple[str, list[Problem]]:
    """Whether the prepared file of an archive, if there is one, holds what stands in the archive's files.

    Returns a line where sessions don't use it, and problems where they use it although a file has other content than
    it had: size, time and inode are the same, which no ordinary change leaves so.
    """
    found, why = look_up(archive)
    if found is None:
        return (not_taken(archive.root, why) if why else ""), []
    header = read_header(found.path)
    if why := why_not(header.get(BASIS, ""), found.basis):
        return not_taken(archive.root, why), []
    then = json.loads(header.get(HASHES, "{}"))
    try:
        now = hashes(archive.root, list(archive.stamps[archive.root]))
    except OSError as error:
        return not_taken(archive.root, error.strerror or type(error).__name__), []
    message = _("holds other content than {file}; cq-tui prepare {folder} makes it anew")
    folder = clean_line(str(archive.root))
    changed = [name for name, digest in now.items() if then.get(name) != digest]
    return "", [Problem(NAME, 0, "", message.format(file=clean_line(name), folder=folder)) for name in changed]
