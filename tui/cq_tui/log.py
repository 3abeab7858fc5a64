"""The log that ``--log FILE`` asks for: what is handed from one part to another, when, and in which thread.

The modules log by the standard library, each under its own name; without ``--log`` nobody listens and nothing is made
of their words. Messages are English, for developers.
"""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

LEVELS = ("debug", "info", "warning", "error")
_LISTENED_TO = ("cq_tui", "asyncio")
_FORMAT = "%(asctime)s.%(msecs)03d %(levelname)-7s %(threadName)s %(name)s: %(message)s"


def begin_log(file: TextIO, level: str) -> None:
    """Write into a file from now on, from a level up."""
    handler = logging.StreamHandler(file)
    handler.setFormatter(_Harmless(_FORMAT, "%Y-%m-%d %H:%M:%S"))
    logging.raiseExceptions = False  # a full disk must not write tracebacks over the screen
    for name in _LISTENED_TO:
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(level.upper())
        logger.propagate = False


@contextmanager
def timed(logger: logging.Logger, what: str, *values: object) -> Iterator[None]:
    """Log at debug level how long something took, and by what exception it ended, if by one."""
    if not logger.isEnabledFor(logging.DEBUG):
        yield
        return
    begin = time.perf_counter()
    try:
        yield
    finally:
        ended = sys.exc_info()[0]
        took = (time.perf_counter() - begin) * 1000
        logger.debug(f"{what}: %.1f ms%s", *values, took, f", {ended.__name__}" if ended else "")


class _Harmless(logging.Formatter):
    """Lines that a terminal can show: of data and typing no control character arrives."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; a traceback follows it in lines of its own, indented."""
        trace, record.exc_info, record.exc_text = record.exc_info, None, None
        lines = [super().format(record).replace("\n", "\\n")]
        if trace:
            lines += [f"    {line}" for line in self.formatException(trace).split("\n")]
        return "\n".join("".join(map(_shown, line)) for line in lines)


def _shown(character: str) -> str:
    return character if character.isprintable() else ascii(character)[1:-1]
