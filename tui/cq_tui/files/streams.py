"""What can be written into but not replaced: the open files of this process, pipes, character devices."""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cq_tui.values.expressions import later

_DESCRIPTOR = later(r"/dev/(stdout|stderr)|(?:/dev/fd|/proc/self/fd)/(\d{1,6})")
_NAMED = {"stdout": 1, "stderr": 2}
_PATIENCE = 5.0
"""Seconds that a pipe is waited for until somebody reads from it; then it is given up with a message."""
_PAUSE = 0.05


class Stream(NamedTuple):
    """Something to write into: a path, or a descriptor that this process has open."""

    path: Path
    descriptor: int | None = None

    @contextlib.contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Open it for writing. Raises OSError; ENXIO where nobody reads from the pipe."""
        descriptor = self._open() if self.descriptor is None else os.dup(self.descriptor)
        with os.fdopen(descriptor, "wb") as file:
            yield file

    def _open(self) -> int:
        """Open without waiting for ever: a shell would, but a shell has no dialog to come back to."""
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                descriptor = os.open(self.path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
            except OSError as error:
                if error.errno != errno.ENXIO or time.monotonic() > end:
                    raise
                time.sleep(_PAUSE)
            else:
                os.set_blocking(descriptor, True)
                return descriptor


def open_stream(path: Path) -> Stream | None:
    """The stream that a path leads to; None for a regular file, a folder, or nothing."""
    if found := _DESCRIPTOR.fullmatch(str(path)):
        return Stream(path, _NAMED[found[1]] if found[1] else int(found[2]))
    try:
        mode = path.stat().st_mode
    except OSError:
        return None
    return Stream(path) if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode) else None
