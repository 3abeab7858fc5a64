"""Whether an archive tells of its deals over the years. One that does not is as if there were no such thing."""

import re
from contextlib import suppress
from pathlib import Path

from cq_tui.archive.tables import data_files
from cq_tui.files.regular import open_regular
from cq_tui.files.text import largest_file
from cq_tui.values.expressions import later

_KIND, _FIELD = "deals", "history"
_IN_TOML = later(
    rb"""^[ \t]*(?:["']?history["']?[ \t]*=|\[\[[ \t]*deals[ \t]*\.[ \t]*["']?history["']?[ \t]*\]\])""", re.MULTILINE
)
_IN_PARQUET = bytes([len(_FIELD)]) + _FIELD.encode()
"""A name as the footer of a file has it, its length before it."""
_HEADER = 256 * 1024
_FOOTER = 1024 * 1024


def tells_history(root: Path) -> bool:
    """Whether a file of the archive in a folder gives deals a history. It is looked at, not read."""
    with suppress(OSError):
        return any(_tells(path) for path in data_files(root) if path.stem == _KIND)
    return False


def _tells(path: Path) -> bool:
    with suppress(OSError), open_regular(path) as file:
        match path.suffix:
            case ".toml":
                return _IN_TOML.search(file.read(largest_file())) is not None
            case ".csv":
                return _in_header(file.read(_HEADER))
            case _:
                file.seek(max(0, file.seek(0, 2) - _FOOTER))
                return _IN_PARQUET in file.read()
    return False


def _in_header(beginning: bytes) -> bool:
    if _FIELD.encode() not in beginning:
        return False
    import csv

    line = beginning.decode("utf-8-sig", "replace").splitlines()[:1]
    with suppress(csv.Error):
        return _FIELD in (name.strip() for name in next(csv.reader(line), []))
    return False
