"""The message after the first frame: problems in the configuration, or how to begin."""

from cq_tui.archive.read import Archive
from cq_tui.files.named import ServerRoot
from cq_tui.language import N_, _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.widgets.base.line_widget import StyledText

_KEYS = {"filter": "slash", "follow": "enter", "help": "question_mark", "import-list": "I"}
_FIRST = N_("First time here? {filter} filters, {follow} opens, {help} lists all keys (shown once).")
_EMPTY = N_("This archive holds no records yet. {import_} imports a list, {help} lists all keys.")


def startup_message(screen: BaseScreen, at_overview: bool) -> StyledText | None:
    """A message and its style, or None. How to begin is shown on the overview only: a list has a summary there."""
    session = screen.session
    if session.problems:
        return "  ".join(session.problems), "fault"
    keys = {name.replace("import-list", "import_"): screen.key_of(name, usual) for name, usual in _KEYS.items()}
    if session.confined is None and _is_empty(session.store.archive):
        return _(_EMPTY).format(**keys), "accent"
    if at_overview and session.memory.keeps and not session.memory.state.greeted:
        session.memory.keep(greeted=True)
        return _(_FIRST).format(**keys), "accent"
    return None


def _is_empty(archive: Archive) -> bool:
    """Whether a folder holds nothing but its events, as ``cq-tui new`` makes it."""
    entries = (held for kind, held in archive.entries.items() if kind != "events")
    return not isinstance(archive.root, ServerRoot) and not archive.tables and not any(entries)
