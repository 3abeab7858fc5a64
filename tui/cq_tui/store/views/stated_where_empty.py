"""What the event states of a category whose deals nobody named, for a list that is empty under such a filter."""

import re

from cq_tui.archive.reconcile import Line, reconcile
from cq_tui.kinds.events import Event
from cq_tui.kinds.passages import Passage
from cq_tui.language import _, current
from cq_tui.query.terms import Codes
from cq_tui.schema.cells import code_words
from cq_tui.schema.field import Field
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.summary import told_events
from cq_tui.values.amounts import written

_CATEGORY = "category"


def stated_where_empty(selection: Selection) -> str:
    """The stated totals of the categories that a filter asks for; empty where it asks for none, or none are stated.

    Only where the archive tells of one event: what several state is never mixed into one line.
    """
    events, kind = told_events(selection.store), selection.kind
    if len(events) != 1 or kind.money is None or not kind.money.stated:
        return ""
    asked = [
        code
        for term in selection.query.terms
        if term.field and term.field.name == _CATEGORY and isinstance(term.test, Codes) and not term.negated
        for code in term.test.any_of
    ]
    if not asked:  # what is itemised need not be added up then
        return ""
    lines = [one for one in reconcile(events[0], selection.store.itemised) if one.category in asked and one.stated]
    field = kind.by_name[_CATEGORY]
    return ("；" if current() == "zh" else "; ").join(_words(selection.store, field, events[0], one) for one in lines)


def _words(store: Store, field: Field, event: Event, line: Line) -> str:
    """Outbound: 5 stated, CNY 5.7 bn, none itemised (para. 19)."""
    count = _("{count} stated").format(count=line.stated_count) if line.stated_count is not None else ""
    amount = written(line.stated_amount, line.currency) if line.stated_amount else _("amount not stated")
    named = _("{count} named").format(count=f"{line.itemised_count:,}")
    said = filter(None, (count, amount, named if line.itemised_count else _("none itemised")))
    label = code_words(field, line.category or "")
    where = ", ".join(_("para. {number}").format(number=number) for number in _paragraphs(store, field, event, line))
    if current() == "zh":
        return f"{label}：{'，'.join(said)}" + (f"（{where}）" if where else "")
    return f"{label}: {', '.join(said)}" + (f" ({where})" if where else "")


def _paragraphs(store: Store, field: Field, event: Event, line: Line) -> list[int]:
    """The paragraphs, of those that the event rests on, in which the category's name has its number beside it."""
    label = (field.codes or {})[line.category or ""].label
    beside = re.compile(rf"(?:{re.escape(label.zh)}|{re.escape(label.en)})\D{{0,3}}{line.stated_count}(?!\d)", re.I)
    passages = (store.get("passages", cited) for cited in event.cites)
    found = [one for one in passages if isinstance(one, Passage) and line.stated_count is not None]
    said = [one.paragraph for one in found if beside.search(f"{one.words.zh}\n{one.words.en}")]
    return list(dict.fromkeys(said))
