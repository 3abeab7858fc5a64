"""What the parts of the browser share: the tab in front, and its selection, asked for in a thread and shown."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from textual.widget import Widget

from cq_tui.language import _, many
from cq_tui.query.parse import parse
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.query_result import QueryResult, query_results
from cq_tui.screens.navigation.location import ListLocation
from cq_tui.store.selection import Selection
from cq_tui.store.words import tabs
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.status_lines import Status, Tabs
from cq_tui.widgets.input.filter_bar import FilterBar
from cq_tui.widgets.table.record_table import RecordTable

OVERVIEW = 0
"""The place of the overview among the tabs."""


class Browsing(BaseScreen):
    """Text, query and selection of the tab in front; a newer selection ends an older one."""

    def __init__(self, session: Session, tab: int = OVERVIEW) -> None:
        super().__init__(session)
        self.tab = tab
        self.kinds = tabs(session.store)
        self.event: str | None = None
        """The event that the overview is of; None for all, or for the only one."""
        self._runner = self.new_runner("select")
        self._shown: Selection | None = None
        """The list that was asked for last, once its rows are on the screen."""
        self._complete = True
        """Whether it is counted and summed."""
        self._words: list[str] = [""]
        self._message: tuple[str, str] | None = None
        """What is to be shown in place of the words under the list, once that has come."""

    @property
    def kind(self) -> Kind | None:
        """The kind of the tab in front; None for the overview."""
        return None if self.tab == OVERVIEW else self.kinds[self.tab - 1]

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one(RecordTable)

    @property
    def field(self) -> Field | None:
        """The field under the cursor; None while the list of another tab is still on the screen."""
        shown = self.table.selection
        return self.table.field if shown is not None and shown.kind is self.kind else None

    @property
    def asked(self) -> Selection | None:
        """The list in front as it was asked for last, though it may still be on its way to the screen."""
        if self.kind is None:
            return None
        if self._shown is not None and self._shown.counted:
            return self._shown
        place = self.session.list_state(self.kind)
        return self.session.store.select(parse(place.filter, self.kind), place.orders)

    @property
    def front(self) -> Widget:
        """What has the keys when nothing is typed."""
        return self.table

    @property
    def filter_bar(self) -> FilterBar:
        """What is typed, and what it means."""
        return self.query_one(FilterBar)

    @property
    def status(self) -> Status:
        """The words under the list."""
        return self.query_one(Status)

    def select(self, *, at_once: bool = False) -> None:
        """Ask for the records of the list in front, as its place says; ``at_once`` waits for them."""
        if self.kind is None:
            return
        place = self.session.list_state(self.kind)
        selection = self.session.store.select(parse(place.filter, self.kind), place.orders)
        self._shown, self._complete = None, False
        results = partial(query_results, selection, place.record, place.filter)
        if at_once:
            self._runner.cancel()
            *_first_page, whole = results()
            self._show_result(None, whole)
        else:
            self._runner.ask(partial(self._find, results), self._fail, cancel=selection.cancel)

    def _find(self, results: Callable[[], Iterator[QueryResult]], question: Question) -> None:
        for found in results():
            question.show(self._show_result, question, found)

    def _fail(self, error: Exception) -> None:
        self._complete = True
        self.status.show_message(str(error), "fault")

    def _show_result(self, question: Question | None, found: QueryResult) -> None:
        selection = found.selection
        rows_stand = self._shown is selection and found.cursor == self.table.cursor
        self._shown, self._complete = selection, found.whole
        if selection.counted and question is not None:
            question.keep()  # its rows can be moved about in until the next list has come
        with self.app.batch_update():
            self.show_front()
            self.filter_bar.explain(selection.query, self.session.store.name, found.offers)
            if not rows_stand:
                self.show_found(found)
            if not self.filter_bar.input.has_focus:
                self.front.focus()
            self._words = found.words
            self.show_summary()
            if self._message:
                self.status.show_message(*self._message)
                self._message = None if self._complete else self._message
            self.show_keys()
        if not self.filter_bar.input.has_focus:
            self.remember_location()

    def show_message(self, message: str, style: str = "accent") -> None:
        """Show a message in place of the words under the list, once a list that is asked for has come."""
        if self._complete:
            self.status.show_message(message, style)
        else:
            self._message = message, style

    def show_found(self, found: QueryResult) -> None:
        """Show the records that were asked for."""
        self.table.marked = self.session.marked(found.selection.kind)
        self.table.show(found.selection, found.cursor, self.session.layout(found.selection.kind))

    def show_summary(self) -> None:
        """Say what is on the screen, and how many of its kind are marked."""
        first, *others = self._words
        marked = len(self.table.marked)
        if marked:
            others.insert(0, many("{count} marked", "{count} marked", marked).format(count=marked))
        self.status.update([(first, "main"), *((part, "text") for part in others)])

    def remember_location(self) -> None:
        """Remember among what was visited what is in front, with its row and its order."""
        if self.kind is None:
            location = ListLocation(None, row=self.query_one("#overview", LinkList).row, event=self.event)
        else:
            location = ListLocation(self.kind.name, replace(self.session.list_state(self.kind)))
        if self.app.screen is self:
            self.session.history.at(location)

    def show_front(self) -> None:
        """Show which tab is in front, and what stands under it: a list or the overview."""
        store = self.session.store
        labels: list[tuple[str, str, int | None]] = [(_("Overview"), _("Overview"), None)]
        labels += [(str(kind.label), str(kind.tab_label), store.total(kind.name)) for kind in self.kinds]
        self.query_one(Tabs).update(labels, self.tab)
        self.set_class(self.kind is None, "overview")
