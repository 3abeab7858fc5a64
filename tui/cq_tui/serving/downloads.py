"""What readers' programs wrote, as downloads: each under a key that nobody can guess, once."""

import asyncio
import os
import secrets
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

_MOST = 16
"""Downloads of one reader that wait; older ones are given up, so that the disk does not fill."""
_PIECE = 256 * 1024


class Download(NamedTuple):
    """A file that is open, and has no name on the disk any more."""

    name: str
    file: BinaryIO

    @property
    def size(self) -> int:
        """Its bytes."""
        return os.fstat(self.file.fileno()).st_size

    async def pieces(self) -> AsyncIterator[bytes]:
        """The bytes, a piece at a time; closed at the end."""
        with self.file:
            while piece := await asyncio.to_thread(self.file.read, _PIECE):
                yield piece


class Downloads:
    """What waits to be fetched."""

    def __init__(self) -> None:
        self._waiting: dict[str, Path] = {}

    async def add(self, path: Path) -> str:
        """Offer a file, or a folder as a ZIP file; returns the key. Raises OSError."""
        if path.is_dir():
            made = await asyncio.to_thread(shutil.make_archive, str(path), "zip", path)
            await asyncio.to_thread(shutil.rmtree, path, ignore_errors=True)
            path = Path(made)
        key = secrets.token_urlsafe(16)
        self._waiting[key] = path
        of_reader = [one for one, other in self._waiting.items() if other.parent == path.parent]
        for old in of_reader[:-_MOST]:
            with suppress(OSError):
                self._waiting.pop(old).unlink()
        return key

    def take(self, key: str) -> Download | None:
        """What waits under a key, for the one who asks first; None where nothing does."""
        path = self._waiting.pop(key, None)
        if path is None:
            return None
        try:
            file = path.open("rb")
            path.unlink()
        except OSError:
            return None
        return Download(path.name, file)

    def forget(self, folder: Path) -> None:
        """Give up what a reader who left did not fetch."""
        self._waiting = {key: path for key, path in self._waiting.items() if path.parent != folder}
