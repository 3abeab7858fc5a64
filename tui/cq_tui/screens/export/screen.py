"""Exporting a list into a file."""

from pathlib import Path

from cq_tui.export.command import export_command
from cq_tui.export.export import export_file, target_of
from cq_tui.export.preview import preview
from cq_tui.files.write import Target, WriteError
from cq_tui.language import ngettext
from cq_tui.schema.columns import ColumnError
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.export.form import ExportForm
from cq_tui.screens.output.screen import Job, OutputScreen, output_actions
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import QueryError
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.text_layout import wrap

_PREVIEW = 3
"""Lines of the file that are shown."""


class ExportScreen(OutputScreen[Target]):
    """The first lines of the file stand below the form."""

    BINDINGS = output_actions("export")

    errors = (ColumnError, WriteError, QueryError)

    def __init__(self, session: Session, selection: Selection, names: str) -> None:
        """``selection`` is the list as it stands, ``names`` are its columns by comma."""
        self._form = ExportForm(session, selection, names)
        super().__init__(session, self._form, selection.query)
        self._label = selection.kind.label

    def command(self, path: Path) -> str:
        """The command line that writes the same file."""
        return export_command(self._form.rows(), self._form.options, path)

    def target(self, path: Path) -> Target:
        """The file. Raises SecureError."""
        return target_of(path, self._session.confined)

    def job(self) -> Job[Target]:
        """The rows that are asked for, as a file."""
        rows, options, confined = self._form.rows(), self._form.options, self._session.confined

        def write(target: Target, replace: bool) -> str:
            export_file(rows, options, target, replace=replace, confined=confined)
            words = ngettext("{count} row written to {path}", "{count} rows written to {path}", rows.count)
            return words.format(count=f"{rows.count:,}", path="{path}")

        return Job(write, rows.cancel)

    def ask_preview(self) -> None:
        """Say how many rows, and ask for the first lines of the file."""
        self._say_what()
        rows, options = self._form.rows(), self._form.options

        def work(question: Question) -> None:
            question.show(self._show_lines, preview(rows, options, _PREVIEW))

        self._previews.ask(work, self._show_why_none, cancel=rows.cancel, errors=self.errors)

    def _say_what(self) -> None:
        count = self._form.count
        words = ngettext("Export {count} row: {kind}", "Export {count} rows: {kind}", count)
        narrowed = f"   / {clean_line(self._form.filter)}" if self._form.filter else ""
        self.say_what(words.format(count=f"{count:,}", kind=self._label), narrowed)

    def _show_lines(self, lines: list[str]) -> None:
        self.query_one("#preview", LinkList).show(
            lambda _width: [Row(((" ", "text"), (line, "text"))) for line in lines]
        )

    def _show_why_none(self, error: Exception) -> None:
        def rows(width: int) -> list[Row]:
            return [Row(((" ", "text"), (line, "fault"))) for line in wrap(str(error), width - 2)[:_PREVIEW]]

        self.query_one("#preview", LinkList).show(rows)
