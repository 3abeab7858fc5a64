"""Conditions of the filter: chosen from the values of a column, dropped one by one, all taken away."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.filter import FilterController
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.screens.browse.tabs import TabsController
from cq_tui.widgets.base.action import N_, action

if TYPE_CHECKING:
    from cq_tui.query.terms import Query
    from cq_tui.schema.field import Field


class ConditionsController(Controller):
    """Changes the filter without typing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("facets", "f", N_("values"), first=True),
        action("escape", "escape", N_("clear the filter")),
        action("drop-term", "backspace", N_("drop the last condition")),
        action("reset", "r", N_("reset filter and order")),
    ]

    def __init__(
        self,
        screen: BaseScreen,
        state: BrowseState,
        lists: ListController,
        filter: FilterController,
        tabs: TabsController,
    ) -> None:
        self._screen = screen
        self._state = state
        self._lists = lists
        self._filter = filter
        self._tabs = tabs

    def action_facets(self) -> None:
        """The values of the column under the cursor; on what records are called, ask which column."""
        asked, field = self._lists.asked, self._lists.field
        if asked is None or field is None:
            return
        from cq_tui.screens.dialogs.facet_columns import FacetColumnsScreen
        from cq_tui.store.selection.facets import has_values

        if not has_values(field):
            message = _("{field} has no single values to count.").format(field=field.label)
            self._screen.show_message(message)
        elif field is asked.kind.heading:
            choose = partial(self._show_facets, asked.query)
            self._screen.app.push_screen(FacetColumnsScreen(self._state.session, asked.query, choose))
        else:
            self._show_facets(asked.query, field)

    def _show_facets(self, query: "Query", field: "Field") -> None:
        from cq_tui.screens.dialogs.facets import FacetScreen

        self._screen.app.push_screen(FacetScreen(self._state.session, query, field, self._filter.filter_by))

    def action_escape(self) -> None:
        """Clear the filter, or go from the overview of one event to that of all; never quits."""
        if self._state.filter:
            self._filter.clear()
        elif self._state.kind is None and self._state.event is not None:
            self._tabs.show_overview(None)
        else:
            back, leave = self._screen.key_of("visits-back", "left_square_bracket"), self._screen.key_of("back", "q")
            message = _("There is no filter to clear. {back} goes back, {leave} quits.")
            self._screen.show_message(message.format(back=back, leave=leave))

    def action_drop_term(self) -> None:
        """Drop the last condition of the filter."""
        if not self._state.filter:
            self._screen.show_message(_("There is no condition to drop."))
        elif (kind := self._state.asked) is not None:
            from cq_tui.query.edit import without_last
            from cq_tui.query.parse import parse

            self._filter.filter_by(without_last(parse(self._state.filter, kind)))

    def action_reset(self) -> None:
        """Back to all records in the order of the files."""
        place = self._state.list
        if not self._state.filter and not (place and (place.orders or place.view)):
            self._screen.show_message(_("All records stand here, in the order of the files."))
            return
        if place is not None:
            place.orders = ()
        self._filter.leave_view()
        self._filter.filter_by("")
