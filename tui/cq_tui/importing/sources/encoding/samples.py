"""What a text file would say in each encoding that is known: so that somebody who knows its language can choose."""

import codecs
from pathlib import Path

from cq_tui.importing.sources.encoding.names import KNOWN

_START = 64 * 1024
_SHOWN = 60


def samples(path: Path) -> list[tuple[str, str]]:
    """The codecs that the start of a file can be read in, each with a line of it that has more than ASCII."""
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError:
        return []
    found = []
    for codec in ("utf-8", *KNOWN):
        try:
            # A character may be cut off at the end of what was read.
            text = codecs.getincrementaldecoder(codec)().decode(start, final=len(start) < _START)
        except (UnicodeError, LookupError):
            continue
        line = next((one for one in text.splitlines() if not one.isascii()), text.partition("\n")[0])
        found.append((codec, line[:_SHOWN]))
    return found
