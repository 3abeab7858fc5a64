"""Publishing: a form, the tables there will be with their rows, the command that does the same, and the writing."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from cq_tui.files.folder import FolderTarget
from cq_tui.files.write import FileExists, WriteError
from cq_tui.language import _, ngettext
from cq_tui.publishing.command import publish_command
from cq_tui.publishing.publish import FORMATS, publish
from cq_tui.publishing.target import folder_of
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.publish.form import PublishForm
from cq_tui.secure import SecureError
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import QueryError
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.link_list import LinkList, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, wrap

_ERRORS = (WriteError, QueryError)
"""What can be wrong with a publication."""
_CONTENTS, _TOLD = 6, 3
_LEAST_HEIGHT = 22
"""Lines of the terminal from which there is room for all tables."""


class PublishScreen(ModalPanel[str | None]):
    """The form at the bottom; what is published stays in view above it."""

    DEFAULT_CSS = """
    PublishScreen {
        #panel { height: auto; }
        #contents { height: 6; margin-top: 1; }
        #told { height: 3; }
        &.low #contents { height: 2; margin-top: 0; }
    }
    """
    AUTO_FOCUS = "#folder"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("publish-write", "enter", N_("write"), first=True, call="write"),
        action("publish-next", "tab,down", N_("next line"), first=True, call="step(1)"),
        action("publish-previous", "shift+tab,up", N_("line before"), call="step(-1)"),
        action("publish-replace", "exclamation_mark", N_("replace"), first=True, call="replace"),
        action("publish-cancel", "escape", N_("cancel"), first=True, call="cancel"),
        action("publish-command", "ctrl+y", N_("copy command"), first=True, call="copy_command"),
    ]

    def __init__(self, session: Session, shown: Selection | None) -> None:
        """``shown`` is the list as it stands; None where there is none."""
        super().__init__(session)
        self._form = PublishForm(session, shown)
        self._taken: FolderTarget | None = None
        self._counter = self.new_runner("contents")
        self._writer = self.new_runner("write")

    def compose(self) -> ComposeResult:
        """What is published, the form, the tables, the command or a message, the keys."""
        with Vertical(id="panel"):
            yield TextLine(id="what")
            yield self._form
            yield LinkList(id="contents", leads=False)
            yield LinkList(id="told", leads=False)
            yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Say what would be published."""
        for view in self.query(LinkList):
            view.can_focus = False
        self.show_keys()
        self._say_command()
        self._count()

    def on_resize(self) -> None:
        """A low terminal shows fewer tables; the keys fit the width."""
        self.set_class(self.app.size.height < _LEAST_HEIGHT, "low")
        self.show_keys()

    def on_descendant_focus(self) -> None:
        """Point at the line that has the keys, and say which."""
        self._form.point()
        self.show_keys()

    # What is said

    def _count(self) -> None:
        request, format_ = self._form.request(), self._form.format

        def work(question: Question) -> None:
            question.show(self._show_contents, FORMATS[format_].contents(request))

        self.query_one("#what", TextLine).update([(" " + _("Publish"), "main")])
        self._counter.ask(work, self._show_why_none, cancel=request.extent.cancel, errors=_ERRORS)

    def _show_contents(self, contents: list[tuple[str, int]]) -> None:
        what = FORMATS[self._form.format].counted(sum(count for _name, count in contents))
        words = _("Publish {what}").format(what=what)
        files = ngettext("{count} file", "{count} files", len(contents)).format(count=len(contents))
        self.query_one("#what", TextLine).update([(f" {words}", "main"), (f"   {files}", "dim")])
        told = [f"{name.removesuffix('.csv')} {count:,}" for name, count in contents if count]
        told = told or [_("Nothing matches.")]
        most = 2 if self.has_class("low") else _CONTENTS

        def rows(width: int) -> list[Row]:
            lines = _in_lines(told, width - 2)
            if len(lines) > most:
                lines = [*lines[: most - 1], cut("   ".join(lines[most - 1 :]), width - 2)]
            return [Row(((" ", "text"), (line, "text"))) for line in lines]

        self.query_one("#contents", LinkList).show(rows)

    def _show_why_none(self, error: Exception) -> None:
        self._show_message(str(error))

    def _say_command(self) -> None:
        line = self._command()
        self._show_message(f"$ {clean_line(line)}" if line else "", "dim")

    def _command(self) -> str:
        """The command line that publishes the same; empty as long as the folder has no name."""
        path = self._form.path
        return publish_command(self._form.request(), self._form.format, path) if path else ""

    def _show_message(self, text: str, style: str = "fault") -> None:
        def rows(width: int) -> list[Row]:
            lines = wrap(text, width - 2)
            if len(lines) > _TOLD:
                lines = [*lines[: _TOLD - 1], cut(" ".join(lines[_TOLD - 1 :]), width - 2)]
            return [Row(((" ", "text"), (line, style))) for line in lines]

        self.query_one("#told", LinkList).show(rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a publication that is there can be replaced."""
        if action == "replace" and self._taken is None:
            return False
        return super().check_action(action, parameters)

    @on(PublishForm.Changed)
    def _changed(self, event: PublishForm.Changed) -> None:
        name = self._form.query_one("#folder", Input)
        if self._taken is not None and name.value.endswith("!"):
            with name.prevent(Input.Changed):
                name.value = name.value[:-1]
            self.action_replace()
            return
        self._taken = None
        self.show_keys()
        self._say_command()
        if event.what:
            self._count()

    # Writing

    def action_step(self, step: int) -> None:
        """Go to the next line of the form, or the one before."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write the folder; if there is a publication in it already, ask first."""
        path = self._form.path
        if path is None:
            self._show_message(_("Type the name of a folder."))
        elif self._taken is not None:
            self._begin(_free(self._taken), replacing=False)
        else:
            try:
                self._begin(folder_of(path, self._session.confined), replacing=False)
            except SecureError as error:
                self._show_message(str(error))

    def action_replace(self) -> None:
        """Replace the publication that is in the folder."""
        if self._taken is not None:
            self._begin(self._taken, replacing=True)

    def _begin(self, target: FolderTarget, *, replacing: bool) -> None:
        if self._writer.busy:
            return
        self._show_message(_("Writing..."), "accent")
        request, format_ = self._form.request(), self._form.format

        def work(question: Question) -> None:
            what = publish(request, format_, target, replace=replacing)
            question.show(self._written, target, what)

        self._writer.ask(work, partial(self._not_written, target), cancel=request.extent.cancel, errors=_ERRORS)

    def _written(self, target: FolderTarget, what: str) -> None:
        shown = target.called or str(target.path.absolute())
        self.dismiss(_("{what} written to {path}").format(what=what, path=clean_line(shown)))

    def _not_written(self, target: FolderTarget, failure: Exception) -> None:
        message = str(failure)
        if isinstance(failure, FileExists):
            self._taken = target
            name = clean_line(_free(target).path.name)
            message += " " + _("Enter writes {name}, ! replaces it.").format(name=name)
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


def _in_lines(told: list[str], width: int) -> list[str]:
    """The words in lines of that width, none of them broken."""
    lines = [""]
    for one in told:
        longer = f"{lines[-1]}   {one}" if lines[-1] else one
        if len(longer) <= width:  # names of tables are ASCII
            lines[-1] = longer
        else:
            lines.append(one)
    return lines


def _free(target: FolderTarget) -> FolderTarget:
    """The first of name-2, name-3, ... that is not taken."""
    path = target.path
    number = 2
    while (free := path.with_name(f"{path.name}-{number}")).exists():
        number += 1
    return replace(target, path=free, called=free.name if target.called else None)
