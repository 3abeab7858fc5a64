"""Exporting the figures of the overview into a file."""

from itertools import islice
from pathlib import Path

from textual.app import ComposeResult

from cq_tui.export.export import target_of
from cq_tui.export.overview import OverviewRequest
from cq_tui.export.rows import FORMATS, format_of, rows_bytes, write_rows
from cq_tui.files.write import Target
from cq_tui.language import _, ngettext
from cq_tui.query.terms import Query
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.output.form import OutputForm
from cq_tui.screens.output.lines import PathLine
from cq_tui.screens.output.screen import Job, OutputScreen, output_actions
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.input.choice import Choice

_PREVIEW = 3
"""Lines of the file that are shown."""


class OverviewForm(OutputForm):
    """Where to, and as what."""

    def __init__(self, session: Session, request: OverviewRequest) -> None:
        super().__init__()
        self._request = request
        self.path_line = PathLine(_("File"), "name", session)
        self._format = Choice(id="format")

    def compose(self) -> ComposeResult:
        """A line a question."""
        yield self.path_line
        yield self._format

    def on_mount(self) -> None:
        """Offer the formats."""
        self._format.offer(_("Format"), [(one, one) for one in FORMATS], FORMATS[0])
        self.begin()

    @property
    def format(self) -> str:
        """The format."""
        return self._format.value

    def proposed(self) -> str:
        """A name after what it holds."""
        return self._request.name(self.format)

    def ending_of(self, path: str) -> str:
        """The format that the ending of a path names; empty if none."""
        return format_of(Path(path)) or ""

    def take_ending(self, format_: str) -> None:
        """A format was chosen by the ending of the path."""
        self._format.choose(format_)


class OverviewExportScreen(OutputScreen[Target]):
    """The first lines of the file stand below the form."""

    BINDINGS = output_actions("export")

    def __init__(self, session: Session, request: OverviewRequest, asked: Query | None) -> None:
        """``request`` is the overview as it stands, ``asked`` the filter over it."""
        self._request = request
        self._form = OverviewForm(session, request)
        super().__init__(session, self._form, asked)

    def command(self, path: Path) -> str:
        """The command line that writes the same file."""
        return self._request.command(self._form.format, path)

    def target(self, path: Path) -> Target:
        """The file. Raises SecureError."""
        return target_of(path, self._session.confined)

    def job(self) -> Job[Target]:
        """The figures as a file."""
        request, format_ = self._request, self._form.format

        def write(target: Target, replace: bool) -> str:
            count = write_rows(request.store, request.rows(), format_, target, replace=replace)
            words = ngettext("{count} row written to {path}", "{count} rows written to {path}", count)
            return words.format(count=f"{count:,}", path="{path}")

        return Job(write, request.cancel)

    def ask_preview(self) -> None:
        """Say what is written, and ask for the first lines of the file."""
        request, format_ = self._request, self._form.format
        narrowed = f"   / {clean_line(request.selection.query.text)}" if request.selection else ""
        self.say_what(_("Export the figures of the overview"), narrowed)

        def work(question: Question) -> None:
            text = b"".join(rows_bytes(request.rows(), format_, to_file=False)).decode()
            question.show(self._show_lines, [clean_line(line) for line in islice(text.split("\n"), _PREVIEW)])

        self._previews.ask(work, self._show_why_none, cancel=request.cancel, errors=self.errors)

    def _show_lines(self, lines: list[str]) -> None:
        self.query_one("#preview", LinkList).show(
            lambda _width: [Row(((" ", "text"), (line, "text"))) for line in lines]
        )

    def _show_why_none(self, error: Exception) -> None:
        self._show_message(str(error))
