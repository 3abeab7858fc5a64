"""Records as a table of a brief: the fields that matter, what is ours marked, the passages they rest on by number."""

from collections.abc import Sequence

from cq_tui.brief.document import Paragraph, Span, Table, plain, remark
from cq_tui.brief.sources import Numbering
from cq_tui.language import _, ngettext
from cq_tui.schema.cells import absent_in, is_judged, line
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import is_absent

__all__ = ["Judged", "blocks_of", "span_of"]

Judged = dict[str, dict[str, None]]
"""What is ours: the fields, by the name of their record, in the order in which they are first shown."""


def span_of(store: Store, field: Field, record: Record, judged: Judged) -> Span:
    """A value in words; that it is ours is kept for the end of the brief."""
    if is_absent(getattr(record, field.name)):
        return Span(absent_in(field, record) if field.shown.absent or field.type.is_money else "–")
    ours = is_judged(field, record)
    if ours:
        judged.setdefault(clean_line(record.called), {})[str(field.label)] = None
    return Span(line(field, record, store.name), ours)


def blocks_of(
    store: Store, kind: Kind, records: Sequence[Record], names: Sequence[str], numbering: Numbering, judged: Judged,
    rest: int = 0,
) -> list[Paragraph | Table]:  # fmt: skip
    """A table of some fields, the record's name first. A field that no record has is left out.

    ``rest``: how many more records there are that have no room.
    """
    fields = [kind.by_name[name] for name in names if name in kind.by_name]
    fields = [one for one in fields if any(not is_absent(getattr(record, one.name)) for record in records)]
    rows = []
    for record in records:
        heading, *others = [span_of(store, field, record, judged) for field in fields]
        # A record that no sum counts, as a cancelled deal, must not stand here like the others.
        why = kind.money.exclusion(record) if kind.money else None
        name = _("{name} ({why})").format(name=heading.text, why=why.label) if why else heading.text
        rows.append((heading._replace(text=name, sources=numbering.of(record)), *others))
    if not rows:
        return [plain(ngettext("{count} record", "{count} records", rest).format(count=rest))]
    right = frozenset(place for place, field in enumerate(fields) if field.is_quantity)
    found: list[Paragraph | Table] = [Table(tuple(str(one.label) for one in fields), tuple(rows), right)]
    if rest > 0:
        found.append(remark(ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}")))
    return found
