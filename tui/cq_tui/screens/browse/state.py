"""What the browser looks at, as plain data: controllers change it, panes show it."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from textual.message import Message

from cq_tui.schema.kind import Kind
from cq_tui.screens.base.session import Session
from cq_tui.screens.navigation.location import ListLocation, ListState, ScrollPosition
from cq_tui.store.views.signed import has_matrix
from cq_tui.store.views.summary import tabs, told_events

if TYPE_CHECKING:
    from cq_tui.query.terms import Order

OVERVIEW = 0
"""The position of the overview among the tabs."""


@dataclass
class BrowseState:
    """The tab in front, and where the overview stands; filter, order and row of each list are kept by the session."""

    session: Session
    tab: int = OVERVIEW
    """The position of the tab in front: 0 is the overview, 1 the first of ``kinds``."""
    event: str | None = None
    """The id of the event that the overview is of; None for all, or for the only one."""
    overview_filter: str = ""
    """What narrows the deals that the overview sums up, as it is typed."""
    overview_position: ScrollPosition | None = None
    """Where the overview was when it was left; None for its top."""
    kinds: list[Kind] = field(init=False)
    """The kinds that have a tab."""

    def __post_init__(self) -> None:
        """Take the tabs from the archive."""
        self.kinds = tabs(self.session.store)

    @property
    def kind(self) -> Kind | None:
        """The kind of the list in front; None for the overview."""
        return None if self.tab == OVERVIEW else self.kinds[self.tab - 1]

    @property
    def list(self) -> ListState | None:
        """Filter, order and row of the list in front; None for the overview."""
        return None if self.kind is None else self.session.list_state(self.kind)

    @property
    def asked(self) -> Kind | None:
        """The kind whose records the filter narrows: that of the list in front, or the deals of the overview.

        None where the overview shows stated totals, which nothing narrows.
        """
        if self.kind is None and has_matrix(self.session.store, self.event):
            return self.session.store.kind("deals")
        return self.kind

    @property
    def filter(self) -> str:
        """The filter in force, of the list or the overview in front."""
        if self.list is not None:
            return self.list.filter
        return self.overview_filter if self.asked else ""

    @filter.setter
    def filter(self, text: str) -> None:
        if self.list is not None:
            self.list.filter = text
        elif self.asked is not None:
            self.overview_filter = text

    @property
    def location(self) -> ListLocation:
        """What is in front, to be come back to."""
        if self.kind is None:
            return ListLocation(None, ListState(self.filter), row=self.overview_position, event=self.event)
        return ListLocation(self.kind.name, replace(self.session.list_state(self.kind)))

    def take_archive(self) -> None:
        """Look at the archive as it was read again: a tab, a field or an event may be gone, or have moved."""
        before, schema = self.kind, self.session.store.schema
        self.kinds = tabs(self.session.store)
        self.tab = next((n for n, one in enumerate(self.kinds, 1) if before and one.name == before.name), OVERVIEW)
        for name, kind in schema.items():
            if name in self.session.list_states:
                self.session.list_states[name].orders = renewed(self.session.list_states[name].orders, kind)
        if self.event not in [event.id for event in told_events(self.session.store)]:
            self.event = None


def renewed(orders: "tuple[Order, ...]", kind: Kind) -> "tuple[Order, ...]":
    """An order by the fields that the kind has now; by those that it no longer has nothing is sorted."""
    fields = {field.name: field for field in kind.asked}
    return tuple(one._replace(field=fields[one.field.name]) for one in orders if one.field.name in fields)


class TabChanged(Message):
    """Another tab is in front, or another overview: it is to be shown."""


class QueryChanged(Message):
    """The list in front has another filter or another order: it is to be asked for."""


@dataclass
class Notice(Message):
    """Something is to be told in place of the words under the list; ``style`` is its colour.

    A message, so that it comes after the list that an earlier message asks for.
    """

    text: str
    style: str = "accent"
