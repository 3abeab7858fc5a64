"""Handing what was written to a reader in a browser window, who has no access to the folder it was written into.

``cq-tui serve`` gives each reader's program a folder of its own and a pipe; a name in that pipe is sent as a download.
"""

import os
from contextlib import suppress
from pathlib import Path

PIPE = "_CQ_TUI_DELIVERY"
"""The environment variable that holds the number of the pipe."""


def deliver(path: Path) -> None:
    """Tell that a file or a folder was written whole; nothing where nobody asked for that."""
    number = os.environ.get(PIPE, "")
    if number.isdecimal():
        with suppress(OSError):  # the server is gone, and so is the reader
            os.write(int(number), os.fsencode(path.name) + b"\n")
