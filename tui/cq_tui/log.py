"""What the modules tell a log: what is handed from one part to another, when, and in which thread.

Each logs by the standard library, under its own name. That is loaded by who listens: ``--log`` (``log_file.py``), or
whoever uses the program as a library; before that nobody does, and nothing is made of the words. Messages are English,
for developers.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import logging

LEVELS = ("debug", "info", "warning", "error")
_ROOT = "cq_tui"
_DEBUG = 10


class Log:
    """The logger of a name, once there is anybody to listen."""

    def __init__(self, name: str) -> None:
        """Nothing is loaded yet."""
        self._name = name
        self._found: logging.Logger | None = None

    @property
    def listened(self) -> "logging.Logger | None":
        """The standard library's logger, where that is loaded."""
        if self._found is None and "logging" in sys.modules:
            import logging

            # Without a handler the standard library would print warnings on stderr.
            if not logging.getLogger(_ROOT).handlers:
                logging.getLogger(_ROOT).addHandler(logging.NullHandler())
            self._found = logging.getLogger(self._name)
        return self._found

    def debug(self, what: str, *values: object) -> None:
        """Tell a detail."""
        if logger := self.listened:
            logger.debug(what, *values)

    def info(self, what: str, *values: object) -> None:
        """Tell what is done."""
        if logger := self.listened:
            logger.info(what, *values)

    def warning(self, what: str, *values: object, **how: Any) -> None:
        """Tell what is wrong with what was given."""
        if logger := self.listened:
            logger.warning(what, *values, **how)

    def error(self, what: str, *values: object, **how: Any) -> None:
        """Tell what should not happen."""
        if logger := self.listened:
            logger.error(what, *values, **how)


@contextmanager
def timed(log: Log, what: str, *values: object) -> Iterator[None]:
    """Log at debug level how long something took, and by what exception it ended, if by one."""
    if not (logger := log.listened) or not logger.isEnabledFor(_DEBUG):
        yield
        return
    begin = time.perf_counter()
    try:
        yield
    finally:
        ended = sys.exc_info()[0]
        took = (time.perf_counter() - begin) * 1000
        logger.debug(f"{what}: %.1f ms%s", *values, took, f", {ended.__name__}" if ended else "")
