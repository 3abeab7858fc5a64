"""Making the prepared file of an archive: its tables, read and checked once for all sessions."""

import json
import os
from collections.abc import Callable
from pathlib import Path

from cq_tui.archive.problem import ArchiveError, Problem
from cq_tui.archive.read import Archive, has_changed, listed, read
from cq_tui.files.scratch import scratch
from cq_tui.files.write import WriteError, failure, put_in_place
from cq_tui.language import _
from cq_tui.store.engine.attach import read_header, why_not
from cq_tui.store.open_archive import Watch, opened
from cq_tui.store.prepared.basis import basis, hashes
from cq_tui.store.prepared.lookup import BASIS, HASHES, NAME, look_up, not_taken
from cq_tui.store.store import Cancelled, QueryError, Store
from cq_tui.store.views.first_questions import ask_first
from cq_tui.values.clean import clean_line


class NothingToPrepare(Exception):
    """An archive without table files opens at once as it is."""


def may_prepare(root: Path) -> bool:
    """Whether the prepared file of an archive can be made by this account, as far as can be seen from outside."""
    return _is_owner(root) and os.access(root, os.W_OK)


def _is_owner(root: Path) -> bool:
    try:
        return os.geteuid() in (0, (root / "data").stat().st_uid)
    except OSError:
        return False


def prepare_archive(root: Path, watch: Watch, before_writing: Callable[[], None] = lambda: None) -> list[Problem]:
    """Write the prepared file of an archive, in place of an older one; returns what is wrong with the archive, if so.

    Then, and whenever this raises, nothing is written and the older file stays as it was. ``before_writing`` is called
    when all is checked. Raises ArchiveError, NothingToPrepare, QueryError, WriteError, and Cancelled from ``watch``.
    """
    archive = read(root)
    if not archive.tables:
        raise NothingToPrepare
    try:
        if not _is_owner(root):
            message = _("{path} belongs to another account, which alone can prepare it.")
            raise WriteError(message.format(path=clean_line(str(root))))
        with scratch(inside=root) as folder:
            staged = folder / NAME
            store = Store(archive, into=staged)
            problems = opened(store, watch).problems
            if problems:
                return problems
            before_writing()
            ask_first(store, sorted({file.kind.name for file in archive.tables}))
            told = {BASIS: basis(archive), HASHES: json.dumps(hashes(root, list(archive.stamps[root])))}
            store.close_file(told)
            if store.loading.stopped:  # whoever broke it off was told that the older file stays
                raise Cancelled
            if has_changed(archive):
                raise ArchiveError(_("{path}: was changed while it was prepared; try again").format(path=root))
            put_in_place(staged, root / NAME)
    except OSError as error:
        raise WriteError(failure(str(root / NAME), error)) from None
    except QueryError as error:
        if not error.disk:
            raise
        raise WriteError(failure(str(root / NAME), OSError(error.disk, os.strerror(error.disk)))) from None
    return []


def out_of_date(root: Path) -> str:
    """The line that says why sessions don't use the prepared file of an archive; empty where they do, or have none.

    Raises ArchiveError.
    """
    return _looked_into(listed(root))[1]


def _looked_into(archive: Archive) -> tuple[dict[str, str], str]:
    """The header of the prepared file, and the line that says why sessions don't use it, if so."""
    found, why = look_up(archive)
    header = read_header(found.path) if found is not None else {}
    if found is not None:
        why = why_not(header.get(BASIS, ""), found.basis)
    return header, not_taken(archive.root, why) if why else ""


def compared(archive: Archive) -> tuple[str, list[Problem]]:
    """Whether the prepared file of an archive, if there is one, holds what stands in the archive's files.

    Returns a line where sessions don't use it, and problems where they use it although a file has other content than
    it had: size, time and inode are the same, which no ordinary change leaves so.
    """
    header, why = _looked_into(archive)
    if why or not header:
        return why, []
    then = json.loads(header.get(HASHES, "{}"))
    try:
        now = hashes(archive.root, list(archive.stamps[archive.root]))
    except OSError as error:
        return not_taken(archive.root, error.strerror or type(error).__name__), []
    message = _("holds other content than {file}; cq-tui prepare {folder} makes it anew")
    folder = clean_line(str(archive.root))
    changed = [name for name, digest in now.items() if then.get(name) != digest]
    return "", [Problem(NAME, 0, "", message.format(file=clean_line(name), folder=folder)) for name in changed]
