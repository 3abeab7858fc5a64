"""Why a key does nothing on the lists or the overview, and where it would act."""

from collections.abc import Sequence

from textual.binding import Binding

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.filter import FilterController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.widgets.base.action import rebound
from cq_tui.widgets.table.record_table import RecordTable

_OF_LISTS = frozenset(
    "facets list_marked unmark columns hide_column move_column widen_column copy command_line".split()
)
"""Actions on the list in front: the overview has no keys for them, and says where they are."""
_OF_FILTERS = frozenset(("drop_term", "reset"))
"""Actions on the filter: those of an overview that no filter narrows, too."""


class UnusedKeys:
    """Knows the screen's keys, as they are bound, and the controllers that say why an action is not possible."""

    def __init__(
        self, screen: BaseScreen, state: BrowseState, controllers: Sequence[Controller], filter_: FilterController
    ) -> None:
        self._screen, self._state = screen, state
        self._controllers, self._filter = controllers, filter_

    def is_of_lists(self, action: str) -> bool:
        """Whether an action needs a list in front, or a filter where nothing is to be filtered."""
        name = action.partition("(")[0]
        return name in _OF_LISTS or (name in _OF_FILTERS and self._state.asked is None)

    def why(self, key: str, shown: str) -> str:
        """On the overview where a key of lists acts, elsewhere why an action does not; a letter may be a filter."""
        if self._state.kind is None and key in self._keys_of_lists():
            words = _("{key} is for a list: {tab} is {kind}.")
            return words.format(key=shown, tab=self._screen.key_of("tab-2", "2"), kind=self._state.kinds[0].label)
        for one in self._bound():
            if key in self._keys(one):
                name = one.action.partition("(")[0]
                owners = (owner for owner in self._controllers if hasattr(owner, f"action_{name}"))
                if why := next((why for owner in owners if (why := owner.why_not(one.action))), ""):
                    return why
        if self._state.kind is not None and len(shown) == 1 and shown.isalpha():
            return self._filter.begin(shown)
        words = _("{key} does nothing here; {filter} filters, {help} lists the keys.")
        filter_, help_ = self._screen.key_of("filter", "slash"), self._screen.key_of("help", "question_mark")
        return words.format(key=shown, filter=filter_, help=help_)

    def _bound(self) -> list[Binding]:
        return [one for one in self._screen.BINDINGS if isinstance(one, Binding)]

    def _keys(self, one: Binding) -> list[str]:
        return rebound(one, self._screen.session.keymap).key.split(",")

    def _keys_of_lists(self) -> set[str]:
        """The keys of what is done to a list, as they are bound."""
        of_lists = [one for one in self._bound() if self.is_of_lists(one.action)]
        of_tables = [one for one in RecordTable.BINDINGS if isinstance(one, Binding)]
        return {key for one in (*of_lists, *of_tables) for key in self._keys(one)}
