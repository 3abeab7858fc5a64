"""Fields as they were at some time, ``stage@2024``, and the words that are a whole condition, ``overdue``.

Of kinds whose records have a history; of all others ``@`` and these words are letters as any.
"""

from dataclasses import replace
from datetime import date, timedelta

from cq_tui.language import Label, _
from cq_tui.query.tokens import TWINS, WORD_AT
from cq_tui.query.vocabulary import field_named
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.ranges import NotUnderstood
from cq_tui.values.types.base import Asked


def as_of(kind: Kind, field: Field, text: str | None) -> Field:
    """The field as it was at the end of a year, of a month or of a day; itself where none is named.

    Raises NotUnderstood for a field of which only the last is known, and for no date.
    """
    if not text or kind.history is None:
        return field
    from cq_tui.values.day_ranges import days  # as in ``Date``

    first, after = days(text)
    then = kind.history.as_of(field.name, field.follows, after - timedelta(days=1))
    if then is None:
        raise NotUnderstood(_("Only stage@{date} and overdue@{date} ask how it was then.").format(date=text))
    return replace(field, follows=then, shown=replace(field.shown, label=_label(field, first, after)))


def whole_condition(kind: Kind, body: str) -> Field | None:
    """The field that a word asks for by itself, being true: what is overdue; None for all other words."""
    if kind.history is None:
        return None
    match = WORD_AT.fullmatch(body.translate(TWINS))
    field = field_named(kind, match["name"]) if match else None
    if match is None or field is None or field.follows is None or field.type.asked is not Asked.YES_OR_NO:
        return None
    return as_of(kind, field, match["at"])


def _label(field: Field, first: date, after: date) -> Label:
    """What the field is called, and of when."""
    zh, en, day = field.label.zh, field.label.en, first.isoformat()
    if after - first == timedelta(days=1):
        return Label(f"{day}的{zh}", f"{en} on {day}")
    if after.year > first.year and first.month == 1 and after.month == 1:
        return Label(f"{day[:4]}年底的{zh}", f"{en} at the end of {day[:4]}")
    month = f"{after - timedelta(days=1)}"[:7]
    return Label(f"{month}底的{zh}", f"{en} at the end of {month}")
