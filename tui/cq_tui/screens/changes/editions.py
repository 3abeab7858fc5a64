"""Choosing the older edition: a revision of the git repository that holds the archive, or a folder."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from cq_tui.diff.edition import EditionError, Revision, revisions
from cq_tui.language import _
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.input.finder import Finder

_ROWS = 10


class EditionsScreen(ModalPanel[str | None]):
    """The last revisions in which the archive's files changed; what is typed narrows them, or names a folder."""

    DEFAULT_CSS = "EditionsScreen #panel { height: 13; }"
    AUTO_FOCUS = "Input"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("edition-take", "enter", N_("compare"), first=True, call="take"),
        action("edition-up", "up,shift+tab,ctrl+p", N_("up"), call="move(-1)"),
        action("edition-down", "down,tab,ctrl+n", N_("down"), call="move(1)"),
        action("edition-close", "escape", N_("close"), first=True, call="close"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._root: Path = session.store.archive.root
        self._every: list[Revision] = []
        self._fitting: list[Revision] = []
        self._nothing = ""
        self._finder = Finder(
            " " + _("Changed since") + "  ", _ROWS, _("a revision, or the folder of an older edition")
        )
        self._runner = self.new_runner("revisions")

    def compose(self) -> ComposeResult:
        """The line to type in, then the revisions."""
        with Vertical(id="panel"):
            yield self._finder
            yield KeyLine()

    def on_mount(self) -> None:
        """Ask git."""
        self.show_keys()
        self._runner.ask(self._look, self._fail, errors=(EditionError,))

    def _look(self, question: Question) -> None:
        question.show(self._take, revisions(self._root))

    def _take(self, found: list[Revision]) -> None:
        self._every = found
        self._nothing = _("No revision fits. Type the folder of an older edition.")
        self._show()

    def _fail(self, _error: Exception) -> None:
        self._nothing = _("The archive is in no git repository. Type the folder of an older edition.")
        self._show()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @property
    def _typed(self) -> str:
        return self._finder.line.value.strip()

    @property
    def _folder(self) -> str:
        """The edition that is typed, where it is a folder or a revision of one."""
        typed = self._typed
        folder = typed.rpartition("@")[0] if "@" in typed else typed
        return str(Path(typed).expanduser()) if folder and Path(folder).expanduser().is_dir() else ""

    def _show(self) -> None:
        typed = self._typed.casefold()
        self._fitting = [] if self._folder else [one for one in self._every if typed in _words(one).casefold()]
        folder = [(clean_line(self._folder), _("folder"))] if self._folder else []
        self._finder.offer([*folder, *((_words(one), "") for one in self._fitting)], nothing=self._nothing or " ")

    def action_move(self, step: int) -> None:
        """Another revision."""
        self._finder.move(step)

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Compare with what stands under the cursor, or was typed."""
        if self._folder:
            self.dismiss(self._folder)
        elif self._fitting:
            self.dismiss(f"{self._root}@{self._fitting[self._finder.cursor].name}")

    def action_close(self) -> None:
        """Nothing is compared."""
        self.dismiss(None)


def _words(one: Revision) -> str:
    return clean_line(f"{one.day}  {one.name}  {one.subject}")
