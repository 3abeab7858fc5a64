"""Base of the screens that write: a form, what there will be, the command that does the same, and the writing itself.

``ExportScreen`` writes a file, ``PublishScreen`` a folder. What both do stands here: the name that is taken already,
giving up, the message at the end.
"""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import ClassVar, Generic, NamedTuple, Protocol, Self, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from cq_tui.files.write import FileExists, WriteError
from cq_tui.language import _
from cq_tui.query.explain import not_applied
from cq_tui.query.terms import Query
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.output.form import FormChanged, OutputForm
from cq_tui.secure import SecureError
from cq_tui.store.store import QueryError
from cq_tui.terminal.delivery import deliver
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, wrap

_TOLD = 3
"""Lines of the command, or of a message."""


def output_actions(name: str) -> list[BindingType]:
    """The actions of a screen that writes. Each screen has ids of its own, for a user's keymap names them."""
    return [
        action(f"{name}-write", "enter", N_("write"), first=True, call="write"),
        action(f"{name}-next", "tab,down", N_("next line"), first=True, call="step(1)"),
        action(f"{name}-previous", "shift+tab,up", N_("line before"), call="step(-1)"),
        action(f"{name}-replace", "exclamation_mark", N_("replace"), first=True, call="replace"),
        action(f"{name}-cancel", "escape", N_("cancel"), first=True, call="cancel"),
        action(f"{name}-command", "ctrl+y", N_("copy command"), first=True, call="copy_command"),
    ]


class _Target(Protocol):
    """Where a file or a folder goes; see ``files.write.Target``."""

    @property
    def path(self) -> Path: ...

    @property
    def called(self) -> str | None: ...

    def numbered(self, number: int) -> Self: ...


Target = TypeVar("Target", bound=_Target)


class Job(NamedTuple, Generic[Target]):
    """One writing: ``write`` runs in a thread, may replace what is there, and says what was written where."""

    write: Callable[[Target, bool], str]
    """``{path}`` in what it says stands for where."""
    cancel: Callable[[], None]


class OutputScreen(ModalPanel[str | None], Generic[Target]):
    """The form at the bottom; what is written stays in view above it. Closes with a message, or None if given up."""

    DEFAULT_CSS = """
    OutputScreen {
        #panel { height: auto; }
        #preview { height: 3; margin-top: 1; }
        &.low #preview { display: none; }
        #told { height: 3; }
    }
    """

    AUTO_FOCUS = "#name"

    least_height: ClassVar[int] = 20
    """Lines of the terminal below which the screen has the class ``low``: then there is less room for a preview."""
    no_name: ClassVar[str] = N_("Type a file name.")
    """Said where no name is typed, not yet translated."""
    errors: ClassVar[tuple[type[Exception], ...]] = (WriteError, QueryError)
    """What can be wrong with the writing."""

    def __init__(self, session: Session, form: OutputForm, asked: Query | None = None) -> None:
        """``asked`` is the filter in front, of which a part may not be understood: that is said."""
        super().__init__(session)
        self._output = form
        self._not_applied = not_applied(asked) if asked is not None else ""
        self._taken: Target | None = None
        self._previews = self.new_runner("preview")
        self._writer = self.new_runner("write")

    def say_what(self, words: str, more: str = "", style: str = "dim") -> None:
        """Show what is written, in words, and which part of the filter in front is not applied to it."""
        fault = f"   {self._not_applied}" if self._not_applied else ""
        pieces = (f" {words}", "main"), (fault, "fault"), (more, style)
        self.query_one("#what", TextLine).update([piece for piece in pieces if piece[0]])

    # What a screen of its own says

    @abstractmethod
    def ask_preview(self) -> None:
        """Show what is asked for, in ``#what`` and ``#preview``."""

    @abstractmethod
    def command(self, path: Path) -> str:
        """The command line that writes the same."""

    @abstractmethod
    def target(self, path: Path) -> Target:
        """Where it goes. Raises SecureError for a path that secure mode does not allow."""

    @abstractmethod
    def job(self) -> Job[Target]:
        """What is asked for now."""

    # What is shown

    def compose(self) -> ComposeResult:
        """What is written, the form, what it looks like, the command or a message, the keys."""
        with Vertical(id="panel"):
            yield TextLine(id="what")
            yield self._output
            yield LinkList(id="preview", leads=False)
            yield LinkList(id="told", leads=False)
            yield KeyLine()

    def on_mount(self) -> None:
        """Say what would be written."""
        for view in self.query(LinkList):
            view.can_focus = False
        self.show_keys()
        self._say_command()
        self.ask_preview()

    def on_resize(self) -> None:
        """A low terminal has less room for a preview; the keys fit the width."""
        self.set_class(self.app.size.height < self.least_height, "low")
        self.show_keys()

    def on_descendant_focus(self) -> None:
        """Point at the line that has the keys, and say which."""
        self._output.point()
        self.show_keys()

    def _command(self) -> str:
        """The command line; empty as long as there is no name."""
        path = self._output.path_line.path
        return self.command(path) if path else ""

    def _say_command(self) -> None:
        line = self._command()
        self._show_message(f"$ {clean_line(line)}" if line else "", "dim")

    def _show_message(self, text: str, style: str = "fault") -> None:
        def rows(width: int) -> list[Row]:
            lines = wrap(text, width - 2)
            if len(lines) > _TOLD:
                lines = [*lines[: _TOLD - 1], cut(" ".join(lines[_TOLD - 1 :]), width - 2)]
            return [Row(((" ", "text"), (line, style))) for line in lines]

        self.query_one("#told", LinkList).show(rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be replaced."""
        if action == "replace" and self._taken is None:
            return False
        return super().check_action(action, parameters)

    @on(FormChanged)
    def _changed(self, event: FormChanged) -> None:
        name = self._output.path_line.line
        if self._taken is not None and name.value.endswith("!"):
            with name.prevent(Input.Changed):
                name.value = name.value[:-1]
            self.action_replace()
            return
        self._taken = None
        self.show_keys()
        self._say_command()
        if event.what:
            self.ask_preview()

    # Writing

    def action_step(self, step: int) -> None:
        """Go to the next line of the form, or the one before."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write; if the name is taken, ask first."""
        path = self._output.path_line.path
        if path is None:
            self._show_message(_(self.no_name))
        elif self._taken is not None:
            self._begin(_free(self._taken), replace=False)
        else:
            try:
                self._begin(self.target(path), replace=False)
            except SecureError as error:
                self._show_message(str(error))

    def action_replace(self) -> None:
        """Replace what has the name."""
        if self._taken is not None:
            self._begin(self._taken, replace=True)

    def _begin(self, target: Target, *, replace: bool) -> None:
        if self._writer.busy:
            return
        self._show_message(_("Writing..."), "accent")
        job = self.job()

        def work(question: Question) -> None:
            question.show(self._written, target, job.write(target, replace))

        self._writer.ask(work, partial(self._not_written, target), cancel=job.cancel, errors=self.errors)

    def _written(self, target: Target, message: str) -> None:
        deliver(target.path)
        shown = target.called or str(target.path.absolute())
        self.dismiss(message.format(path=clean_line(shown)))

    def _not_written(self, target: Target, failure: Exception) -> None:
        message = str(failure)
        if isinstance(failure, FileExists):
            self._taken = target
            message += " " + _("Enter writes {name}, ! replaces it.").format(name=clean_line(_free(target).path.name))
            self.show_keys()
        self._show_message(message)

    def action_copy_command(self) -> None:
        """The command line, sent to the terminal's clipboard."""
        if line := self._command():
            self.app.copy_to_clipboard(line)
            self._show_message(_("Sent to the terminal's clipboard: {line}").format(line=clean_line(line)), "accent")

    def action_cancel(self) -> None:
        """Back; what is being written is given up."""
        self.dismiss(None)


def _free(target: Target) -> Target:
    """The first of name-2, name-3, ... that is not taken."""
    numbered = map(target.numbered, count(2))
    return next(one for one in numbered if not one.path.exists())
