"""What a view is to be called, and where it is kept."""

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input
from textual.widgets.input import Selection

from cq_tui.language import _
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.session import Session
from cq_tui.views.saved import Place, Saved, SavedViews
from cq_tui.views.view import LONGEST_NAME
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.input.typing_line import TypingLine


class Named(NamedTuple):
    """A name, and where the view of it is kept."""

    name: str
    place: Place


class ViewNameScreen(ModalPanel[Named | None]):
    """A line to type the name in, and below it where the view goes and what is in the way."""

    DEFAULT_CSS = """
    ViewNameScreen {
        #panel { height: 5; }
        #typed { height: 1; }
        #typed TextLine { width: auto; }
    }
    """
    AUTO_FOCUS = "Input"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("view-name-take", "enter", N_("save"), first=True, call="take"),
        action("view-name-place", "tab", N_("for whom"), first=True, call="place"),
        action("view-name-cancel", "escape", N_("cancel"), first=True, call="cancel"),
    ]

    def __init__(self, session: Session, views: SavedViews, renamed: Saved | None = None, begin: str = "") -> None:
        """``renamed``: the view that gets another name; without one a view is saved, to ``begin`` with under a name."""
        super().__init__(session)
        self._renamed = renamed
        self._places = [renamed.place] if renamed else views.places
        self._taken = {(one.view.name, one.place) for one in views.every()[0]}
        self._place = self._places[0]
        self._begin = renamed.view.name if renamed else begin

    def compose(self) -> ComposeResult:
        """The line to type in, where it goes, what is to be said of the name, the keys."""
        with Vertical(id="panel"):
            with Horizontal(id="typed"):
                yield TextLine(id="prompt")
                yield TypingLine(self._begin)
            yield TextLine(id="place")
            yield TextLine(id="told")
            yield KeyLine()

    def on_mount(self) -> None:
        """Say what is asked."""
        prompt = _("New name") if self._renamed else _("Save the list as")
        self.query_one("#prompt", TextLine).update([(f" {prompt}  ", "accent")])
        typed = self.query_one(Input)
        typed.cursor_position = len(self._begin)
        if self._renamed is None:
            typed.selection = Selection(0, len(self._begin))  # a new name takes its place, Enter keeps it
        self._show()
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a choice of places where there are two."""
        return False if action == "place" and len(self._places) < 2 else super().check_action(action, parameters)

    @property
    def _typed(self) -> str:
        return " ".join(self.query_one(Input).value.split())

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    def _show(self, told: str = "") -> None:
        where = (
            _("for yourself, in your settings")
            if self._place is Place.MINE
            else _("in the archive, for all its readers")
        )
        self.query_one("#place", TextLine).update([(f" {where}", "main")])
        self.query_one("#told", TextLine).update([(f" {told or self._in_the_way()}", "text")])

    def _in_the_way(self) -> str:
        if (self._typed, self._place) not in self._taken:
            return ""
        if self._renamed is None:
            return _("There is a view of this name: Enter replaces it.")
        return "" if self._typed == self._renamed.view.name else _("There is a view of this name.")

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Take the name, if it can be one."""
        name = self._typed
        if not name:
            self._show(_("Type a name."))
        elif len(name) > LONGEST_NAME:
            self._show(_("A name has at most {most} characters.").format(most=LONGEST_NAME))
        elif self._renamed is None or not self._in_the_way():
            self.dismiss(Named(name, self._place))

    def action_place(self) -> None:
        """The other place."""
        self._place = self._places[(self._places.index(self._place) + 1) % len(self._places)]
        self._show()

    def action_cancel(self) -> None:
        """Nothing is saved."""
        self.dismiss(None)
