"""The columns of the list in front: hidden, moved and widened where the cursor stands, or on a screen of their own."""

from typing import ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.browse.browsing import Browsing
from cq_tui.screens.dialogs.columns import ColumnsScreen, arranging
from cq_tui.settings.columns import Layout
from cq_tui.widgets.base.action import action, noted


class Arranging(Browsing):
    """Arranges the columns of a kind; the arrangement is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("columns", "C", noted("columns: which, in which order, how wide")),
        action("column-hide", "minus", noted("hide the column"), call="hide_column"),
        *arranging(),
    ]

    def _arrange(self, layout: Layout) -> None:
        if self.kind is layout.kind and self.field is not None:
            self.table.rearrange(layout, self.field)
        why_not = self.session.memory.keep_columns(layout.kind.name, layout.table())
        if why_not:
            self.status.show_message(_("This choice can't be kept: {why}").format(why=why_not))

    def action_columns(self) -> None:
        """All columns to choose from."""
        if self.kind is not None:
            self.app.push_screen(ColumnsScreen(self.session, self.kind, self._arrange))

    def action_hide_column(self) -> None:
        """Hide the column under the cursor."""
        if self.kind is None or (field := self.field) is None:
            return
        layout = self.session.layout(self.kind)
        if (changed := layout.toggled(field.name)) is layout:
            self.status.show_message(_("The last column stays."))
            return
        self._arrange(changed)
        words = _("Hidden: {field}. {key} lists all columns.")
        self.status.show_message(words.format(field=field.label, key=self.key_of("columns", "C")))

    def action_move_column(self, step: int) -> None:
        """Move the column under the cursor to the left or to the right."""
        if self.kind is not None and (field := self.field) is not None:
            self._arrange(self.session.layout(self.kind).moved(field.name, step))

    def action_widen_column(self, step: int) -> None:
        """Make the column under the cursor wider or narrower."""
        if self.kind is not None and (field := self.field) is not None:
            now = self.table.width_of(field)
            if now is not None:
                self._arrange(self.session.layout(self.kind).widened(field.name, now, step))
