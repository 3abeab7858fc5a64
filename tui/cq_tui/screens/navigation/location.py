"""Where somebody is: in a list or an overview, in an opened record, in the search, before two events."""

from dataclasses import dataclass, field

from cq_tui.query.highlight import Highlighter
from cq_tui.query.terms import Order

ScrollPosition = tuple[int, int]
"""Of a view of lines: the first line in view, and the one under the cursor."""


@dataclass
class ListState:
    """Where somebody is in a list: the filter's text, the order asked for, and the row."""

    filter: str = ""
    orders: tuple[Order, ...] = ()
    record: str | None = None


@dataclass
class ListLocation:
    """A kind's list under a filter; where the kind is None the overview, of one ``event`` or of all."""

    kind: str | None
    place: ListState = field(default_factory=ListState)
    row: ScrollPosition | None = None
    event: str | None = None

    def is_at(self, other: object) -> bool:
        """Whether the other is the same list under the same filter, however it is ordered."""
        return isinstance(other, ListLocation) and self._what == other._what

    @property
    def _what(self) -> tuple[str | None, str, str | None]:
        return self.kind, self.place.filter, self.event


@dataclass
class RecordLocation:
    """An opened record; ``highlighter`` finds what the filter found that it was come by."""

    kind: str
    id: str
    highlighter: Highlighter | None = None
    row: ScrollPosition | None = None

    def is_at(self, other: object) -> bool:
        """Whether the other is the same record."""
        return isinstance(other, RecordLocation) and (self.kind, self.id) == (other.kind, other.id)


@dataclass
class SearchLocation:
    """The search in everything, with its words."""

    text: str = ""
    row: ScrollPosition | None = None

    def is_at(self, other: object) -> bool:
        """There is one search; other words make it no other place."""
        return isinstance(other, SearchLocation)


@dataclass
class CompareLocation:
    """Two events side by side, by their ids."""

    events: tuple[str, str]
    row: ScrollPosition | None = None

    def is_at(self, other: object) -> bool:
        """Whether the other sets the same two side by side."""
        return isinstance(other, CompareLocation) and self.events == other.events


Location = ListLocation | RecordLocation | SearchLocation | CompareLocation
