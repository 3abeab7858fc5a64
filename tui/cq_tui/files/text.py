"""Reading a text file within bounds. What is wrong with it is one exception, with the line where that is known."""

import errno
import os
from pathlib import Path

from cq_tui.files.regular import TooLargeError, check_regular, read_regular
from cq_tui.language import _

_MEGABYTE = 1024 * 1024
_USUAL_MOST = 16


class FileFault(Exception):
    """Why a file can't be read. The text does not name the file, for only the caller knows what it is called.

    ``line`` counts from 1; 0 where no line is known. ``missing``: there is no such file.
    """

    def __init__(self, message: str, line: int = 0, *, missing: bool = False) -> None:
        """Keep the line beside the message."""
        super().__init__(message)
        self.line = line
        self.missing = missing


def largest_file() -> int:
    """Bytes of the largest file that is read as a whole: 16 MB, or ``CQ_TUI_LARGEST_MB``."""
    given = os.environ.get("CQ_TUI_LARGEST_MB", "")
    return (int(given) if given.isdecimal() and len(given) < 6 else _USUAL_MOST) * _MEGABYTE


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of at most ``largest_file()``. Raises FileFault."""
    most = largest_file()
    try:
        return read_regular(path, most)
    except TooLargeError:
        raise FileFault(too_large(most)) from None
    except OSError as error:
        raise unreadable(error) from None


def read_text(path: Path) -> str:
    """The text of a regular UTF-8 file, without a byte-order mark, lines ended by LF. Raises FileFault."""
    raw = read_bytes(path)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise FileFault(_("is not UTF-8; save it as UTF-8"), line) from None


def check_size(path: Path) -> None:
    """Raise FileFault unless the path leads to a regular file of at most ``largest_file()``.

    For files that a library opens by their path.
    """
    most = largest_file()
    try:
        check_regular(path)
        if path.stat().st_size > most:
            raise FileFault(too_large(most))
    except OSError as error:
        raise unreadable(error) from None


def too_large(most: int) -> str:
    """The message for a file larger than ``largest_file()``."""
    return _("is larger than {most} MB, which CQ_TUI_LARGEST_MB can raise").format(most=most // _MEGABYTE)


def unreadable(error: OSError) -> FileFault:
    """An error of the system as a FileFault."""
    why = error.strerror or type(error).__name__
    return FileFault(_("can't be read: {why}").format(why=why), missing=error.errno == errno.ENOENT)
