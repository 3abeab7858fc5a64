"""The engine's exceptions as ours, each with one line that says what to do."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cq_tui.language import _
from cq_tui.quotas import quotas, variable
from cq_tui.store.engine.cancellation import Cancelled
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.prepared.lookup import distrust
from cq_tui.values.clean import clean_line

_TOO_MANY_REPEATS = "invalid repetition size"
_DAMAGED = ("Corrupt database", "IO Error", "database has been invalidated", "INTERNAL Error")
"""How the engine says that a file does not hold what it held: a wrong sum has no exception of its own."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a disk says that takes no more; the engine hands on the system's words."""


@contextmanager
def worded(engine: Any, prepared: Path | None) -> Iterator[None]:
    """Raise Cancelled and QueryError in place of what the engine's module raises.

    ``prepared``: the file that the tables are read from, which somebody may write into meanwhile.
    """
    try:
        yield
    except engine.InterruptException:
        raise Cancelled from None
    except engine.OutOfMemoryException as error:
        message = _("That takes more memory than the {most} MB of the engine; {name} can raise that.")
        known = message.format(most=quotas().memory, name=variable("memory"))
        raise QueryError(known, memory=True) from error
    except engine.Error as error:
        said = str(error).split("\n")[0]
        if full := next((number for number in _FULL if os.strerror(number) in str(error)), 0):
            message = _("A disk takes no more of what the engine writes: {why}")
            raise QueryError(message.format(why=os.strerror(full)), disk=full) from None
        if _TOO_MANY_REPEATS in str(error):  # RE2 multiplies what is nested, which only RE2 itself can add up
            raise QueryError(_("The pattern repeats too much.")) from None
        if prepared and any(sign in said for sign in _DAMAGED):
            distrust(prepared)
            message = _("{path} is damaged. Read the archive again (R); cq-tui prepare makes the file anew.")
            raise QueryError(message.format(path=clean_line(str(prepared)))) from None
        raise QueryError(said) from None
