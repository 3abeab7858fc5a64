"""A brief: what it is about, and the bytes of its file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from cq_tui.brief.document import Document
from cq_tui.brief.event_brief import EventBrief
from cq_tui.brief.list_brief import list_brief
from cq_tui.export.naming import file_name, is_visible, safe
from cq_tui.files.write import Target, WriteError, write
from cq_tui.kinds.events import Event
from cq_tui.language import _, current
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

FORMATS = ("html", "docx", "md")
_LIBRARY = {"docx": "python-docx"}
"""Formats that a library writes which may not be installed."""


@dataclass(frozen=True, slots=True)
class EventRequest:
    """The brief of an event."""

    store: Store
    event: Event
    cancellation: Cancellation

    def document(self) -> Document:
        """The brief. Raises QueryError and Cancelled."""
        return EventBrief(self.store, self.event, self.cancellation).document()

    def cancel(self) -> None:
        """Give it up, from any thread."""
        self.cancellation.cancel()

    def name(self, format_: str) -> str:
        """What its file is called."""
        parts = [str(self.event.date or ""), self.event.id]
        return f"{'-'.join(filter(None, map(safe, parts)))}-{_ending(format_)}"


@dataclass(frozen=True, slots=True)
class ListRequest:
    """The brief of a list, or of what a filter leaves of it."""

    selection: Selection

    def document(self) -> Document:
        """The brief. Raises QueryError and Cancelled."""
        return list_brief(self.selection)

    def cancel(self) -> None:
        """Give it up, from any thread."""
        self.selection.cancel()

    def name(self, format_: str) -> str:
        """What its file is called."""
        return f"{Path(file_name(self.selection, format_)).stem}-{_ending(format_)}"


Request = EventRequest | ListRequest


def _ending(format_: str) -> str:
    """How the name of a brief ends; what is not in English says so, for both may be handed over."""
    return f"brief.{format_}" if current() == "en" else f"brief-{current()}.{format_}"


def write_brief(request: Request, format_: str, target: Target, *, replace: bool = False) -> int:
    """Write a brief in the language in force; returns its bytes. Raises WriteError, QueryError and Cancelled."""
    if not is_visible(target.path.name):
        raise WriteError(_("{path}: a file's name can't have invisible characters.").format(path=target.shown))
    return write(target, brief_bytes(request, format_), replace=replace)


def brief_bytes(request: Request, format_: str) -> Iterator[bytes]:
    """The file, in one piece: a brief is short. Raises WriteError where a library is missing."""
    try:
        yield _data(format_)(request.document())
    except ImportError:
        message = _("{format} needs {library}: pip install 'cq-tui[brief]'")
        raise WriteError(message.format(format=format_, library=_LIBRARY.get(format_, format_))) from None


def format_of(path: Path | None) -> str | None:
    """The format that the ending of a path names; None if none does."""
    ending = path.suffix.lower().removeprefix(".") if path else ""
    return ending if ending in FORMATS else None


def _data(format_: str) -> Callable[[Document], bytes]:
    """What writes a document in a format, loaded when it is first asked for."""
    found: Callable[[Document], bytes] = import_module(f"cq_tui.brief.formats.{format_}").data
    return found
