"""Where somebody is: in a list or the overview, in an opened record, in the search."""

from dataclasses import dataclass, field

from tui.query.highlight import Highlighter
from tui.query.terms import Order

Row = tuple[int, int]
"""Of a view of lines: the first line in view, and the one under the cursor."""


@dataclass
class Place:
    """Where somebody is in a list: the filter's text, the order asked for, and the row."""

    filter: str = ""
    orders: tuple[Order, ...] = ()
    record: str | None = None


@dataclass
class ListVisit:
    """A kind's list under a filter, or the overview where the kind is None."""

    kind: str | None
    place: Place = field(default_factory=Place)
    row: Row | None = None

    def is_at(self, other: object) -> bool:
        """Whether the other is the same list under the same filter, however it is ordered."""
        return isinstance(other, ListVisit) and (self.kind, self.place.filter) == (other.kind, other.place.filter)


@dataclass
class RecordVisit:
    """An opened record; ``highlighter`` finds what the filter found that it was come by."""

    kind: str
    id: str
    highlighter: Highlighter | None = None
    row: Row | None = None

    def is_at(self, other: object) -> bool:
        """Whether the other is the same record."""
        return isinstance(other, RecordVisit) and (self.kind, self.id) == (other.kind, other.id)


@dataclass
class SearchVisit:
    """The search in everything, with its words."""

    text: str = ""
    row: Row | None = None

    def is_at(self, other: object) -> bool:
        """There is one search; other words make it no other place."""
        return isinstance(other, SearchVisit)


Visit = ListVisit | RecordVisit | SearchVisit
