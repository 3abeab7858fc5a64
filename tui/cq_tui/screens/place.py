"""Where somebody is: in a list or an overview, in an opened record, in the search, before two events."""

from dataclasses import dataclass, field

from cq_tui.query.highlight import Highlighter
from cq_tui.query.terms import Order

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
    """A kind's list under a filter; where the kind is None the overview, of one ``event`` or of all."""

    kind: str | None
    place: Place = field(default_factory=Place)
    row: Row | None = None
    event: str | None = None

    def is_at(self, other: object) -> bool:
        """Whether the other is the same list under the same filter, however it is ordered."""
        return isinstance(other, ListVisit) and self._what == other._what

    @property
    def _what(self) -> tuple[str | None, str, str | None]:
        return self.kind, self.place.filter, self.event


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


@dataclass
class CompareVisit:
    """Two events side by side, by their ids."""

    events: tuple[str, str]
    row: Row | None = None

    def is_at(self, other: object) -> bool:
        """Whether the other sets the same two side by side."""
        return isinstance(other, CompareVisit) and self.events == other.events


Visit = ListVisit | RecordVisit | SearchVisit | CompareVisit
