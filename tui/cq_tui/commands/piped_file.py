"""Files that a command reads and that may come through a pipe: ``-`` and ``<(...)``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cq_tui.commands.common import USAGE, CommandError
from cq_tui.files.spool import STDIN, piped, spooled
from cq_tui.files.text import FileFault
from cq_tui.files.write import failure
from cq_tui.language import _
from cq_tui.values.clean import clean_line


@contextmanager
def as_file(path: Path, name: str) -> Iterator[Path]:
    """The file of a path; what comes through a pipe is kept in a temporary one of that name.

    Messages call it as it was given. Raises CommandError where it can't be kept.
    """
    if str(path) == STDIN and sys.stdin.isatty():
        raise CommandError(_("- is standard input, and nothing is piped into it."), USAGE)
    if (descriptor := piped(path)) is None:
        yield path
        return
    try:
        with spooled(descriptor, name) as kept:
            try:
                yield kept
            except CommandError as error:
                error.args = (str(error).replace(clean_line(str(kept)), clean_line(str(path))),)
                raise
    except FileFault as fault:
        raise CommandError(f"{path}: {fault}") from None
    except OSError as error:
        raise CommandError(failure(str(error.filename or path), error)) from None
