"""The one place that writes files: the whole file or none, nothing overwritten unasked."""

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterable
from pathlib import Path

from cq_tui.language import _
from cq_tui.model.clean import clean_line

_TEMPORARY = ".cq-tui-"


class WriteError(Exception):
    """The file was not written; the text says why and what to do."""


class FileExists(WriteError):
    """Something has that name already, and replacing it was not asked for."""


def write(path: Path, pieces: Iterable[bytes], *, replace: bool = False, called: str | None = None) -> int:
    """Write a file beside its final name, then give it that name in one step; errors say ``called`` for its path.

    Returns the number of bytes. Raises FileExists, or WriteError; then nothing is left behind.
    """
    shown = clean_line(called or str(path))
    name = path.name
    if not name or name in (".", ".."):
        raise WriteError(_("{path} is not a file name.").format(path=shown))
    try:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise WriteError(failure(called or str(path.parent), error)) from None
    temporary = f"{_TEMPORARY}{os.urandom(8).hex()}.tmp"
    _sweep(folder)
    try:
        if not replace:
            _refuse_existing(name, folder, shown)
        size = _fill(temporary, folder, pieces)
        _give_name(temporary, name, folder, replace, shown)
        os.fsync(folder)
        return size
    except OSError as error:
        raise WriteError(failure(shown, error)) from None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary, dir_fd=folder)
        os.close(folder)


def _fill(temporary: str, folder: int, pieces: Iterable[bytes]) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    size = 0
    with os.fdopen(os.open(temporary, flags, 0o600, dir_fd=folder), "wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for piece in pieces:
            size += file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return size


def _sweep(folder: int) -> None:
    """Remove what a killed run left behind: temporary files that nobody holds a lock on."""
    for name in os.listdir(folder):
        if name.startswith(_TEMPORARY) and name.endswith(".tmp"):
            with contextlib.suppress(OSError):
                left = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
                try:
                    fcntl.flock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    os.unlink(name, dir_fd=folder)
                finally:
                    os.close(left)


def _refuse_existing(name: str, folder: int, shown: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.stat(name, dir_fd=folder, follow_symlinks=False)
        raise FileExists(_("{path} is there already.").format(path=shown))


def _give_name(temporary: str, name: str, folder: int, replace: bool, shown: str) -> None:
    if replace:
        os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
        return
    try:
        os.link(temporary, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except FileExistsError:
        raise FileExists(_("{path} is there already.").format(path=shown)) from None


def failure(path: str, error: OSError) -> str:
    """The line that says which path can't be written, and why in words that can be translated."""
    reasons = {
        errno.ENOENT: _("there is no such folder"),
        errno.ENOTDIR: _("there is no such folder"),
        errno.EACCES: _("writing there is not permitted"),
        errno.EPERM: _("writing there is not permitted"),
        errno.EROFS: _("the file system is read-only"),
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("the disk quota is used up"),
        errno.EISDIR: _("it is a folder"),
        errno.ENAMETOOLONG: _("the name is too long"),
    }
    why = reasons.get(error.errno or 0) or error.strerror or type(error).__name__
    return _("{path} can't be written: {why}.").format(path=clean_line(path), why=why)
