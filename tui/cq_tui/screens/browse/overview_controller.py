"""The overview under a filter: what it sums up is asked for in the background, as a list is."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from cq_tui.kinds.events import Event
from cq_tui.screens.base.query_runner import QueryRunner, Question
from cq_tui.screens.browse.overview_pane import OverviewPane
from cq_tui.screens.browse.state import BrowseState
from cq_tui.store.views.overview_words import overview_words
from cq_tui.store.views.signed import Narrowed
from cq_tui.store.views.summary import main_event, told_events
from cq_tui.widgets.base.status_lines import Status

if TYPE_CHECKING:  # an overview without a filter asks nothing
    from cq_tui.export.overview import OverviewRequest
    from cq_tui.query.terms import Query
    from cq_tui.store.selection.selection import Selection

    Show = Callable[[Query | None], None]
    KeyOf = Callable[[str, str], str]

_ALONG = "along", "right"


class OverviewController:
    """Shows the overview that the state names, and under a filter what that leaves of the deals."""

    def __init__(
        self, state: BrowseState, runner: QueryRunner, pane: OverviewPane, status: Status, key_of: "KeyOf"
    ) -> None:
        """``key_of`` tells the first key of an action as people write it."""
        self._state = state
        self._runner = runner
        self._pane = pane
        self._status = status
        self._key_of = key_of

    @property
    def selection(self) -> "Selection | None":
        """The deals that the overview sums up; None where it shows stated totals."""
        query = self.query
        if query is None:
            return None
        from cq_tui.store.selection.selection import Selection

        return Selection(self._state.session.store, query)

    @property
    def query(self) -> "Query | None":
        """The filter over the overview; None where a list is in front, or nothing that can be asked."""
        kind = self._state.asked
        if self._state.kind is not None or kind is None:
            return None
        from cq_tui.query.parse import parse

        return parse(self._state.filter, kind)

    @property
    def export_request(self) -> "OverviewRequest":
        """What stands on the screen, to be written into a file."""
        from cq_tui.export.overview import OverviewRequest

        store, event = self._state.session.store, self._state.event
        found = store.get("events", event) if event else main_event(store) if len(told_events(store)) < 2 else None
        query = self.query.applied if self.query else None
        selection = None
        if query is not None and query.parts:
            from cq_tui.store.selection.selection import Selection

            selection = Selection(store, query)
        return OverviewRequest(store, found if isinstance(found, Event) else None, selection)

    def ask(self, show: "Show", *, at_once: bool = False) -> None:
        """Show the overview; ``show`` is called with the filter once that stands on the screen, None without one.

        ``at_once`` blocks until it stands there.
        """
        self._runner.cancel()
        selection = self.selection if self._state.filter.strip() else None
        if selection is None:
            at_once = at_once or not self._state.session.store.may_wait
            along, lines = self._key_of(*_ALONG), None if at_once else self._pane.lines_ahead()
            find = partial(self._words, self._state.event, along, lines)
            self._runner.find(find, partial(self._take_all, show), self._fail, at_once=at_once)
            return

        def work(question: Question) -> None:
            from cq_tui.store.views.footer import footer_parts

            items = selection.tally()
            narrowed = Narrowed(selection.query.text, items)
            question.show(self._take, selection.query, narrowed, footer_parts(selection), show)
            question.keep()

        self._runner.ask(work, self._fail, cancel=selection.cancel)

    def _words(self, event: str | None, along: str, lines: "Callable[[], object] | None") -> list[str]:
        """What stands under the overview; ``lines`` lays it out once, so that nothing is asked when it is shown."""
        if lines is not None:
            lines()
        return overview_words(self._state.session.store, event, along)

    def _take_all(self, show: "Show", words: list[str]) -> None:
        with self._pane.app.batch_update():
            self._show_words(words)
            self._pane.show_state()
            show(None)

    def give_up(self) -> None:
        """Cancel: a list is in front."""
        self._runner.cancel()

    def _take(self, query: "Query", narrowed: Narrowed, words: list[str], show: "Show") -> None:
        with self._pane.app.batch_update():
            self._pane.show_state(narrowed)
            self._show_words(words)
            show(query)

    def _show_words(self, words: list[str]) -> None:
        first, *others = words
        self._status.update([(first, "main"), *((part, "text") for part in others)])

    def _fail(self, error: Exception) -> None:
        self._status.show_message(str(error), "fault")
