"""What a view is, and whether an archive can answer it."""

from typing import NamedTuple

from cq_tui.archive.wording import nearest
from cq_tui.language import _, sentences
from cq_tui.query.parse import orders, parse
from cq_tui.query.terms import Fault
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema

LONGEST_NAME = 60
"""Characters of a view's name: it stands in a line of the palette."""
LONGEST_FILTER = 1000


class View(NamedTuple):
    """A list under a name: of a kind, filtered and sorted as texts say.

    ``columns``: names of fields; without any, those that the list shows anyway.
    """

    name: str
    kind: str
    filter: str = ""
    sort: str = ""
    columns: tuple[str, ...] = ()


class Unfit(NamedTuple):
    """A key of a view that an archive can't answer, and why."""

    key: str
    message: str


def unfit(view: View, schema: Schema) -> Unfit | None:
    """What of a view the kinds and fields of an archive do not know; None where they know all."""
    kind = schema.get(view.kind)
    if kind is None:
        message = _("There is no kind {name}.").format(name=view.kind)
        return Unfit("kind", sentences(message, nearest(view.kind, list(schema))))
    if faults := parse(view.filter, kind).faults:
        return Unfit("filter", _("{text}: {why}").format(text=faults[0].text, why=faults[0].message))
    if view.sort and isinstance(sorting := orders(view.sort, kind), Fault):
        return Unfit("sort", _("{text}: {why}").format(text=sorting.text, why=sorting.message))
    known = columns_of(kind)
    for name in view.columns:
        if name not in known:
            message = _("{kind} have no column {name}.").format(kind=kind.label, name=name)
            return Unfit("columns", sentences(message, nearest(name, known)))
    return None


def columns_of(kind: Kind) -> list[str]:
    """The fields of a kind that can be columns of their own."""
    return [field.name for field in kind.asked if field.name not in kind.qualifiers]
