"""What the sections of an event's brief share: the event, its records, the numbers of sources, what is ours."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from cq_tui.brief.document import Paragraph, Span, joined
from cq_tui.brief.record_table import Judged, span_of
from cq_tui.brief.sources import Numbering
from cq_tui.kinds.events import Event
from cq_tui.language import ngettext
from cq_tui.query.parse import parse
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.values.types.base import is_absent

MOST = 20
"""Records of a kind that a brief names; the others are counted."""


@dataclass(frozen=True)
class AboutEvent:
    """One brief on its way; each record that is named gets the numbers of its passages as it is named."""

    store: Store
    event: Event
    cancellation: Cancellation
    numbering: Numbering
    judged: Judged = field(default_factory=dict)

    def records(self, kind: Kind, order: Iterable[Any] = ()) -> Selection:
        """The records of a kind that belong to the event, and no others: an event may only be mentioned."""
        query = parse(f"{kind.event.name}={self.event.id}" if kind.event else "", kind)
        return Selection(self.store, query, tuple(order), self.cancellation)

    def span(self, kind: Kind, name: str, record: Record) -> Span:
        """A field of a record in words."""
        return span_of(self.store, kind.by_name[name], record, self.judged)


def facts(
    store: Store, event: Event, names: Sequence[str], judged: Judged, sources: tuple[int, ...] = ()
) -> Iterator[Paragraph]:
    """Some fields of the event on one line, as far as they are known, and the numbers of the passages it rests on."""
    fields = [
        one for one in map(store.kind("events").by_name.__getitem__, names) if not is_absent(getattr(event, one.name))
    ]
    told = [[Span(f"{one.label} "), span_of(store, one, event, judged)] for one in fields]
    if told:
        told[-1][-1] = told[-1][-1]._replace(sources=sources)
        yield Paragraph(joined(told, " · "))


def more_words(count: int) -> list[str]:
    """That there are more, in words; nothing where there are none."""
    return [ngettext("and {count} more", "and {count} more", count).format(count=f"{count:,}")] if count > 0 else []


def capital(words: str) -> str:
    """The words as a heading."""
    return words[:1].upper() + words[1:]
