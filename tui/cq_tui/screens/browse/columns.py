"""The columns of the list in front: hidden, moved and widened where the cursor stands, or on a screen of their own."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.column_actions import arranging
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.settings.columns import Layout
from cq_tui.widgets.base.action import N_, action


class ColumnsController(Controller):
    """Arranges the columns of a kind; the arrangement is kept from run to run."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("columns", "C", N_("choose and order columns")),
        action("column-hide", "minus", N_("hide the column"), call="hide_column"),
        *arranging(),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState, lists: ListController) -> None:
        self._screen = screen
        self._state = state
        self._lists = lists

    def _arrange(self, layout: Layout) -> None:
        if self._state.kind is layout.kind and self._lists.field is not None:
            self._lists.table.rearrange(layout, self._lists.field)
        why_not = self._state.session.keep_layout(layout)
        if why_not:
            self._screen.show_message(_("This choice can't be kept: {why}").format(why=why_not))

    def action_columns(self) -> None:
        """All columns to choose from."""
        if self._state.kind is not None:
            from cq_tui.screens.dialogs.columns import ColumnsScreen

            self._screen.app.push_screen(ColumnsScreen(self._state.session, self._state.kind, self._arrange))

    def action_hide_column(self) -> None:
        """Hide the column under the cursor."""
        if self._state.kind is None or (field := self._lists.field) is None:
            return
        layout = self._state.session.layout(self._state.kind)
        if (changed := layout.toggled(field.name)) is layout:
            self._screen.show_message(_("The last column stays."))
            return
        self._arrange(changed)
        words = _("Hidden: {field}. {key} lists all columns.")
        self._screen.show_message(words.format(field=field.label, key=self._screen.key_of("columns", "C")))

    def action_move_column(self, step: int) -> None:
        """Move the column under the cursor to the left or to the right."""
        if self._state.kind is not None and (field := self._lists.field) is not None:
            self._arrange(self._state.session.layout(self._state.kind).moved(field.name, step))

    def action_widen_column(self, step: int) -> None:
        """Make the column under the cursor wider or narrower, and say how wide: at the right edge that shows little."""
        kind, field = self._state.kind, self._lists.field
        now = self._lists.table.columns.width_of(field) if field is not None else None
        if kind is None or field is None or now is None:
            self._screen.show_message(_("There is no column under the cursor."))
            return
        layout = self._state.session.layout(kind).widened(field.name, now, step)
        self._screen.show_message(
            _("{column}: {width} cells wide").format(column=field.label, width=layout.widths[field.name])
        )
        self._arrange(layout)
