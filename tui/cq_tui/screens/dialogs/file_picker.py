"""Choosing a file: type its path, or go through the folders; only lists that can be read are offered."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from cq_tui.importing.sources.sheet import READ
from cq_tui.language import _
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.session import Session
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.input.finder import Finder

_ROWS = 10
_MOST = 500


class FilePickerScreen(ModalPanel[Path | None]):
    """A line to type in, and what stands in the folder that it names."""

    DEFAULT_CSS = "FilePickerScreen #panel { height: 13; }"
    AUTO_FOCUS = "Input"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("file-take", "enter", N_("go into the folder or take the file"), first=True, call="take"),
        action("file-complete", "tab", N_("complete"), first=True, call="complete"),
        action("file-up", "up,ctrl+p", N_("up"), call="move(-1)"),
        action("file-down", "down,ctrl+n", N_("down"), call="move(1)"),
        action("file-cancel", "escape", N_("cancel"), first=True, call="cancel"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._found: list[Path] = []
        self._finder = Finder(" " + _("List to import") + "  ", _ROWS)

    def compose(self) -> ComposeResult:
        """The line, the files, the keys."""
        with Vertical(id="panel"):
            yield self._finder
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the folder that the program runs in."""
        self.show_keys()
        self._look()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._look()

    @property
    def _typed(self) -> str:
        return self._finder.line.value

    def _look(self) -> None:
        """Folders first, then the files; what is hidden only where its dot is typed."""
        folder, begun = _split(self._typed)
        try:
            every = sorted(folder.iterdir(), key=lambda one: (not one.is_dir(), one.name.casefold()))
            fitting = [one for one in every if _fits(one, begun)]
            self._found, why = fitting[:_MOST], _("Nothing here can be imported: {known}").format(known=" ".join(READ))
        except OSError as error:
            self._found, why = [], error.strerror or type(error).__name__
        names = [clean_line(path.name) + ("/" if path.is_dir() else "") for path in self._found]
        self._finder.offer([(name, "") for name in names], nothing=why)

    def action_move(self, step: int) -> None:
        """Another line."""
        self._finder.move(step)

    def action_complete(self) -> None:
        """Type what the line under the cursor says."""
        if self._found:
            self._go_on(self._found[self._finder.cursor])

    def _go_on(self, path: Path) -> None:
        line = self._finder.line
        start = self._typed[: self._typed.rfind("/") + 1]
        line.value = f"{start}{path.name}" + ("/" if path.is_dir() else "")
        line.cursor_position = len(line.value)

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Go into the folder, or take the file, under the cursor or as it was typed."""
        typed = Path(self._typed).expanduser()
        if self._typed and typed.is_file():
            self.dismiss(typed)
        elif self._found and self._found[self._finder.cursor].is_dir():
            self._go_on(self._found[self._finder.cursor])
        elif self._found:
            self.dismiss(self._found[self._finder.cursor])

    def action_cancel(self) -> None:
        """Back, nothing chosen."""
        self.dismiss(None)


def _split(typed: str) -> tuple[Path, str]:
    """The folder that a path names, and how a name in it begins."""
    start, _slash, begun = typed.rpartition("/")
    folder = Path(f"{start}/").expanduser() if _slash else Path()
    return folder, begun


def _fits(path: Path, begun: str) -> bool:
    if path.name.startswith(".") and not begun.startswith("."):
        return False
    if not path.name.casefold().startswith(begun.casefold()):
        return False
    return path.is_dir() or path.suffix.lower() in READ
