"""What a server is asked to do, and the environment that a reader's program gets."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cq_tui import quotas, secure
from cq_tui.language import Language
from cq_tui.store.server.credentials import FILE, PASSWORD, USER
from cq_tui.terminal.delivery import PIPE

_PASSED = (
    *("PATH", "TMPDIR", "TZ", "CQ_TUI_ARCHIVE", USER, PASSWORD, "SSL_CERT_FILE"),
    *map(quotas.variable, quotas.NAMES),
)
"""The variables of the server that a reader's program has, too."""


class Settings(NamedTuple):
    """How to serve. ``idle``: seconds without a key after which a window is closed."""

    archives: Sequence[Path] = ()
    host: str = "127.0.0.1"
    port: int = 8000
    readers: int = 20
    idle: float = 1800
    public_url: str = ""
    language: Language | None = None
    mouse: bool = False


def command(settings: Settings, language: Language) -> list[str]:
    """The program of a reader: always in secure mode, and loading nothing from the folder it stands in."""
    flags = ["-I"] if sys.flags.isolated else ["-P"]
    mouse = ["--mouse"] if settings.mouse else []
    return [sys.executable, *flags, "-m", "cq_tui", "--secure", "--lang", settings.language or language, *mouse]


def environment(settings: Settings, folder: Path, pipe: int, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Nothing of the server's environment but what is named; exports go into the folder, names into the pipe."""
    kept = {name: environ[name] for name in _PASSED if environ.get(name)}
    if settings.archives:
        kept["CQ_TUI_ARCHIVE"] = os.pathsep.join(str(one.absolute()) for one in settings.archives)
    if environ.get(FILE):  # a reader's program stands in a folder of its own
        kept[FILE] = str(Path(environ[FILE]).absolute())
    own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "HOME": str(folder)}
    return kept | own | {secure.SWITCH: "1", secure.FOLDER: str(folder), PIPE: str(pipe)}
