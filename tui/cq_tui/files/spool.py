"""What comes through a pipe, as a file that can be read more than once."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cq_tui.files.text import FileFault, unreadable
from cq_tui.language import _
from cq_tui.values.expressions import later

STDIN = "-"
_DESCRIPTOR = later(r"/dev/stdin|(?:/dev/fd|/proc/self/fd)/(\d{1,6})")
_MOST = 2 << 30
_CHUNK = 1 << 20
_ENDINGS = ((b"PK\x03\x04", ".xlsx"), (b"PAR1", ".parquet"), (b"\xd0\xcf\x11\xe0", ".xls"))
"""How files begin that are not text, and what their names end with."""


def piped(path: Path) -> int | None:
    """The open descriptor that a path stands for (``-``, ``<(…)``), if a pipe or a file is behind it.

    A pipe with a name is not read: whoever opens it waits until somebody writes into it.
    """
    found = _DESCRIPTOR.fullmatch(str(path))
    if str(path) != STDIN and not found:
        return None
    descriptor = int(found[1]) if found and found[1] else 0
    try:
        mode = os.fstat(descriptor).st_mode
    except OSError:
        return None
    return descriptor if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISREG(mode) else None


@contextmanager
def spooled(descriptor: int, name: str) -> Iterator[Path]:
    """All that an open descriptor gives, as a temporary file; a name without an ending gets that of the content.

    Raises FileFault, OSError where there is no room.
    """
    from cq_tui.files.scratch import scratch  # for what comes through a pipe

    with scratch() as folder, os.fdopen(os.dup(descriptor), "rb") as pipe:
        try:
            chunk = pipe.read(_CHUNK)
        except OSError as error:
            raise unreadable(error) from None
        path = folder / (name if Path(name).suffix else f"{name}{_ending(chunk)}")
        size = 0
        with path.open("wb") as file:
            while chunk:
                size += len(chunk)
                if size > _MOST:
                    raise FileFault(_("is larger than {most} MB").format(most=_MOST >> 20))
                file.write(chunk)
                chunk = pipe.read(_CHUNK)
        yield path


def _ending(start: bytes) -> str:
    """What a file's name would end with, by its first bytes; lines of records are read as JSON, too."""
    known = next((ending for mark, ending in _ENDINGS if start.startswith(mark)), "")
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return known or (".json" if text in (b"{", b"[") else ".csv")
