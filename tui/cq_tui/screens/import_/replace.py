"""What a later edition of a list would change, before it replaces what the earlier one wrote."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.archive.read import DEALS
from cq_tui.importing import importer, writing
from cq_tui.importing.commit.decisions import decisions_words
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.kept_history import Days, keeping_history, kept_words
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


class Replacement(NamedTuple):
    """What a list would change, and how many deals would keep their earlier figures where that is asked for."""

    lines: list[Told]
    keeping: int = 0


def changes_of(prepared: Prepared, progress: Progress) -> Replacement:
    """What a list would change. Raises ImportProblem and QueryError, and what ``progress`` raises."""
    with importer.converting(prepared, progress) as converted:
        staged = writing.staging(converted, progress)
        with later_edition(converted, staged) as found:
            words = decisions_words(found.decisions)
            lines = [*([Told(words, "accent")] if words else []), *told(found.differences, found.names)]
        if prepared.kind.name != DEALS:
            return Replacement(lines)
        try:
            keeping = keeping_history(converted, staged, Days()).deals
        except ImportProblem as problem:
            return Replacement([Told(str(problem), "dim"), *lines])
        offered = [Told(_("H replaces it, too. {kept}").format(kept=kept_words(keeping)), "accent")] if keeping else []
        return Replacement([*offered, *lines], keeping)


class ReplaceScreen(PageScreen):
    """Nothing is replaced until ``!`` is pressed here, or ``H``, which keeps the earlier figures as history."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("import-replace-all", "exclamation_mark", N_("replace"), first=True, call="replace"),
        action("import-replace-keep", "H", N_("replace, keep earlier figures"), first=True, call="keep"),
        action("import-replace-not", "escape,q", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, name: str, found: Replacement, replace: Callable[[bool], None]) -> None:
        """``name``: of the list; ``replace`` is called where that is said, with whether earlier figures are kept."""
        super().__init__(session)
        self._list, self._found, self._replace = name, found, replace

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
        self.query_one(LinkList).show(rows(self._found.lines))
        self.query_one(LinkList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Earlier figures can be kept where there are any."""
        return self._found.keeping > 0 if action == "keep" else super().check_action(action, parameters)

    def action_replace(self) -> None:
        """Replace what the earlier edition wrote."""
        self.dismiss()
        self._replace(False)

    def action_keep(self) -> None:
        """Replace it, and keep its stages and amounts as the history of the deals that get others."""
        self.dismiss()
        self._replace(True)

    def action_back(self) -> None:
        """Leave the archive as it is."""
        self.dismiss()
