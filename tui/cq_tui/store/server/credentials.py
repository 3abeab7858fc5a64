"""Who asks a server: told by the environment, or by a file that its owner alone can read."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from cq_tui.archive.problem import ArchiveError
from cq_tui.files.text import FileFault, read_text
from cq_tui.language import _
from cq_tui.values.clean import clean_line

USER, PASSWORD, FILE = "CQ_TUI_SERVER_USER", "CQ_TUI_SERVER_PASSWORD", "CQ_TUI_SERVER_FILE"
_USUAL_USER = "default"


class Credentials(NamedTuple):
    """A user and the password; neither is told when it is printed."""

    user: str
    password: str

    def __repr__(self) -> str:
        """Nothing of it."""
        return "Credentials(…)"


def credentials(environ: Mapping[str, str] = os.environ) -> Credentials:
    """Those of the environment, or of the file that it names: the user in its first line, the password in its second.

    Raises ArchiveError for a file that others can read, or that is none.
    """
    user, password = environ.get(USER, ""), environ.get(PASSWORD, "")
    if not user and not password and (named := environ.get(FILE)):
        user, password = _of_file(Path(named))
    return Credentials(user or _USUAL_USER, password)


def _of_file(path: Path) -> tuple[str, str]:
    shown = clean_line(str(path))
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            message = _("{path}: others can read it, and it holds a password; chmod 600 mends that")
            raise ArchiveError(message.format(path=shown))
        user, password, *_more = [*read_text(path).split("\n"), "", ""]
    except FileFault as fault:
        raise ArchiveError(f"{shown}: {fault}") from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ArchiveError(f"{shown}: " + _("can't be read: {why}").format(why=why)) from None
    return user.strip(), password
