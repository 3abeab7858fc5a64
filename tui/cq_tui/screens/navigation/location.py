"""Locations: a list or overview, an opened record, the search, a comparison of two events, a list over time."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:  # the first frame asks nothing
    from cq_tui.query.highlight import Highlighter
    from cq_tui.query.terms import Order
    from cq_tui.screens.navigation.view_location import OpenedView
    from cq_tui.values.periods import Size

ScrollPosition = tuple[int, int]
"""First visible line and cursor line of a view, from 0."""


@dataclass
class ListState:
    """State of a kind's list: filter text, sort order, the id of the record under the cursor, and the view it is of.

    A view stays in force where its list is narrowed or sorted otherwise, until the list is reset.
    """

    filter: str = ""
    orders: "tuple[Order, ...]" = ()
    record: str | None = None
    view: "OpenedView | None" = None


@dataclass
class ListLocation:
    """A kind's list; with ``kind`` None the overview, of one ``event`` or, where that is None, of all."""

    kind: str | None
    list_state: ListState = field(default_factory=ListState)
    row: ScrollPosition | None = None
    event: str | None = None

    def is_at(self, other: object) -> bool:
        """Same kind, filter and event; order and row may differ."""
        return isinstance(other, ListLocation) and self._what == other._what

    @property
    def _what(self) -> tuple[str | None, str, str | None]:
        return self.kind, self.list_state.filter, self.event


@dataclass
class RecordLocation:
    """An opened record; ``highlighter`` marks the words of the filter that led to it."""

    kind: str
    id: str
    highlighter: "Highlighter | None" = None
    row: ScrollPosition | None = None

    def is_at(self, other: object) -> bool:
        """Same record; the scroll position may differ."""
        return isinstance(other, RecordLocation) and (self.kind, self.id) == (other.kind, other.id)


@dataclass
class SearchLocation:
    """Search across all kinds, with its words."""

    text: str = ""
    row: ScrollPosition | None = None

    def is_at(self, other: object) -> bool:
        """Always, for another search: there is one, whatever its words."""
        return isinstance(other, SearchLocation)


@dataclass
class CompareLocation:
    """Two events side by side, by their ids."""

    events: tuple[str, str]
    row: ScrollPosition | None = None

    def is_at(self, other: object) -> bool:
        """Same two events, in the same order."""
        return isinstance(other, CompareLocation) and self.events == other.events


@dataclass
class TimelineLocation:
    """A kind's records that answer a filter, over time; ``size`` None for the periods that suit them.

    ``key`` is the period under the cursor, None for what is not dated and empty for the last one; ``what`` is what the
    bars measure.
    """

    kind: str
    filter: str = ""
    size: "Size | None" = None
    key: str | None = ""
    what: "tuple[str | None, str | None]" = (None, None)

    def is_at(self, other: object) -> bool:
        """Same records; the periods and the cursor may differ."""
        return isinstance(other, TimelineLocation) and (self.kind, self.filter) == (other.kind, other.filter)


@dataclass
class TwinsLocation:
    """The pairs of deals that may be one deal told twice; ``at`` is the pair in front."""

    at: int = 0

    def is_at(self, other: object) -> bool:
        """Always, for other pairs: they are gone through in one place."""
        return isinstance(other, TwinsLocation)


@runtime_checkable
class Located(Protocol):
    """A screen that shows a location; the others are dialogs in front of one."""

    def remember_location(self) -> None:
        """Let the history know where the screen stands now."""


Location = ListLocation | RecordLocation | SearchLocation | CompareLocation | TimelineLocation | TwinsLocation
