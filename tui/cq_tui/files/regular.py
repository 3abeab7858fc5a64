"""Reading files that a stranger may have put there: regular files only, and no more of them than is asked for.

A pipe or a device would be read for ever, or would wait for ever to be opened.
"""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO, TextIO

from cq_tui.language import _


class NotRegularError(OSError):
    """A pipe, a device, a socket or a folder stands where a file was expected; ``strerror`` says so."""


class TooLargeError(OSError):
    """A file holds more bytes than the caller takes; ``strerror`` says how many those are."""


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file, or a link to one, to read its bytes.

    Raises NotRegularError for anything else, OSError where it can't be opened.
    """
    # Without O_NONBLOCK opening a pipe waits for somebody to write into it. Looking first and opening then would let
    # the file be swapped in between, so it is the opened one that is looked at.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise _not_regular(path, mode)
    return open(descriptor, "rb")


def read_regular(path: Path, most: int) -> bytes:
    """All bytes of a regular file, ``most`` at most.

    Raises NotRegularError, TooLargeError, and OSError where it can't be read.
    """
    with open_regular(path) as file:
        found = file.read(most + 1)
    if len(found) > most:
        message = _("it is larger than {most} bytes").format(most=f"{most:,}")
        raise TooLargeError(errno.EFBIG, message, str(path))
    return found


def append_regular(path: Path) -> TextIO:
    """Open a regular file, or make one that is its owner's alone, to write at its end.

    A pipe without a reader would hold up the program, a terminal would be drawn over.
    Raises NotRegularError for anything else, OSError where it can't be opened.
    """
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC
    descriptor = os.open(path, flags, 0o600)
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise _not_regular(path, mode)
    return open(descriptor, "a", encoding="utf-8", errors="backslashreplace")


def check_regular(path: Path) -> None:
    """Raise NotRegularError unless the path leads to a regular file, OSError where it can't be looked at.

    For files that another library opens by their path.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise _not_regular(path, mode)


def _not_regular(path: Path, mode: int) -> NotRegularError:
    if stat.S_ISDIR(mode):
        return NotRegularError(errno.EISDIR, _("it is a folder"), str(path))
    return NotRegularError(errno.EINVAL, _("it is not a regular file"), str(path))
