"""The filter as it is typed, and the sort: which records of a kind are listed, and in which order."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.state import BrowseState, QueryChanged
from cq_tui.screens.browse.tabs import TabsController
from cq_tui.screens.navigation.location import SearchLocation
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.input.filter_bar import FilterBar

if TYPE_CHECKING:
    from cq_tui.query.terms import Order


class FilterController(Controller):
    """The filter and the order of the list in front; both are kept in its list state."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("filter", "slash", N_("filter"), first=True),
        action("search", "asterisk", N_("search all"), first=True),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState, tabs: TabsController) -> None:
        self._screen = screen
        self._state = state
        self._tabs = tabs
        self._keys = ("", "")
        self._begun, self._begun_before = "", ""
        self.bar = FilterBar(self.suggest, state.session.filter_history, id="filter")

    def suggest(self, text: str) -> str | None:
        """The filter with its last word completed, by the most frequent value where they are counted."""
        from cq_tui.query.complete import complete

        completions = complete(text, self._state.asked) if self._state.asked is not None else []
        ranks = {word: rank for rank, (word, _count) in enumerate(self.bar.offers)}
        fitting = [one for one in completions if one.text.startswith(text)]
        best = min(fitting, key=lambda one: ranks.get(one.word, len(ranks)), default=None)
        return best.text if best else None

    def typed(self, text: str) -> None:
        """The filter is being typed."""
        self._state.filter = text

    def keep(self) -> None:
        """What is typed is the filter, here and in the history of filters; a value that is begun is completed."""
        if self._state.asked is not None:
            from cq_tui.query.complete import completed

            if (text := completed(self.bar.input.value, self._state.asked)) != self.bar.input.value:
                self.filter_by(text)
        self._state.session.remember(self.bar.input.value.strip())

    def filter_by(self, text: str) -> None:
        """Take another filter, as if it had been typed."""
        if self._state.asked is not None:
            self._state.filter = text
            self.bar.show(text)
            self._screen.post_message(QueryChanged())

    def clear(self) -> None:
        """Take the filter away, if there is one."""
        if self._state.filter:
            self.leave_view()
            self.filter_by("")

    def leave_view(self) -> None:
        """The list in front is that of a view no longer."""
        if (place := self._state.list) is not None:
            place.view = None

    def sort(self, orders: "tuple[Order, ...]") -> None:
        """Take another order."""
        if (place := self._state.list) is not None:
            place.orders = orders
            self._screen.post_message(QueryChanged())

    def note_key(self, key: str) -> None:
        """Remember a key and the one before it: ``g/`` searches everything, where ``/`` alone filters.

        What was begun by a letter that is no key stays for the next key alone.
        """
        self._keys = (self._keys[1], key)
        self._begun_before, self._begun = self._begun, ""

    def begin(self, letter: str) -> str:
        """A letter that is no key may be the beginning of a filter: offer to go on with it, and say so."""
        self._begun = self._begun_before + letter
        filter_, help_ = self._screen.key_of("filter", "slash"), self._screen.key_of("help", "question_mark")
        message = _("{key} has no action here. {filter} or Enter types {begun} into the filter, {help} lists the keys.")
        return message.format(key=letter, filter=filter_, begun=self._begun, help=help_)

    @property
    def is_begun(self) -> bool:
        """Whether the key before this one began a filter."""
        return bool(self._begun_before)

    def action_filter(self) -> None:
        """Type a filter."""
        if self._keys[0] == "g":
            self.action_search()
            return
        if self._state.asked is None:
            self._tabs.show_tab(1)
        self._screen.add_class("narrowed")
        self.bar.input.focus()
        if self._begun_before:
            self.bar.input.value = " ".join(filter(None, (self.bar.input.value.strip(), self._begun_before)))
            self.bar.input.cursor_position = len(self.bar.input.value)

    def action_search(self) -> None:
        """Search across everything."""
        self._screen.go(SearchLocation())
