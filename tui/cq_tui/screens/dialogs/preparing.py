"""Making the prepared file of an archive anew, with its progress, from the browser."""

from pathlib import Path
from threading import Thread
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from cq_tui.archive.problem import ArchiveError, first_of
from cq_tui.files.write import WriteError
from cq_tui.language import _
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.reload import reload_archive
from cq_tui.screens.base.session import Session
from cq_tui.store.engine.loading import Loading, progress_words
from cq_tui.store.prepare_archive import NothingToPrepare, prepare_archive
from cq_tui.store.prepared.lookup import NAME
from cq_tui.store.store import Cancelled, QueryError, Store
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.status_lines import TextLine

_EACH = 0.2
"""Seconds from one look at the progress to the next."""


class PreparingScreen(ModalPanel[Store | str]):
    """Closes with the archive as it is opened from the new file, or with why there is none; Esc breaks it off."""

    DEFAULT_CSS = """
    PreparingScreen {
        #panel { height: 4; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        action("prepare-stop", "escape,q", N_("break off"), first=True, call="stop"),
    ]

    def __init__(self, session: Session) -> None:
        """Begin once the panel stands there."""
        super().__init__(session)
        self._root: Path = session.store.archive.root
        self._loading: Loading | None = None
        self._is_written = False

    def compose(self) -> ComposeResult:
        """What is made, and how far it is."""
        with Vertical(id="panel"):
            yield TextLine(id="what")
            yield TextLine(id="progress")
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin."""
        what = _("Making {path}").format(path=clean_line(str(self._root / NAME)))
        self.query_one("#what", TextLine).update([(f" {what}", "accent")])
        self.show_keys()
        errors = (ArchiveError, QueryError, WriteError, NothingToPrepare)
        self.new_runner("prepare").ask(
            self._make, lambda error: self.dismiss(str(error)), cancel=self._break_off, errors=errors
        )

    def _make(self, question: Question) -> None:
        def watch(thread: Thread, loading: Loading) -> None:
            self._loading = loading
            try:
                while thread.is_alive():
                    thread.join(_EACH)
                    progress = loading.progress
                    question.show(self._tell, progress_words(progress) if progress else "")
            except Cancelled:
                loading.stop()
                thread.join()
                raise

        problems = prepare_archive(self._root, watch)
        self._is_written = not problems
        found = first_of(problems, "") if problems else reload_archive(self._session)
        question.show(self.dismiss, found)

    def _break_off(self) -> None:
        if self._loading is not None:
            self._loading.stop()

    def _tell(self, words: str) -> None:
        self.query_one("#progress", TextLine).update([(f" {words}", "text")])

    def action_stop(self) -> None:
        """Leave the older file as it is; a moment after there is a new one it is too late for that."""
        if self._is_written:
            return
        self._break_off()
        self.dismiss(_("The prepared file was left as it is."))
