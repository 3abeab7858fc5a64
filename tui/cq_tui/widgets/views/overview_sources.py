"""Where it all comes from, as lines of the overview: the documents, and what the mark of a judgement means."""

from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.kinds.sources import Source
from cq_tui.language import _, ngettext
from cq_tui.schema.cells import is_judged, line, mark_judged
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import is_absent
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut

_MOST = 3
"""Documents that are named."""


def source_lines(store: Store, width: int) -> Iterator[Row]:
    """The first documents of an archive, each with its publisher, day and address; nothing where there is none."""
    kind = store.kind("sources")
    sources = [one for one in store.records("sources", _MOST) if isinstance(one, Source)]
    if not sources:
        return
    yield Row([(" " + _("Where it comes from"), "heading"), ("   " + _("~ is inferred by us"), "dim")])
    for one in sources:
        yield Row([("   ", "text"), (cut(clean_line(str(one.name)), width - 4), "link")], Link("sources", one.id))
        told = []
        for name in ("publisher", "published", "address"):
            field = kind.by_name[name]
            words = _("not given") if is_absent(getattr(one, name)) else line(field, one, store.name)
            told.append(f"{field.label} {mark_judged(words, judged=is_judged(field, one))}")
        yield Row([("     " + cut("   ".join(told), width - 6), "dim")])
    if (rest := store.total("sources") - len(sources)) > 0:
        more = ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}")
        yield Row([("   ", "text"), (cut(more, width - cell_len("   ")), "link")], Link("sources"))
    yield Row()
