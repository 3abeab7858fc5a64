"""A record as plain text, for ``cq-tui show`` and for copying to the clipboard."""

from collections.abc import Iterator

from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.views.detail import Heading, Line, LinkLine, More, Quote, Title, detail, judged_words
from cq_tui.store.views.history import Told


def record_text(store: Store, kind: Kind, record: Record) -> Iterator[str]:
    """The lines of a record, links with the kind and id they lead to."""
    for part in detail(store, kind, record):
        match part:
            case Title():
                yield part.text
            case Heading():
                yield from ("", part.text)
            case LinkLine():
                label = f"{part.label}: " if part.label else "  "
                yield f"{label}{part.text}{_judged(part.judged)}  [{part.link.kind} {part.link.id}]"
            case More():
                yield f"  {part.text}  [cq-tui list {part.kind} --filter {part.filter}]"
            case Quote():
                yield f"    {part.text}"
            case Told():
                yield f"  {part.when:<10}  {part.text}"
                yield from (f"    {link.words}  [{link.kind} {link.id}]" for link in part.links)
            case Line():
                label = f"{part.label}: " if part.label else "  "
                yield f"{label}{part.text}{_judged(part.judged)}"


def _judged(judged: bool) -> str:
    return judged_words() if judged else ""
