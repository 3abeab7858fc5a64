"""The file that ``--log FILE`` asks for."""

import logging
import re
from typing import TextIO

_LISTENED_TO = ("cq_tui", "asyncio")
_FORMAT = "%(asctime)s.%(msecs)03d %(levelname)-7s %(threadName)s %(name)s: %(message)s"
_WHO_ASKS = re.compile(r"(?<=clickhouse://).*@", re.IGNORECASE)
"""A user and a password in the address of a server. None is taken there, but somebody may have typed one."""


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


class _Harmless(logging.Formatter):
    """Lines that a terminal can show: of data and typing no control character arrives."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; a traceback follows it in lines of its own, indented."""
        trace, record.exc_info, record.exc_text = record.exc_info, None, None
        lines = [super().format(record).replace("\n", "\\n")]
        if trace:
            lines += [f"    {line}" for line in self.formatException(trace).split("\n")]
        return "\n".join("".join(map(_shown, _WHO_ASKS.sub("…@", line))) for line in lines)


def _shown(character: str) -> str:
    return character if character.isprintable() else ascii(character)[1:-1]
