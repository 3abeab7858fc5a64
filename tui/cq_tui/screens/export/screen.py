"""Exporting a list: a form, what the file will look like, the command that does the same, and the writing itself."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from cq_tui.export.command import export_command
from cq_tui.export.export import Options, export_file, target_of
from cq_tui.export.preview import preview
from cq_tui.files.write import FileExists, Target, WriteError
from cq_tui.language import _, ngettext
from cq_tui.schema.columns import ColumnError
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.export.form import ExportForm
from cq_tui.secure import SecureError
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import QueryError
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import LinkList, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, wrap

_ERRORS = (ColumnError, WriteError, QueryError)
"""What can be wrong with an export."""
_PREVIEW = 3
_TOLD = 3
_LEAST_HEIGHT = 20
"""Lines of the terminal from which there is room for a preview."""


class ExportScreen(ModalPanel[str | None]):
    """The form at the bottom of the list; the list stays in view above it."""

    DEFAULT_CSS = """
    ExportScreen {
        #panel { height: auto; }
        #preview { height: 3; margin-top: 1; }
        #told { height: 3; }
        &.low #preview { display: none; }
    }
    """
    AUTO_FOCUS = "#name"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("export-write", "enter", N_("write"), first=True, call="write"),
        action("export-next", "tab,down", N_("next line"), first=True, call="step(1)"),
        action("export-previous", "shift+tab,up", N_("line before"), call="step(-1)"),
        action("export-replace", "exclamation_mark", N_("replace"), first=True, call="replace"),
        action("export-cancel", "escape", N_("cancel"), first=True, call="cancel"),
        action("export-command", "ctrl+y", N_("copy command"), first=True, call="copy_command"),
    ]

    def __init__(self, session: Session, selection: Selection, names: str) -> None:
        """``selection`` is the list as it stands, ``names`` are its columns by comma."""
        super().__init__(session)
        self._form = ExportForm(session, selection, names)
        self._label = selection.kind.label
        self._taken: Target | None = None
        self._previews = self.new_runner("preview")
        self._writer = self.new_runner("write")

    def compose(self) -> ComposeResult:
        """What is exported, the form, what it looks like, the command or a message, the keys."""
        with Vertical(id="panel"):
            yield TextLine(id="what")
            yield self._form
            yield LinkList(id="preview", leads=False)
            yield LinkList(id="told", leads=False)
            yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Say what would be exported."""
        for view in self.query(LinkList):
            view.can_focus = False
        self._say()

    def on_resize(self) -> None:
        """A low terminal shows no preview; the keys fit the width."""
        self.set_class(self.app.size.height < _LEAST_HEIGHT, "low")
        self.show_keys()

    def on_descendant_focus(self) -> None:
        """Point at the line that has the keys, and say which."""
        self._form.point()
        self.show_keys()

    # What is said

    def _say(self) -> None:
        self.show_keys()
        self._say_what()
        self._say_command()
        self._preview(self._form.rows(), self._form.options)

    def _say_what(self) -> None:
        count = self._form.count
        words = ngettext("Export {count} row: {kind}", "Export {count} rows: {kind}", count)
        pieces: list[StyledText] = [(" " + words.format(count=count, kind=self._label), "main")]
        if self._form.filter:
            pieces.append((f"   / {clean_line(self._form.filter)}", "dim"))
        self.query_one("#what", TextLine).update(pieces)

    def _command(self) -> str:
        """The command line that writes the same file; empty as long as the file has no name."""
        path = self._form.path
        return export_command(self._form.rows(), self._form.options, path) if path else ""

    def _say_command(self) -> None:
        line = self._command()
        self._show_message(f"$ {clean_line(line)}" if line else "", "dim")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a file that is there can be replaced."""
        if action == "replace" and self._taken is None:
            return False
        return super().check_action(action, parameters)

    def _show_message(self, text: str, style: str = "fault") -> None:
        def rows(width: int) -> list[Row]:
            lines = wrap(text, width - 2)
            if len(lines) > _TOLD:
                lines = [*lines[: _TOLD - 1], cut(" ".join(lines[_TOLD - 1 :]), width - 2)]
            return [Row(((" ", "text"), (line, style))) for line in lines]

        self.query_one("#told", LinkList).show(rows)

    @on(ExportForm.Changed)
    def _changed(self) -> None:
        name = self._form.query_one("#name", Input)
        if self._taken is not None and name.value.endswith("!"):
            with name.prevent(Input.Changed):
                name.value = name.value[:-1]
            self.action_replace()
            return
        self._taken = None
        self._say()

    def _preview(self, rows: Selection, options: Options) -> None:
        def work(question: Question) -> None:
            question.show(self._show_preview, preview(rows, options, _PREVIEW))

        self._previews.ask(work, self._show_why_none, cancel=rows.cancel, errors=_ERRORS)

    def _show_preview(self, lines: list[str]) -> None:
        self.query_one("#preview", LinkList).show(
            lambda _width: [Row(((" ", "text"), (line, "text"))) for line in lines]
        )

    def _show_why_none(self, error: Exception) -> None:
        def rows(width: int) -> list[Row]:
            return [Row(((" ", "text"), (line, "fault"))) for line in wrap(str(error), width - 2)[:_PREVIEW]]

        self.query_one("#preview", LinkList).show(rows)

    # Writing

    def action_step(self, step: int) -> None:
        """Go to the next line of the form, or the one before."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write the file; if the name is taken, ask first."""
        path = self._form.path
        if path is None:
            self._show_message(_("Type a file name."))
        elif self._taken is not None:
            self._begin(_free(self._taken), replace=False)
        else:
            try:
                self._begin(target_of(path, self._session.confined), replace=False)
            except SecureError as error:
                self._show_message(str(error))

    def action_replace(self) -> None:
        """Replace the file that has the name."""
        if self._taken is not None:
            self._begin(self._taken, replace=True)

    def _begin(self, target: Target, *, replace: bool) -> None:
        if self._writer.busy:
            return
        self._show_message(_("Writing..."), "accent")
        rows, options = self._form.rows(), self._form.options

        def work(question: Question) -> None:
            export_file(rows, options, target, replace=replace, confined=self._session.confined)
            question.show(self._written, target, rows.count)

        self._writer.ask(work, partial(self._not_written, target), cancel=rows.cancel, errors=_ERRORS)

    def _written(self, target: Target, count: int) -> None:
        words = ngettext("{count} row written to {path}", "{count} rows written to {path}", count)
        shown = target.called or str(target.path.absolute())
        self.dismiss(words.format(count=count, path=clean_line(shown)))

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
        """Back to the list; what is being written is given up."""
        self.dismiss(None)


def _free(target: Target) -> Target:
    """The first of name-2, name-3, ... that is not taken."""
    path = target.path
    number = 2
    while (free := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    return target._replace(path=free, called=free.name if target.called else None)
