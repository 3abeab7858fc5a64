"""The programme in a brief: the sessions in their order, who took part, and on what."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cq_tui.brief.about_event import AboutEvent, more_words
from cq_tui.brief.document import Block, Span, Table, remark
from cq_tui.language import current
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import is_absent

_MOST_SPEAKERS = 100

Row = tuple[Span, Span, Span]


class _Told(NamedTuple):
    """Who took part, with what they are, and on what; ``bare``: nothing but a name is told."""

    who: Span
    topic: Span
    bare: bool


def programme(about: AboutEvent) -> Iterator[Block]:
    """The sessions in their order with who took part; then those of whom no session is known."""
    kind = about.store.kind("speakers")
    sessions = sorted(about.store.records("sessions", event=about.event.id), key=_order)
    chosen = about.records(kind)
    speakers = chosen.rows(0, _MOST_SPEAKERS)
    by_session: dict[str | None, list[Record]] = {}
    for speaker in speakers:
        by_session.setdefault(getattr(speaker, "session", None), []).append(speaker)
    rows: list[Row] = []
    for session in sessions:
        first = Span(clean_line(session.called), sources=about.numbering.of(session))
        told = _joined([_at_session(about, kind, one) for one in by_session.pop(session.id, [])])
        rows.append((first, told[0].who, told[0].topic) if told else (first, Span(""), Span("")))
        rows += [(Span(""), one.who, one.topic) for one in told[1:]]
    rest = [one for ones in by_session.values() for one in ones]
    rows += [(Span("-"), one.who, one.topic) for one in (_speaker(about, kind, record) for record in rest)]
    if rows:
        header = (str(kind.by_name["session"].label), str(kind.label), str(kind.by_name["topic"].label))
        yield Table(header, tuple(rows))
        yield from map(remark, more_words(chosen.count - len(speakers)))


def _joined(told: Sequence[_Told]) -> list[_Told]:
    """Those of whom nothing but a name is told, one after the other, together in one row."""
    found: list[_Told] = []
    between = "；" if current() == "zh" else "; "
    for one in told:
        if one.bare and found and found[-1].bare:
            before = found[-1].who
            sources = tuple(dict.fromkeys((*before.sources, *one.who.sources)))
            found[-1] = one._replace(who=Span(f"{before.shown}{between}{one.who.shown}", sources=sources))
        else:
            found.append(one)
    return found


def _at_session(about: AboutEvent, kind: Kind, record: Record) -> _Told:
    """As ``_speaker``; marked where that the speaker belongs to the session is our judgement."""
    told = _speaker(about, kind, record)
    return told._replace(who=told.who._replace(judged=told.who.judged or about.span(kind, "session", record).judged))


def _speaker(about: AboutEvent, kind: Kind, record: Record) -> _Told:
    name, posts, organisation, topic = (
        Span("") if is_absent(getattr(record, one)) else about.span(kind, one, record)
        for one in ("name", "posts", "organisation", "topic")
    )
    # An institution that spoke is its own organisation.
    behind = [one for one in (posts, organisation) if one.text and one.text != name.text]
    comma = "，" if current() == "zh" else ", "
    told = "".join(f"{comma}{one.shown}" for one in behind)
    return _Told(Span(name.text + told, name.judged, about.numbering.of(record)), topic, not behind and not topic.text)


def _order(session: Record) -> int:
    return int(getattr(session, "order", 0) or 0)
