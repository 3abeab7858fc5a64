"""The one place that writes files: the whole file or none, nothing overwritten unasked."""

import contextlib
import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cq_tui.files.streams import Stream, open_stream
from cq_tui.language import _
from cq_tui.log import Log
from cq_tui.values.clean import clean_line

_log = Log(__name__)

_TEMPORARY = ".cq-tui-"
_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES)
"""What ``link`` answers on file systems without hard links: FAT, exFAT, many FUSE and SMB mounts."""
_NO_SYNC = (errno.EINVAL, errno.EOPNOTSUPP, errno.EBADF, errno.EACCES, errno.EPERM)
"""What ``fsync`` answers for what can't be synchronised: pipes, folders of some network file systems."""
_ABANDONED = 24 * 60 * 60
"""Seconds after which a temporary file is left over, on a file system whose locks can't tell whether it is in use."""


class WriteError(Exception):
    """The file was not written. The text is one line for the user: the file, the reason."""


class FileExists(WriteError):
    """Something has that name already, and replacing it was not asked for."""


class Target(NamedTuple):
    """Where a file goes.

    ``path``: its name, with folders unless ``folder`` is given. ``folder``: an open folder that the name is in; then no
    link is followed, so that nothing leads out of it. ``private``: a new file is for its owner alone (mode 0600), else
    as the umask says. ``streams``: the path may lead to a pipe or a character device, which is written into as it is.
    ``called``: what messages call the file instead of its path.
    """

    path: Path
    folder: int | None = None
    private: bool = False
    streams: bool = False
    called: str | None = None

    @property
    def shown(self) -> str:
        """What messages call the file; safe to print."""
        return clean_line(self.called or str(self.path))

    def numbered(self, number: int) -> "Target":
        """The same file with a number: name-2.csv."""
        path = self.path.with_stem(f"{self.path.stem}-{number}")
        return self._replace(path=path, called=path.name if self.called else None)


def write(path: Path | Target, pieces: Iterable[bytes], *, replace: bool = False, private: bool = False) -> int:
    """Write a file beside its final name, then give it that name in one step; returns the number of bytes.

    A file that is replaced keeps its mode; a link that is replaced stays, and what it leads to is replaced.
    Raises FileExists, or WriteError; then nothing is left behind.
    """
    target = path if isinstance(path, Target) else Target(path, private=private)
    try:
        _log.debug("write %s", target.shown)
        stream = None if target.folder is not None else open_stream(target.path)
        if stream is not None:
            return _into_stream(target, stream, pieces)
        with _folder_of(target, follow=replace) as (folder, name):
            return _into_folder(target, folder, name, pieces, replace)
    except OSError as error:
        _log.warning("%s is not written: %s", target.shown, error)
        raise WriteError(failure(target.shown, error)) from None


def put_in_place(staged: Path, path: Path) -> None:
    """Give a finished file of the same file system its final name in one step; what had the name is gone.

    Nobody but its owner may write into it. Raises WriteError; then it stands where it was.
    """
    try:
        with staged.open("rb") as file:
            os.fchmod(file.fileno(), stat.S_IMODE(os.fstat(file.fileno()).st_mode) & ~(stat.S_IWGRP | stat.S_IWOTH))
            _synchronise(file.fileno())
        os.replace(staged, path)
        folder = _open_folder(path.parent)
        try:
            _synchronise(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise WriteError(failure(str(path), error)) from None


def _into_stream(target: Target, stream: Stream, pieces: Iterable[bytes]) -> int:
    if not target.streams:
        raise WriteError(_("{path} is a pipe or a device, not a file.").format(path=target.shown))
    size = 0
    with stream.opened() as file:
        for piece in pieces:
            size += file.write(piece)
    return size


@contextlib.contextmanager
def _folder_of(target: Target, *, follow: bool) -> Iterator[tuple[int, str]]:
    """The open folder of a target and its name in there; what replaces a link goes where the link leads."""
    path = target.path
    if not path.name or path.name in (".", ".."):
        raise WriteError(_("{path} is not a file name.").format(path=target.shown))
    if target.folder is not None:
        yield target.folder, path.name
        return
    if follow and path.is_symlink():
        path = Path(os.path.realpath(path))
    try:
        folder = _open_folder(path.parent)
    except OSError as error:
        shown = str(path.parent) if target.called is None else target.shown
        raise WriteError(failure(shown, error)) from None
    try:
        yield folder, path.name
    finally:
        os.close(folder)


def _open_folder(path: Path) -> int:
    try:
        return os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except PermissionError:
        # A drop box: files may be put into it, and nobody may look what is there.
        return os.open(path, getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_CLOEXEC)


def _into_folder(target: Target, folder: int, name: str, pieces: Iterable[bytes], replace: bool) -> int:
    there = _status(folder, name)
    if there is not None:
        _check_replaceable(target, there, replace)
    _sweep(folder)
    temporary = f"{_TEMPORARY}{os.urandom(8).hex()}.tmp"
    try:
        size = _fill(temporary, folder, pieces, there, private=target.private)
        if replace:
            os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
        else:
            _give_new_name(target, temporary, name, folder)
        _synchronise(folder)
        return size
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary, dir_fd=folder)


def _status(folder: int, name: str) -> os.stat_result | None:
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None


def _check_replaceable(target: Target, there: os.stat_result, replace: bool) -> None:
    if stat.S_ISDIR(there.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not replace:
        raise FileExists(_("{path} is there already.").format(path=target.shown))
    if not stat.S_ISREG(there.st_mode):
        raise WriteError(_("{path} is no regular file; it is not replaced.").format(path=target.shown))


def _fill(temporary: str, folder: int, pieces: Iterable[bytes], there: os.stat_result | None, *, private: bool) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    # The kernel takes the umask off, which can't be asked for without changing it for every thread.
    mode = 0o600 if private or there is not None else 0o666
    size = 0
    with os.fdopen(os.open(temporary, flags, mode, dir_fd=folder), "wb") as file:
        # The lock tells other runs that the file is in use; it falls with the process, however that ends. Where the
        # file system has none, its age tells.
        with contextlib.suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for piece in pieces:
            size += file.write(piece)
        file.flush()
        if there is not None:
            _take_over(file.fileno(), there)
        _synchronise(file.fileno())
    return size


def _take_over(file: int, there: os.stat_result) -> None:
    """Give a file the mode and, as far as that is permitted, the owner of the one that it replaces."""
    own = os.fstat(file)
    if (own.st_uid, own.st_gid) != (there.st_uid, there.st_gid):
        with contextlib.suppress(OSError):
            os.fchown(file, there.st_uid, there.st_gid)
    with contextlib.suppress(OSError):  # FAT has no modes
        os.fchmod(file, stat.S_IMODE(there.st_mode) & 0o777)


def _synchronise(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _sweep(folder: int) -> None:
    """Remove what a killed run left behind: temporary files that nobody holds a lock on."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(_TEMPORARY) and name.endswith(".tmp"):
                with contextlib.suppress(OSError):
                    _remove_abandoned(folder, name)


def _remove_abandoned(folder: int, name: str) -> None:
    left = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    try:
        fcntl.flock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    except OSError:
        if time.time() - os.fstat(left).st_mtime < _ABANDONED:
            return
    finally:
        os.close(left)
    os.unlink(name, dir_fd=folder)


def _give_new_name(target: Target, temporary: str, name: str, folder: int) -> None:
    """Name a file as no other is named; never replaces one, even if it appeared a moment ago."""
    try:
        os.link(temporary, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except FileExistsError:
        raise FileExists(_("{path} is there already.").format(path=target.shown)) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _claim(target, name, folder)
        try:
            os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
        except OSError:
            os.unlink(name, dir_fd=folder)
            raise


def _claim(target: Target, name: str, folder: int) -> None:
    """Make an empty file of the name, which fails if there is one: all that a file system without links can do."""
    try:
        os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600, dir_fd=folder))
    except FileExistsError:
        raise FileExists(_("{path} is there already.").format(path=target.shown)) from None


def failure(path: str, error: OSError) -> str:
    """One translated line: the path can't be written, and why."""
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
        errno.EPIPE: _("the reader went away"),
        errno.ENXIO: _("nobody reads from it"),
        errno.ELOOP: _("its links lead in a circle"),
    }
    why = reasons.get(error.errno or 0) or error.strerror or type(error).__name__
    return _("{path} can't be written: {why}.").format(path=clean_line(path), why=why)
