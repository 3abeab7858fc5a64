"""One process at a time: a lock file that falls with the process, and a way for file systems that have no locks."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cq_tui.values.clean import clean_line

_PAUSE = 0.1
_MOST_OWNER = 200
"""Bytes of a lock file that are looked at."""

Release = Callable[[], None]


class BusyError(Exception):
    """Another process holds the lock; the text is its host and number, as far as they are known."""


def _untold() -> None:
    """Called when waiting begins, where the caller does not show it."""


@contextmanager
def locked(path: Path, patience: float = 0, waiting: Callable[[], None] = _untold) -> Iterator[None]:
    """Hold the lock of that name, which is made where it is missing and removed in the end.

    It is waited for ``patience`` seconds; ``waiting`` is called once when that begins. Raises BusyError, OSError.
    """
    end = time.monotonic() + patience
    told = False
    while (release := _attempt(path)) is None:
        if time.monotonic() >= end:
            raise BusyError(_owner(path) or _owner(_by_name(path)))
        if not told:
            told = True
            waiting()
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        release()


def _attempt(path: Path) -> Release | None:
    """Take the lock if it can be had now; returns what gives it back."""
    descriptor = _open(path)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:  # ENOLCK, ENOSYS and others: no locks on this file system
        os.close(descriptor)
        return _attempt_by_name(path)
    if not _has_name(descriptor, path):
        os.close(descriptor)
        return None
    with suppress(OSError):  # opened for reading only; the lock holds all the same
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, _self(), 0)

    def release() -> None:
        # Removed while it is still held: who waits for it sees that its file has no name any more, and begins anew.
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)

    return release


def _open(path: Path) -> int:
    flags = os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o666)
    except PermissionError as refused:
        try:
            return os.open(path, os.O_RDONLY | flags)  # somebody else's: that can be waited for, too
        except FileNotFoundError:
            raise refused from None


def _has_name(descriptor: int, path: Path) -> bool:
    """Whether the locked file is still the one of that name: its last owner may have removed it meanwhile."""
    try:
        return os.path.samestat(path.stat(follow_symlinks=False), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _attempt_by_name(path: Path) -> Release | None:
    """The lock without flock: a second file, which only one process can make.

    It does not fall by itself. That its owner is dead can be told on the same host only; else it stays, and the message
    says whose it is, for somebody to remove it.
    """
    name = _by_name(path)
    try:
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    except FileExistsError:
        if _is_dead(_owner(name)):
            with suppress(OSError):
                name.unlink()
        return None
    os.write(descriptor, _self())
    os.close(descriptor)

    def release() -> None:
        for one in (path, name):
            with suppress(OSError):
                one.unlink()

    return release


def _by_name(path: Path) -> Path:
    return path.with_name(f"{path.name}-owner")


def _self() -> bytes:
    return f"{os.uname().nodename} {os.getpid()}".encode()


def _owner(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return clean_line(file.read(_MOST_OWNER).decode(errors="replace")).strip()
    except OSError:
        return ""


def _is_dead(owner: str) -> bool:
    host, _blank, number = owner.partition(" ")
    if host != os.uname().nodename or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
