"""Publishing the archive, or what a filter leaves of it, into a folder."""

from pathlib import Path

from cq_tui.files.folder import FolderTarget
from cq_tui.language import N_, _, ngettext
from cq_tui.publishing.command import publish_command
from cq_tui.publishing.publish import FORMATS, publish
from cq_tui.publishing.target import folder_of
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.output.screen import Job, OutputScreen, output_actions
from cq_tui.screens.publish.form import PublishForm
from cq_tui.store.selection.selection import Selection
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.text_layout import cut

_FILES, _FEWER_FILES = 6, 2
"""Lines that tell the files there will be."""


class PublishScreen(OutputScreen[FolderTarget]):
    """The files there will be, with their rows, stand below the form."""

    DEFAULT_CSS = """
    PublishScreen {
        #preview { height: 6; }
        &.low #preview { display: block; height: 2; margin-top: 0; }
    }
    """
    AUTO_FOCUS = "#folder"
    BINDINGS = output_actions("publish")

    least_height = 22
    no_name = N_("Type the name of a folder.")

    def __init__(self, session: Session, shown: Selection | None) -> None:
        """``shown`` is the list as it stands; None where there is none."""
        self._form = PublishForm(session, shown)
        super().__init__(session, self._form, shown.query if shown else None)

    def command(self, path: Path) -> str:
        """The command line that publishes the same."""
        return publish_command(self._form.request(), self._form.format, path)

    def target(self, path: Path) -> FolderTarget:
        """The folder. Raises SecureError."""
        return folder_of(path, self._session.confined)

    def job(self) -> Job[FolderTarget]:
        """The records that are asked for, as a folder."""
        request, format_ = self._form.request(), self._form.format

        def write(target: FolderTarget, replace: bool) -> str:
            what = publish(request, format_, target, replace=replace)
            return _("{what} written to {path}").format(what=what, path="{path}")

        return Job(write, request.extent.cancel)

    def ask_preview(self) -> None:
        """Ask which files there will be, of how many rows."""
        request, format_ = self._form.request(), self._form.format

        def work(question: Question) -> None:
            question.show(self._show_files, FORMATS[format_].contents(request))

        self.say_what(_("Publish"))
        self._previews.ask(work, self._show_why_none, cancel=request.extent.cancel, errors=self.errors)

    def _show_files(self, contents: list[tuple[str, int]]) -> None:
        what = FORMATS[self._form.format].counted(sum(count for _name, count in contents))
        words = _("Publish {what}").format(what=what)
        files = ngettext("{count} file", "{count} files", len(contents)).format(count=len(contents))
        self.say_what(words, f"   {files}")
        told = [f"{name.removesuffix('.csv')} {count:,}" for name, count in contents if count]
        told = told or [_("Nothing matches.")]
        most = _FEWER_FILES if self.has_class("low") else _FILES

        def rows(width: int) -> list[Row]:
            lines = _in_lines(told, width - 2)
            if len(lines) > most:
                lines = [*lines[: most - 1], cut("   ".join(lines[most - 1 :]), width - 2)]
            return [Row(((" ", "text"), (line, "text"))) for line in lines]

        self.query_one("#preview", LinkList).show(rows)

    def _show_why_none(self, error: Exception) -> None:
        self._show_message(str(error))


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
