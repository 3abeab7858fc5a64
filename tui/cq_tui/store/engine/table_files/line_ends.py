"""What can be seen from the ends of a text file's lines, looked at in pieces: a file may be larger than memory."""

import os
from collections.abc import Iterator
from pathlib import Path

_PIECE = 1024 * 1024
_TAIL = 64 * 1024


def overlong(path: Path, most: int) -> int:
    """The number of the first line of more than ``most`` bytes, from 1; 0 if there is none. Raises OSError.

    The engine's readers lose a line that is longer than their buffers without a word. Only a small part of the
    file is read: the last end of a line within every ``most`` bytes.
    """
    start = 0
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        while size - start > most:
            end = _last_end(file.fileno(), start, start + most + 1)
            if end is None:
                return 1 + sum(piece.count(b"\n") or piece.count(b"\r") for piece in _pieces(path, start))
            start = end + 1
    return 0


def mixed(path: Path) -> bool:
    """Whether some lines end with CR LF and others with LF alone. Raises OSError."""
    both = alone = 0
    before = b""
    for piece in _pieces(path, None):
        ends, windows = piece.count(b"\n"), (before + piece).count(b"\r\n")
        both, alone = both + windows, alone + ends - windows
        before = piece[-1:]
    return both > 0 and alone > 0


def _last_end(file: int, start: int, stop: int) -> int | None:
    """Where the last line ends between two places; looked for from behind."""
    while stop > start:
        begin = max(start, stop - _TAIL)
        piece = os.pread(file, stop - begin, begin)
        if (place := max(piece.rfind(b"\n"), piece.rfind(b"\r"))) >= 0:
            return begin + place
        stop = begin
    return None


def _pieces(path: Path, most: int | None) -> Iterator[bytes]:
    """The bytes of a file, the first ``most`` of them."""
    left = most
    with path.open("rb") as file:
        while piece := file.read(_PIECE if left is None else min(left, _PIECE)):
            yield piece
            left = None if left is None else left - len(piece)
