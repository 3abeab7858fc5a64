"""Writing an event, or a list, as a paper."""

from pathlib import Path

from cq_tui.brief.brief import write_brief
from cq_tui.brief.command import brief_command
from cq_tui.brief.document import Document
from cq_tui.export.export import target_of
from cq_tui.files.write import Target
from cq_tui.kinds.events import Event
from cq_tui.language import _
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.brief.form import BriefForm
from cq_tui.screens.output.screen import Job, OutputScreen, output_actions
from cq_tui.store.selection.selection import Selection
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.text_layout import cut, wrap

_LINES = 4
"""Lines that tell what the brief will hold."""


class BriefScreen(OutputScreen[Target]):
    """What stands first in the brief, and its headings, are shown below the form."""

    DEFAULT_CSS = "BriefScreen #preview { height: 4; }"
    BINDINGS = output_actions("brief")

    def __init__(self, session: Session, shown: Selection | None, event: Event | None) -> None:
        """``shown`` is the list as it stands, ``event`` the one in front; one of both is there."""
        self._form = BriefForm(session, shown, event)
        super().__init__(session, self._form, shown.query if shown else None)

    def command(self, path: Path) -> str:
        """The command line that writes the same brief."""
        return brief_command(self._form.request(), self._form.format, path)

    def target(self, path: Path) -> Target:
        """The file. Raises SecureError."""
        return target_of(path, self._session.confined)

    def job(self) -> Job[Target]:
        """The brief that is asked for."""
        request, format_ = self._form.request(), self._form.format

        def write(target: Target, replace: bool) -> str:
            write_brief(request, format_, target, replace=replace)
            return _("Brief written to {path}")

        return Job(write, request.cancel)

    def ask_preview(self) -> None:
        """Ask what the brief will hold."""
        request = self._form.request()

        def work(question: Question) -> None:
            question.show(self._show_document, request.document())

        self.say_what(_("Brief"))
        self._previews.ask(work, self._show_why_none, cancel=request.cancel, errors=self.errors)

    def _show_document(self, document: Document) -> None:
        self.say_what(_("Brief"), f"  {document.title}", "text")
        told = ["".join(span.shown for span in paragraph.spans) for paragraph in document.lead]
        told.append(" · ".join(section.heading for section in document.sections))

        def rows(width: int) -> list[Row]:
            lines = [line for text in told for line in wrap(text, width - 2)]
            if len(lines) > _LINES:
                lines = [*lines[: _LINES - 1], cut("  ".join(lines[_LINES - 1 :]), width - 2)]
            return [Row(((" ", "text"), (line, "text"))) for line in lines]

        self.query_one("#preview", LinkList).show(rows)

    def _show_why_none(self, error: Exception) -> None:
        self._show_message(str(error))
