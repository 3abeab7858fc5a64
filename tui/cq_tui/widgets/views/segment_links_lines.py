"""What touches a segment of the chain, as lines under its picture."""

from collections.abc import Iterator

from cq_tui.kinds.chain import Segment
from cq_tui.language import _, ngettext
from cq_tui.schema.cells import code_words
from cq_tui.store.store import Store
from cq_tui.store.views.detail import judged_text
from cq_tui.store.views.links import Group
from cq_tui.store.views.segment_links import LinkedOrganisation, segment_links
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Basis
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import Link, Row
from cq_tui.widgets.base.text_layout import cut
from cq_tui.widgets.views.record_row import record_row


def touching_lines(store: Store, segment: Segment, width: int) -> list[Row]:
    """The segment's name, then the records by relation and the organisations, for a view of ``width`` cells."""
    kind = store.kind("chain")
    found = segment_links(store, segment)
    name = clean_line(segment.called)
    name = judged_text(name) if segment.basis is Basis.INFERRED else name
    tier = code_words(kind.by_name["tier"], segment.tier)
    rows = [Row([(f" {cut(name, width - 20)}", "main"), (f"  {tier}", "dim")])]
    for group in found.groups:
        rows.append(_heading(group.relation, group.count))
        for link in group.links:
            record = store.get(link.kind, link.id)
            if record is not None:
                rows.append(record_row(store, store.kind(link.kind), record, width))
        rows.extend(_rest(store, group))
    if found.organisations:
        rows.append(_heading(str(store.kind("organisations").label), len(found.organisations)))
        rows.extend(_behind(one, width) for one in found.organisations)
    if len(rows) == 1:
        rows.append(Row([("   " + _("Nothing in this archive refers to it."), "dim")]))
    return rows


def _heading(words: str, count: int) -> Row:
    return Row([(f" {words}  {count}", "heading")])


def _rest(store: Store, group: Group) -> Iterator[Row]:
    rest = group.count - len(group.links)
    if rest > 0:
        words = ngettext("and {count} more", "and {count} more", rest).format(count=rest)
        link = Link(group.kind, filter=group.filter) if store.kind(group.kind).tab else None
        yield Row([(f"   {words} >", "dim")], link)


def _behind(one: LinkedOrganisation, width: int) -> Row:
    words, by = clean_line(one.link.words), clean_line(one.by)
    name = cut(words, width - 5)
    pieces: list[StyledText] = [("   ", "text"), (name, "link")]
    if by and by not in words:
        pieces.append((cut("  " + by, max(0, width - len(name) - 6)), "dim"))
    return Row(pieces, Link(one.link.kind, one.link.id))
