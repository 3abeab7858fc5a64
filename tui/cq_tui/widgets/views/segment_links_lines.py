"""What touches a segment of the chain, as lines under its picture."""

from collections.abc import Iterator

from cq_tui.kinds.chain import Segment
from cq_tui.language import _, ngettext
from cq_tui.store.store import Store
from cq_tui.store.views.links import Group
from cq_tui.store.views.segment_links import LinkedOrganisation, SegmentLinks
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut
from cq_tui.widgets.views.record_row import record_row


def touching_lines(store: Store, found: SegmentLinks, segment: Segment, width: int) -> list[Row]:
    """The records by relation, then the organisations behind them, for a view of ``width`` cells.

    No name stands twice: not that of the segment, which the picture shows, nor of an organisation that speaks itself.
    """
    rows: list[Row] = []
    named = {clean_line(link.words) for group in found.groups for link in group.links}
    for group in found.groups:
        rows.append(_heading(group.relation, group.count))
        for link in group.links:
            record = store.get(link.kind, link.id)
            if record is not None:
                rows.append(record_row(store, store.kind(link.kind), record, width, judged=link.judged))
        rows.extend(_rest(store, group))
    behind = [one for one in found.organisations if clean_line(one.link.words) not in named]
    if behind:
        rows.append(_heading(str(store.kind("organisations").label), len(behind)))
        rows.extend(_behind(one, clean_line(segment.called), width) for one in behind)
    if not rows:
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


def _behind(one: LinkedOrganisation, segment: str, width: int) -> Row:
    words, by = clean_line(one.link.words), clean_line(one.by)
    words = _("what is known of it") if words == segment else words
    name = cut(words, width - 5)
    pieces: list[StyledText] = [("   ", "text"), (name, "link")]
    if by and by not in words:
        pieces.append((cut("  " + by, max(0, width - len(name) - 6)), "dim"))
    return Row(pieces, Link(one.link.kind, one.link.id))
