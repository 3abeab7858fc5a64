"""What exporting, publishing and writing a brief ask before they open their screens."""

from typing import TYPE_CHECKING

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
