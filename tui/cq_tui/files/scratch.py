"""A folder for temporary files. What a process that was killed left there goes with the next one that needs such."""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from cq_tui.terminal.leaving import put_away_if_left

_BEGINNING = "cq-tui-"
_LOCK = "lock"
_ABANDONED = 24 * 60 * 60
"""Seconds after which a folder is left over, on a file system whose locks can't tell whether it is in use."""


@contextmanager
def scratch(inside: Path | None = None) -> Iterator[Path]:
    """A new folder that only this account can enter; below ``TMPDIR`` if no other is given. Raises OSError."""
    above = inside or Path(tempfile.gettempdir())
    beginning = f".{_BEGINNING}" if inside else _BEGINNING
    _sweep(above, beginning)
    folder, lock = _make(above, beginning)
    remove = partial(shutil.rmtree, folder, ignore_errors=True)
    try:
        with put_away_if_left(remove):
            yield folder
    finally:
        remove()
        os.close(lock)


def _make(above: Path, beginning: str) -> tuple[Path, int]:
    """A folder and its lock, which falls with the process, however that ends.

    The folder gets the name that is swept when it is locked: no other process takes it for a left one before.
    """
    begun = Path(tempfile.mkdtemp(prefix=".", dir=above))
    lock = None
    try:
        lock = os.open(begun / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        folder = above / f"{beginning}{os.urandom(8).hex()}"
        begun.rename(folder)
    except BaseException:  # a full disk, or Ctrl+C
        shutil.rmtree(begun, ignore_errors=True)
        if lock is not None:
            os.close(lock)
        raise
    return folder, lock


def _sweep(above: Path, beginning: str) -> None:
    for folder in above.glob(f"{beginning}*"):
        with suppress(OSError):
            if _is_abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    """Whether a folder of this account has no process any more. Raises OSError for what is no such folder."""
    status = folder.stat(follow_symlinks=False)
    if status.st_uid != os.geteuid():
        return False
    lock = os.open(folder / _LOCK, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return time.time() - status.st_mtime > _ABANDONED
    finally:
        os.close(lock)
    return True
