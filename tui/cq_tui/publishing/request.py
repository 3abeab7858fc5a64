"""What is published, and how."""

import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from cq_tui.kinds.events import Event
from cq_tui.language import Label
from cq_tui.store.selection.extent import Extent
from cq_tui.store.views.summary import told_events

CountedFiles = Generator[tuple[str, Iterable[bytes]], None, int]
"""Files one after the other, as ``files/folder.py`` takes them; in the end how many rows or entities they hold."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_UNNAMED = "event-outcomes"
_UNTITLED = Label("活动成果", "Event outcomes")


@dataclass(frozen=True)
class Request:
    """What is published: an extent of an archive, and what its publisher says of it.

    ``licence``: an identifier such as ``CC-BY-4.0``, or an address; None where none is stated. ``given_name``: the
    package's name where it is not the event's. ``raw``: cells stay as they are, even where a spreadsheet runs them.
    """

    extent: Extent
    licence: str | None = None
    given_name: str | None = None
    raw: bool = False

    @cached_property
    def events(self) -> list[Event]:
        """The events that the archive tells of and that are among what is published."""
        there = {one.id for one in self.extent.records(self.extent.store.schema["events"])}
        return [event for event in told_events(self.extent.store) if event.id in there]

    @property
    def name(self) -> str:
        """The package's name: small letters, digits and hyphens."""
        return self.given_name or (self.events[0].id if len(self.events) == 1 else _UNNAMED)

    @property
    def title(self) -> Label:
        """What the package is called: as its event, where there is one."""
        if len(self.events) != 1:
            return _UNTITLED
        name = self.events[0].name
        return Label(name.zh or name.en, name.en or name.zh)


def is_name(text: str) -> bool:
    """Whether a package can be called so."""
    return _NAME.fullmatch(text) is not None


@dataclass
class Measured:
    """Pieces of a file on their way; once they have passed, their size and their digest."""

    pieces: Iterable[bytes]
    size: int = 0

    def __post_init__(self) -> None:
        self._digest = sha256()

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.size += len(piece)
            self._digest.update(piece)
            yield piece

    @property
    def sha256(self) -> str:
        """The digest of what has passed, in hexadecimal."""
        return self._digest.hexdigest()
