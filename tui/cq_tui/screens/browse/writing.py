"""What exporting, publishing and writing a brief share: what is asked before their screens open, what is said after."""

from typing import TYPE_CHECKING

from textual.screen import Screen

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.store.engine.errors import QueryError

if TYPE_CHECKING:
    from cq_tui.store.selection.selection import Selection


def may_write(screen: BaseScreen, asked: "Selection | None") -> bool:
    """Whether files can be written, and the list in front, if there is one, be counted; says why not.

    The count is kept by the selection: the screens that write say how many, and can neither wait nor fail then.
    """
    confined = screen.session.confined
    if confined and confined.folder is None:
        screen.show_message(_("Exporting into files is off in secure mode."))
        return False
    try:
        if asked is not None:
            asked.count  # noqa: B018
    except QueryError as error:
        screen.show_message(str(error), "fault")
        return False
    return True


def open_writer(screen: BaseScreen, writer: Screen[str | None]) -> None:
    """Open a screen that writes, and say what it has written once it is closed."""

    def say(message: str | None) -> None:
        if message:
            screen.show_message(message)

    screen.app.push_screen(writer, say)
