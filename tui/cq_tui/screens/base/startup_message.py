"""The message after the first frame: problems in the configuration, or how to begin."""

from cq_tui.language import N_, _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.widgets.base.line_widget import StyledText

_KEYS = {"filter": "slash", "follow": "enter", "help": "question_mark"}
_FIRST = N_("First time here? {filter} filters, {follow} opens, {help} lists all keys (shown once).")


def startup_message(screen: BaseScreen, at_overview: bool) -> StyledText | None:
    """A message and its style, or None. How to begin is shown on the overview only: a list has a summary there."""
    session = screen.session
    if session.problems:
        return "  ".join(session.problems), "fault"
    if at_overview and session.memory.keeps and not session.memory.state.greeted:
        session.memory.keep(greeted=True)
        keys = {name: screen.key_of(name, usual) for name, usual in _KEYS.items()}
        return _(_FIRST).format(**keys), "accent"
    return None
