"""The overview of an event, or of all."""

from collections.abc import Callable
from functools import partial

from cq_tui.screens.browse.state import BrowseState
from cq_tui.store.views.signed import Narrowed
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.views.overview import overview


class OverviewPane(LinkList):
    """Totals, reconciliation and links to the records behind them."""

    def __init__(self, state: BrowseState, *, id: str) -> None:
        super().__init__(id=id)
        self._state = state

    def show_state(self, narrowed: Narrowed | None = None) -> None:
        """Show the overview that the state names, as it stood when it was left; ``narrowed``: what a filter leaves."""
        build = partial(overview, self._state.session.store, self._state.event, narrowed=narrowed)
        self.show(build, self._state.overview_position)

    def lines_ahead(self) -> Callable[[], object]:
        """Lays out what ``show_state`` will show, in a thread: the records that it needs are in the store then."""
        return partial(overview, self._state.session.store, self._state.event, max(1, self.size.width - 1))

    def keep_position(self) -> None:
        """Let the state know where the overview stands."""
        self._state.overview_position = self.row
