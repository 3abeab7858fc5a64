"""Which records of a kind are listed, and in which order: the filter as it is typed, the sort."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.query.complete import complete
from cq_tui.query.edit import without_last
from cq_tui.screens.browse.tabbed import Tabbed
from cq_tui.screens.dialogs.facets import FacetScreen
from cq_tui.store.facets import has_values
from cq_tui.widgets.base.action import action, noted
from cq_tui.widgets.input.filter_bar import FilterBar, FilterInput
from cq_tui.widgets.table.record_table import RecordTable


class Narrowing(Tabbed):
    """The filter and the order of the list in front; both are kept in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("facets", "f", noted("values"), first=True),
        action("escape", "escape", noted("clear the filter")),
        action("drop-term", "backspace", noted("drop the last condition")),
        action("reset", "r", noted("reset filter and order")),
    ]

    @on(FilterBar.Changed)
    def _typed(self, event: FilterBar.Changed) -> None:
        if self.kind is not None:
            self.session.list_state(self.kind).filter = event.text
            self.select()

    def suggest(self, text: str) -> str | None:
        """The filter with its last word completed, by the most frequent value where they are counted."""
        completions = complete(text, self.kind) if self.kind is not None else []
        ranks = {word: rank for rank, (word, _count) in enumerate(self.filter_bar.offers)}
        fitting = [one for one in completions if one.text.startswith(text)]
        best = min(fitting, key=lambda one: ranks.get(one.word, len(ranks)), default=None)
        return best.text if best else None

    @on(FilterInput.Kept)
    def _kept(self) -> None:
        self.session.remember(self.filter_bar.input.value.strip())
        self.front.focus()
        self.remember_location()

    @on(FilterInput.Cleared)
    def _cleared(self) -> None:
        self._clear()
        self.front.focus()

    def _clear(self) -> None:
        if self.kind is not None and self.session.list_state(self.kind).filter:
            self.filter_by("")

    def filter_by(self, text: str) -> None:
        """Take another filter, as if it had been typed."""
        if self.kind is not None:
            self.session.list_state(self.kind).filter = text
            self.filter_bar.show(text)
            self.select()

    def action_facets(self) -> None:
        """The values of the column under the cursor, with counts and sums."""
        asked, field = self.asked, self.field
        if asked is None or field is None:
            return
        if not has_values(field):
            self.status.show_message(_("{field} has no single values to count.").format(field=field.label))
        else:
            self.app.push_screen(FacetScreen(self.session, asked.query, field, self.filter_by))

    def action_escape(self) -> None:
        """Clear the filter, or go from the overview of one event to that of all; never quits."""
        if self.kind is None:
            self.show_overview(None)
        self._clear()

    def action_drop_term(self) -> None:
        """Drop the last condition of the filter."""
        if (asked := self.asked) is not None:
            self.filter_by(without_last(asked.query))

    def action_reset(self) -> None:
        """Back to all records in the order of the files."""
        if self.kind is not None:
            self.session.list_state(self.kind).orders = ()
            self._clear()
            self.select()

    @on(RecordTable.Sorted)
    def _sorted(self, event: RecordTable.Sorted) -> None:
        if self.kind is not None and self.field is not None:
            self.session.list_state(self.kind).orders = event.orders
            self.select()
