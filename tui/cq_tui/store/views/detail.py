"""An opened record as lines: its fields in reading order, its links both ways, what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cq_tui.kinds.passages import Passage
from cq_tui.language import _, current, ngettext
from cq_tui.schema.cells import absent, is_judged, line
from cq_tui.schema.field import Field
from cq_tui.schema.history import FIELD
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.views.converted import converted_words
from cq_tui.store.views.history import Told, is_history, promised, told
from cq_tui.store.views.links import Group, Link, backward, forward
from cq_tui.store.views.summary import told_events
from cq_tui.store.views.through_links import through_links
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import Asked, is_absent


class Title(NamedTuple):
    """What the record is called."""

    text: str


class Line(NamedTuple):
    """A field and its value; ``main`` marks what the eye should find first, ``missing`` says that there is none.

    Of several lines of a field the first has the label.
    """

    label: str
    text: str
    judged: bool = False
    main: bool = False
    missing: bool = False


class Heading(NamedTuple):
    """Opens a group of lines."""

    text: str


class LinkLine(NamedTuple):
    """A link that can be followed; of the record's own the first of a group has the label, the others none.

    A label of None marks a link that stands under a heading.
    """

    label: str | None
    text: str
    link: Link
    judged: bool = False


class Quote(NamedTuple):
    """What a cited passage says; ``mark`` is the stretch that its anchor covers."""

    text: str
    mark: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class More:
    """Links beyond those that are listed: how many, and the kind and filter that list them all."""

    count: int
    kind: str
    filter: str

    @property
    def text(self) -> str:
        """In words."""
        return ngettext("and {count} more", "and {count} more", self.count).format(count=self.count)


Part = Title | Line | Heading | LinkLine | More | Quote | Told


def detail(store: Store, kind: Kind, record: Record) -> list[Part]:
    """All there is to say of a record, in the order in which it is read."""
    own = list(forward(store, kind, record))
    cites = [link for link in own if link.field == "cites"]
    parts: list[Part] = [Title(clean_line(record.called))]
    for field in kind.fields:
        if field.name in ("id", "note", "cites") or field is kind.heading or field.name in kind.qualifiers:
            continue
        if is_history(kind, field.name):
            continue
        if field.shown.to or any(part.shown.to for part in field.parts):
            parts.extend(_links([link for link in own if link.field == field.name]))
        elif not is_absent(getattr(record, field.name)) and _worth_saying(field, record):
            parts.extend(_told(store, field, record))
            parts.extend(_beside(store, kind, field, record))
        elif field.shown.expected and is_absent(getattr(record, field.name)):
            parts.append(Line(str(field.label), absent(field), missing=True))
    parts.extend(_through(store, kind, record))
    if record.note:
        parts.append(Line(_("Note"), clean_line(str(record.note))))
    parts.append(Line(str(kind.by_name["id"].label), record.id))
    if entries := list(told(store, kind, record)):
        parts.extend((Heading(str(kind.by_name[FIELD].label)), *entries))
    if store.archive.told_twice is not None:
        parts.extend(_told_twice(store, record))
    parts.extend(_original(store, record))
    parts.extend(_groups(store, list(backward(store, kind, record)), with_events=kind.name != "events"))
    parts.extend(_cited(store, cites))
    return parts


def _told(store: Store, field: Field, record: Record) -> Iterator[Line]:
    """A field's value; identifiers stand below each other, to be read and copied one by one."""
    judged = is_judged(field, record)
    if not (field.type.is_key and field.is_list):
        yield Line(str(field.label), line(field, record, store.name), judged, field.type.is_money)
        return
    for position, one in enumerate(getattr(record, field.name)):
        label = str(field.label) if position == 0 else ""
        yield Line(label, clean_line(field.type.entry_words(one, record, store.name)), judged)


def _beside(store: Store, kind: Kind, field: Field, record: Record) -> Iterator[Line]:
    """Beside an amount: what it is in another currency, where one is asked for; what was promised at first."""
    if kind.converted and kind.money and field.name == kind.money.amount:
        found = converted_words(store, kind, record)
        if found is not None:
            yield Line(found.label, found.words, found.judged, missing=found.missing)
    if field.type.is_money and (first := promised(store, kind, record)):
        yield Line(_("Promised"), first)


def _through(store: Store, kind: Kind, record: Record) -> Iterator[Line]:
    for field, row in through_links(store, kind, record):
        yield Line(str(field.label), line(field, row, store.name), is_judged(field, row))


def judged_words() -> str:
    """The word that stands behind a value that is our judgement."""
    return "（推断）" if current() == "zh" else " (inferred)"


def judged_text(text: str) -> str:
    """A value that is our judgement, with the sign before it and the word behind it."""
    return f"~{text}{judged_words()}"


def _worth_saying(field: Field, record: Record) -> bool:
    """A flag is told only where it is not what one expects."""
    default = type(record).model_fields[field.name].default
    return field.type.asked is not Asked.YES_OR_NO or getattr(record, field.name) != default


def _links(links: list[Link]) -> Iterator[LinkLine]:
    for position, link in enumerate(links):
        yield LinkLine(link.relation if position == 0 else "", clean_line(link.words), link, link.judged)


def _cited(store: Store, cites: list[Link]) -> Iterator[Part]:
    if cites:
        yield Heading(_("Source passages"))
    for link in cites:
        yield LinkLine(None, clean_line(link.words), link)
        passage = store.get(link.kind, link.id)
        if isinstance(passage, Passage):
            yield Quote(clean_line(str(passage.words)))
            yield from _sentence(store, passage)


def _told_twice(store: Store, record: Record) -> Iterator[Part]:
    """The tellings of one deal, each with its own figures where they differ, and which of them counts."""
    from cq_tui.store.views.told_twice import tellings_of  # most archives keep no decisions

    heading = _("Told several times; one counts")
    for number, one in enumerate(tellings_of(store, record)):
        if number == 0:
            yield Heading(heading)
        words = clean_line(f"{one.deal.called} ({store.name('events', one.deal.event)})")
        yield LinkLine(None, words, Link(heading, "deals", one.deal.id, words, ""))
        yield Line("", clean_line(one.why), main=one.counts)
        yield from (Line(label, value) for label, value in one.says)


def _original(store: Store, record: Record) -> Iterator[Part]:
    """The original sentence of a passage, where the original is at hand."""
    if isinstance(record, Passage) and record.source in store.originals:
        yield Heading(_("Original sentence"))
        yield from _sentence(store, record)


def _sentence(store: Store, passage: Passage) -> Iterator[Quote]:
    """The sentence that a passage retells, with its anchor marked, where the original is at hand."""
    if passage.source not in store.originals:
        return
    sentence = store.originals[passage.source].sentence(passage)
    if sentence is None:
        yield Quote(_("The anchor does not stand in this paragraph of the original."))
    else:
        start = sentence.find(passage.anchor)
        yield Quote(clean_line(sentence), (start, start + len(passage.anchor)))


def _groups(store: Store, groups: list[Group], *, with_events: bool) -> Iterator[Part]:
    """The links to the record, apart by relation and kind; the kind is named where a relation has several.

    ``with_events``: what belongs to an event says to which, where the archive tells of several.
    """
    with_events = with_events and len(told_events(store)) > 1
    for group in groups:
        count = ngettext("{count} record", "{count} records", group.count).format(count=f"{group.count:,}")
        several = len({other.kind for other in groups if other.relation == group.relation}) > 1
        named = f"{group.relation}  {store.kind(group.kind).label}" if several else group.relation
        yield Heading(f"{named}  {count}")
        for link in group.links:
            event = _event(store, link) if with_events else ""
            yield LinkLine(None, clean_line(f"{link.words}  ({event})" if event else link.words), link)
        if (rest := group.count - len(group.links)) > 0:
            yield More(rest, group.kind, group.filter)


def _event(store: Store, link: Link) -> str:
    """What the event is called that the record at the end of a link belongs to; empty if to none."""
    field, record = store.kind(link.kind).event, store.get(link.kind, link.id)
    event = getattr(record, field.name) if field and record else None
    return store.name("events", event) if event else ""
