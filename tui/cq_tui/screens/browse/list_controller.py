"""The list: asked for in the background, shown in one or two steps, with its summary line."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from cq_tui.language import _, ngettext
from cq_tui.schema.field import Field
from cq_tui.screens.base.query_runner import QueryRunner, Question
from cq_tui.screens.browse.state import BrowseState
from cq_tui.widgets.base.status_lines import Status
from cq_tui.widgets.table.record_table import RecordTable

if TYPE_CHECKING:  # imported by the first list that is asked for: the overview does not wait for what asks
    from cq_tui.query.highlight import Highlighter
    from cq_tui.screens.browse.query_result import QueryResult
    from cq_tui.store.selection.selection import Selection

    Show = Callable[[QueryResult, bool], None]


class ListController:
    """Queries the list that the state names; shows rows in the table and totals in the summary line."""

    def __init__(
        self, state: BrowseState, runner: QueryRunner, far: QueryRunner, table: RecordTable, status: Status
    ) -> None:
        """``runner`` asks for the list, ``far`` for rows of it that come into view."""
        self._state = state
        self._runner, self._far = runner, far
        self._shown: Selection | None = None
        """The selection that was asked for last, once its rows are on the screen; None until then."""
        self._counted: Selection | None = None
        """The last one that was counted: what is typed on to its filter is looked for in it alone."""
        self._misses_rows = False
        """Whether rows that were asked for did not come."""
        self._complete = True
        """Whether it is counted and summed."""
        self._summary = [""]
        self._message: tuple[str, str] | None = None
        """A message and its style that waits for the summary, to be shown in its place."""
        self.table = table
        self.status = status

    @property
    def field(self) -> Field | None:
        """The field under the cursor; None while the list of another tab is still on the screen."""
        shown = self.table.selection
        return self.table.field if shown is not None and shown.kind is self._state.kind else None

    @property
    def asked(self) -> "Selection | None":
        """The selection of the current filter and order, which may not be on the screen yet; None on the overview."""
        if self._state.kind is None:
            return None
        if self._shown is not None and self._shown.counted:
            return self._shown
        return self._selection()

    @property
    def highlighter(self) -> "Highlighter | None":
        """Marks the words of the filter of the list on the screen."""
        from cq_tui.query.highlight import Highlighter

        selection = self.table.selection
        return Highlighter(selection.query, selection.store.widen) if selection else None

    def _selection(self) -> "Selection":
        from cq_tui.query.parse import parse
        from cq_tui.store.selection.selection import Selection

        kind, place = self._state.kind, self._state.list
        assert kind is not None
        assert place is not None
        return Selection(self._state.session.store, parse(place.filter, kind), place.orders, before=self._counted)

    def ask(self, show: "Show", *, at_once: bool = False) -> None:
        """Query the current list, in place of a query that runs; ``at_once`` blocks until it is answered.

        ``show`` gets each result once its rows are in the table, and whether they are new there: the second result of
        a question brings the same ones.
        """
        place = self._state.list
        if place is None:
            return
        from cq_tui.screens.browse.query_result import query_results

        self._far.cancel()
        selection = self._selection()
        width = self.table.size.width or self.table.app.size.width
        selection.hold(self.table.columns.possible(width, self._state.session.layout(selection.kind)))
        self._shown, self._complete = None, False
        results = partial(query_results, selection, place.record, place.filter)
        if at_once:
            self._runner.cancel()
            *_first_page, whole = results()
            self._take(show, None, whole)
        else:
            self._runner.ask(partial(self._find, results, show), self._fail, cancel=selection.cancel)

    def bring(self, far: RecordTable.Far) -> None:
        """Ask for rows in the background, and bring them into view then."""
        selection = self.table.selection
        if selection is None:
            return

        def there(_found: None) -> None:
            if self.table.selection is selection:
                if self._misses_rows:
                    self.show_summary()  # it stands no longer why they did not come
                self._misses_rows = False
                far.then()

        def failed(error: Exception) -> None:
            self._misses_rows = True
            self.status.show_message(str(error), "fault")

        self._far.find(partial(selection.fetch, far.rows), there, failed, at_once=False)

    def give_up(self) -> None:
        """Cancel: a list that comes late would take the focus from the overview."""
        self._runner.cancel()
        self._far.cancel()
        self._shown, self._complete = None, True

    def _find(self, results: "Callable[[], Iterator[QueryResult]]", show: "Show", question: Question) -> None:
        for found in results():
            question.show(self._take, show, question, found)

    def _fail(self, error: Exception) -> None:
        self._complete = True
        self.status.show_message(str(error), "fault")

    def _take(self, show: "Show", question: Question | None, found: "QueryResult") -> None:
        selection = found.selection
        rows_stand = self._shown is selection and found.cursor == self.table.cursor
        self._shown, self._complete = selection, found.whole
        if selection.counted:
            self._counted = selection
        if selection.counted and question is not None:
            question.keep()  # its rows can be moved about in until the next list has come
        self._summary = found.words
        with self.table.app.batch_update():
            if rows_stand:
                self.table.rows_counted()
            else:
                session = self._state.session
                self.table.marked = session.marked(selection.kind)
                self.table.news = self._news
                self.table.instead = found.instead
                self.table.show(selection, found.cursor, session.layout(selection.kind))
            show(found, not rows_stand)

    @property
    def _news(self) -> dict[str, str]:
        """The signs of what is new in the view that is open."""
        view = self._state.list.view if self._state.list else None
        return view.news.signs if view and view.news else {}

    def show_news(self) -> None:
        """Mark the rows that are new or changed in the view that is open."""
        self.table.news = self._news
        self.table.refresh()

    def show_summary(self) -> None:
        """Show the summary with the view and the number of marked records, or the message that waited for it."""
        first, *others = self._summary
        marked = len(self.table.marked)
        if marked:
            others.insert(0, ngettext("{count} marked", "{count} marked", marked).format(count=marked))
        if self._state.list and self._state.list.view:
            others.insert(0, _("view {name}").format(name=self._state.list.view.saved.view.name))
        self.status.update([(first, "main"), *((part, "text") for part in others)])
        if self._message:
            self.status.show_message(*self._message)
            self._message = None if self._complete else self._message

    def show_message(self, message: str, style: str = "accent") -> None:
        """Show a message in place of the summary, after the list that is being asked for."""
        if self._complete:
            self.status.show_message(message, style)
        else:
            self._message = message, style
