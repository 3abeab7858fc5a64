"""Whether there is a prepared file beside an archive that a session may open, as far as can be seen from outside."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from cq_tui.archive.read import Archive
from cq_tui.language import _
from cq_tui.values.clean import clean_line

NAME = "prepared.duckdb"
"""What the file is called, in the archive's folder beside ``data/``."""
BASIS, HASHES, RECORDS = "basis", "hashes", "records"
"""The keys of its header: what it rests on, the SHA-256 of each file, the records that are no tables."""
_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH

_damaged: set[tuple[int, ...]] = set()
"""The files that were found damaged, as they look from outside: one that is made anew looks different."""


class Prepared(NamedTuple):
    """A prepared file, and what it must rest on to be taken."""

    path: Path
    basis: str
    is_own: bool = False
    """Whether this account or root made it. What another one says is clean, is cleaned all the same."""


def look_up(archive: Archive) -> tuple[Prepared | None, str]:
    """The prepared file of an archive, or none and why the one that is there is not taken.

    Several folders that are opened as one have none; nor has an archive without table files, which opens in no time.
    """
    if len(archive.roots) != 1 or not archive.tables:
        return None, ""
    path = archive.root.absolute() / NAME
    try:
        status = path.stat(follow_symlinks=False)
        owner_of_archive = (archive.root / "data").stat().st_uid
    except OSError:
        return None, ""
    if _seen(path) in _damaged:
        return None, damaged()
    # Hashing and JSON: most archives have no table files, and no session of theirs imports it.
    from cq_tui.store.prepared.basis import basis

    why = distrusted(status, owner_of_archive)
    return (None, why) if why else (Prepared(path, basis(archive), status.st_uid in (0, os.geteuid())), "")


def _seen(path: Path) -> tuple[int, ...]:
    try:
        status = path.stat(follow_symlinks=False)
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def distrust(path: Path) -> None:
    """Keep this session from a file whose header is whole, but in whose tables the engine found something wrong."""
    _damaged.add(_seen(path))


def damaged() -> str:
    """Why a file is not used whose content is not what it should be."""
    return _("it is damaged, or of another version")


def distrusted(status: os.stat_result, owner_of_archive: int) -> str:
    """Why the file could be somebody else's work; empty where it is not."""
    if not stat.S_ISREG(status.st_mode):
        return _("it is no regular file")
    if status.st_uid not in (0, owner_of_archive):
        return _("it belongs to somebody else")
    if status.st_mode & _BY_OTHERS:
        return _("others may write into it")
    return ""


def not_taken(root: Path, why: str) -> str:
    """One line: the prepared file of an archive is not used, why, and what makes it anew."""
    message = _("{path} is not used: {why}. cq-tui prepare {folder} makes it anew.")
    return message.format(path=clean_line(str(root / NAME)), why=clean_line(why), folder=clean_line(str(root)))
