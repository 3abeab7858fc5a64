"""The sources of a brief: every passage that it rests on has a number, in the order in which they are first named."""

from collections.abc import Iterator

from cq_tui.brief.document import Notes, Paragraph, Section, Span, joined
from cq_tui.kinds.passages import Passage
from cq_tui.kinds.sources import Source
from cq_tui.language import _, current
from cq_tui.schema.cells import is_judged, line
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import is_absent


class Numbering:
    """Gives passages their numbers, from 1."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._numbers: dict[str, int] = {}

    def of(self, record: Record) -> tuple[int, ...]:
        """The numbers of the passages that a record rests on."""
        return tuple(self._numbers.setdefault(one, len(self._numbers) + 1) for one in record.cites)

    def section(self) -> Iterator[Section]:
        """The passages with their numbers, and the documents that they stand in; nothing where there are none."""
        passages = [(number, self._store.get("passages", one)) for one, number in self._numbers.items()]
        told = [(number, one) for number, one in passages if isinstance(one, Passage)]
        if not told:
            return
        documents = list(dict.fromkeys(one.source for _number, one in told))
        records = [self._store.get("sources", one) for one in documents]
        several = len(documents) > 1
        notes = Notes(tuple((number, tuple(self._passage(one, several=several))) for number, one in told))
        yield Section(_("Sources"), (*(self._document(one) for one in records if isinstance(one, Source)), notes))

    def _passage(self, passage: Passage, *, several: bool) -> Iterator[Span]:
        """Where it stands, the words there by which it is found, and what they say."""
        if several:
            yield Span(clean_line(self._store.name("sources", passage.source)) + ("，" if current() == "zh" else ", "))
        yield Span(clean_line(passage.called))
        if not passage.row:
            yield Span(("：" if current() == "zh" else ". ") + clean_line(str(passage.words)))

    def _document(self, source: Source) -> Paragraph:
        """What the archive tells of a document."""
        kind = self._store.kind("sources")
        parts: list[list[Span]] = [[Span(clean_line(str(source.name)))]]
        for name in ("publisher", "published", "retrieved", "address", "archived"):
            field = kind.by_name[name]
            if is_absent(getattr(source, name)):
                continue
            text = line(field, source, self._store.name)
            address = text if text.startswith(("http://", "https://")) else ""
            label = Span(f"{field.label} ")
            parts.append([*([] if address else [label]), Span(text, is_judged(field, source), address=address)])
        missing = [kind.by_name[name] for name in ("published", "address") if is_absent(getattr(source, name))]
        not_given = _("not given")
        parts += [[Span(f"{field.label} {not_given}")] for field in missing]
        return Paragraph(joined(parts, "；" if current() == "zh" else "; "))
