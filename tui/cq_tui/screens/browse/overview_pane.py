"""The overview of an event, or of all."""

from functools import partial

from cq_tui.screens.browse.state import BrowseState
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.views.overview import overview


class OverviewPane(LinkList):
    """Totals, reconciliation and links to the records behind them."""

    def __init__(self, state: BrowseState, *, id: str) -> None:
        super().__init__(id=id)
        self._state = state

    def show_state(self) -> None:
        """Show the overview that the state names, as it stood when it was left."""
        self.show(partial(overview, self._state.session.store, self._state.event), self._state.overview_position)
        self.focus()

    def keep_position(self) -> None:
        """Let the state know where the overview stands."""
        self._state.overview_position = self.row
