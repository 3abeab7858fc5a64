"""What was told of a record over the years, to be shown as a line in time."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from cq_tui.language import _
from cq_tui.schema.history import FIELD
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.views.links import Link
from cq_tui.values.clean import clean_line
from cq_tui.values.today import today


class Told(NamedTuple):
    """An entry: when, the words of what was told, its note, and the passages that tell it.

    ``planned``: it was to come by then; ``overdue``: and has not. ``money``: its words tell an amount.
    """

    when: str
    words: tuple[str, ...]
    note: str
    planned: bool
    overdue: bool
    links: tuple[Link, ...]

    @property
    def text(self) -> str:
        """All but the passages."""
        return "  ".join(filter(None, (*self.words, self.note)))


def is_history(kind: Kind, name: str) -> bool:
    """Whether a field of a kind is the history of its records."""
    return kind.history is not None and name == FIELD


def told(store: Store, kind: Kind, record: Record) -> Iterator[Told]:
    """The entries of a record in the order of time."""
    rule, entries = kind.history, getattr(record, FIELD, ())
    if rule is None or not entries:
        return
    parts = {part.name: part for part in kind.by_name[FIELD].parts}
    missed = rule.overdue(getattr(record, "stage", None), entries, today())
    for entry in entries:
        late = any(entry is one for one in missed)
        words = [_words(parts[name], entry, store) for name in ("stage", "amount")]
        if entry.planned:
            words[0] = (_("planned, overdue: {stage}") if late else _("planned: {stage}")).format(stage=words[0])
        links = tuple(
            Link(str(parts["cites"].label), "passages", one, store.name("passages", one), FIELD) for one in entry.cites
        )
        note = clean_line(str(entry.note)) if entry.note else ""
        yield Told(entry.date, tuple(filter(None, words)), note, bool(entry.planned), late, links)


def promised(store: Store, kind: Kind, record: Record) -> str:
    """The amount that was told first, in words, where another one has come; empty where it is the same."""
    first = next((one for one in getattr(record, FIELD, ()) if one.amount is not None and not one.planned), None)
    if kind.history is None or first is None:
        return ""
    now = (getattr(record, "amount", None), getattr(record, "currency", None))
    amount = next(part for part in kind.by_name[FIELD].parts if part.name == "amount")
    return "" if now == (first.amount, first.currency) else _words(amount, first, store)


def _words(part: Any, entry: Any, store: Store) -> str:
    value = getattr(entry, part.name)
    return "" if value is None else clean_line(part.type.words(value, entry, store.name))
