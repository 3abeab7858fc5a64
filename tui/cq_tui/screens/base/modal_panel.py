"""Base of the dialogs that open at the bottom and leave the list above in view."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen
from textual.widget import Widget

from cq_tui.language import _
from cq_tui.screens.base.base_screen import own_bindings
from cq_tui.screens.base.query_runner import give_up_runners, new_runner
from cq_tui.screens.base.session import Session
from cq_tui.widgets.base.key_line import KeyLine

Result = TypeVar("Result")


class ModalPanel(ModalScreen[Result]):
    """Holds a ``#panel`` under a rule. Textual runs a subclass's handlers beside these."""

    DEFAULT_CSS = """
    ModalPanel {
        background: transparent;
        align: left bottom;
        #panel { dock: bottom; background: $background; border-top: solid $line; }
        &.ascii #panel { border-top: ascii $line; }
    }
    """

    new_runner = new_runner
    on_unmount = give_up_runners

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._late_results: list[Result | None] = []

    def on_mount(self) -> None:
        """Draw the rule with what the terminal may draw."""
        self.set_class(self._session.ascii_only, "ascii")

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result; where another screen covers this one, once it is in front again.

        Work may be done while the help or the notice of a window too small is in front, and Textual would close those.
        """
        if self.is_active:
            return super().dismiss(result)
        self._late_results = [result]
        return AwaitComplete()

    def on_screen_resume(self) -> None:
        """Close if that was to be done in the meantime."""
        if self._late_results:
            self.call_later(self._close_late)

    def _close_late(self) -> None:
        self.dismiss(self._late_results.pop())  # not awaited: Textual forbids that to the screen that closes

    def tell_unused(self, key: str, shown: str) -> None:  # noqa: ARG002
        """Say that a key does nothing here; ``shown`` is the key as people write it."""
        self.notify(_("{key} does nothing here; Esc closes this.").format(key=shown), markup=False, timeout=3)

    def show_keys(self) -> None:
        """The keys that matter here, in ``#keys``: those of the focused widget, then the panel's own."""
        nodes: list[Widget] = [*([self.focused] if self.focused else []), self]
        bindings = [one for one in own_bindings(*nodes, keymap=self._session.keymap) if one.show]
        self.query_one(KeyLine).show(bindings, self.app.size.width)
