"""The brief of a list, or of what a filter leaves of it: how many, how much, the records themselves, then by what."""

from cq_tui.brief.about_event import facts
from cq_tui.brief.document import Block, Document, Paragraph, Section, Span, Table, plain, remark
from cq_tui.brief.event_brief import first_columns
from cq_tui.brief.inferred import inferred
from cq_tui.brief.matrix_table import matrix_tables
from cq_tui.brief.record_table import Judged, blocks_of
from cq_tui.brief.sources import Numbering
from cq_tui.language import _, current
from cq_tui.query.explain import explain
from cq_tui.schema.field import Field
from cq_tui.store.selection.facets import facet_values, has_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.footer import footer_parts, only_event
from cq_tui.values.clean import clean_line

MOST = 40
"""Records that are named; the others are counted."""
_FACTS = ("date", "place")
"""What is said of the event that the records belong to."""
_FIELDS = 6
_FACETS = 3
"""Tables of values."""
_VALUES = 12
"""Values of a field up to which a table of them is short enough."""


def list_brief(selection: Selection) -> Document:
    """All of it. Raises QueryError and Cancelled as the store does."""
    store, kind = selection.store, selection.kind
    numbering, judged = Numbering(store), Judged()
    between, after = ("：", "；") if current() == "zh" else (": ", "; ")
    records = selection.rows(0, MOST)
    title = str(kind.label)
    lead: list[Paragraph] = []
    event = only_event(selection)
    if event is not None:
        title = f"{clean_line(str(event.name))}{between}{title}"
        lead += facts(store, event, _FACTS, judged)
    if selection.query.terms:
        lead.append(plain(explain(selection.query, selection.orders, store.name)))
    lead.append(plain(after.join(footer_parts(selection, currencies=True))))
    sections = []
    if records:
        rest = selection.count - len(records)
        blocks: list[Block] = [*blocks_of(store, kind, records, first_columns(kind, _FIELDS), numbering, judged, rest)]
        sections.append(Section(str(kind.label), tuple(blocks)))
    else:
        lead.append(remark(_("Nothing matches.")))
    if kind.name == "deals" and (tables := tuple(matrix_tables(store, selection.tally(), narrowed=True))):
        sections.append(Section(_("Signed, by year and type of money"), tables))
    sections += [Section(str(field.label), (table,)) for field, table in _by_values(selection)]
    sections += [*inferred(judged), *numbering.section()]
    return Document(title, tuple(lead), tuple(sections), current())


def _by_values(selection: Selection) -> list[tuple[Field, Table]]:
    """The columns of codes that have a few values, each with how many records and what they sum to.

    Where each value has one record, the records' own table says it all.
    """
    found: list[tuple[Field, Table]] = []
    columns = sorted((one for one in selection.kind.fields if one.shown.column), key=lambda one: one.shown.column)
    for field in columns:
        if len(found) == _FACETS or selection.count < 2:
            break
        if field.codes is None or not has_values(field):
            continue
        facets = facet_values(selection, field, currencies=True)
        if 1 < facets.distinct <= _VALUES and any(one.count > 1 for one in facets.values):
            header = [str(field.label), _("Number")]
            rows = [[Span(one.words, one.judged), Span(f"{one.count:,}")] for one in facets.values]
            if any(one.sums for one in facets.values):
                header.append(_("Sums, by type of money"))
                rows = [
                    [*row, Span(("；" if current() == "zh" else "; ").join(one.sums))]
                    for row, one in zip(rows, facets.values, strict=True)
                ]
            found.append((field, Table(tuple(header), tuple(map(tuple, rows)), frozenset({1}))))
    return found
