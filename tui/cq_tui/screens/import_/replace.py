"""What a later edition of a list would change, before it replaces what the earlier one wrote."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.importing import importer
from cq_tui.importing.later_edition import later_edition
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.language import _
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.session import Session
from cq_tui.screens.changes.lines import Told, rows, told
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.status_lines import TextLine


def changes_of(prepared: Prepared, progress: Progress) -> list[Told]:
    """What a list would change. Raises ImportProblem and QueryError, and what ``progress`` raises."""
    with importer.converting(prepared, progress) as converted:
        staged = importer.staging(converted, progress)
        with later_edition(converted, staged) as found:
            return told(found.differences, found.names)


class ReplaceScreen(PageScreen):
    """Nothing is replaced until ``!`` is pressed here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("import-replace-all", "exclamation_mark", N_("replace"), first=True, call="replace"),
        action("import-replace-not", "escape,q", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, name: str, lines: Sequence[Told], replace: Callable[[], None]) -> None:
        """``name``: of the list; ``replace`` is called where that is said."""
        super().__init__(session)
        self._list, self._lines, self._replace = name, lines, replace

    def compose(self) -> ComposeResult:
        """Title, which list, what it changes, the keys."""
        yield TextLine(id="title")
        yield TextLine(id="where")
        yield LinkList(leads=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what would change."""
        self.show_title()
        words = _("What {list} would change; ! replaces the earlier edition").format(list=clean_line(self._list))
        self.query_one("#where", TextLine).update([(f" {words}", "accent")])
        self.query_one(LinkList).show(rows(self._lines))
        self.query_one(LinkList).focus()

    def action_replace(self) -> None:
        """Replace what the earlier edition wrote."""
        self.dismiss()
        self._replace()

    def action_back(self) -> None:
        """Leave the archive as it is."""
        self.dismiss()
