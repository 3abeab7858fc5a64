"""What changed since an older edition: records that came in, went and changed by field, and the sums of both."""

from threading import Thread
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cq_tui.archive.problem import ArchiveError, first_of
from cq_tui.diff.difference import Pair, differences
from cq_tui.diff.edition import EditionError, edition
from cq_tui.language import _
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.changes.lines import OLD, Told, rows, told
from cq_tui.store.engine.loading import Loading, progress_words
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Cancelled, QueryError, Store
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.status_lines import TextLine

_EACH = 0.2
"""Seconds from one look at the progress to the next."""


class ChangesScreen(PageScreen):
    """The older edition is read in a thread, which Esc breaks off; then Enter opens a record of either edition."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("changes-back", "escape,q,left,h,d", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, named: str) -> None:
        """``named``: the older edition, as ``cq-tui diff`` takes it."""
        super().__init__(session)
        self._named = named
        self._runner = self.new_runner("changes")
        self._old: Store | None = None
        self._new: Store = session.store

    def on_mount(self) -> None:
        """Read the older edition."""
        self.show_title()
        self.query_one(LinkList).focus()
        self._ask()

    def _ask(self) -> None:
        self._say(_("Esc breaks it off"), "dim")
        self._new = self.session.store
        self._runner.ask(self._compare, self._fail, errors=(EditionError, ArchiveError, QueryError))

    def _say(self, words: str, style: str) -> None:
        where = _("Changed since {edition}").format(edition=clean_line(self._named))
        self.query_one("#where", TextLine).update([(f" {where}", "accent"), (f"   {words}", style)])

    def _compare(self, question: Question) -> None:
        old = self._old or self._opened(question)
        editions = Pair(old, self._new)
        found = told(differences(*editions), Pair(old.name, self._new.name))
        question.show(self._show, old, found)

    def _opened(self, question: Question) -> Store:
        """The older edition, checked; its records are all in memory then. Raises ArchiveError, EditionError."""

        def watch(thread: Thread, loading: Loading) -> None:
            try:
                while thread.is_alive():
                    thread.join(_EACH)
                    progress = loading.progress
                    question.show(self._say, progress_words(progress) if progress else _("Esc breaks it off"), "dim")
            except Cancelled:
                loading.stop()
                thread.join()
                raise

        with edition(self._named, self._new.archive.root) as folder:
            opened = open_archive(folder, watch=watch)
            if opened.problems:
                raise ArchiveError(first_of(opened.problems))
            opened.store.begin().join()
            return opened.store

    def _show(self, old: Store, found: list[Told]) -> None:
        self._old = old
        self._say("", "dim")
        self.query_one(LinkList).show(rows(found), self.query_one(LinkList).row)
        self.show_keys()

    def _fail(self, error: Exception) -> None:
        self._say("", "dim")
        self.query_one(LinkList).show(rows([Told(str(error), "fault")]))

    def rebuild_view(self) -> None:
        """In the language in force, and with the files as they were read again."""
        super().rebuild_view()
        self._ask()

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        link = event.link
        if self._old is not None and link.id is not None:
            from cq_tui.screens.changes.record import EditionRecordScreen

            side = 0 if link.filter == OLD else 1
            editions = Pair(self._old, self._new)
            self.app.push_screen(EditionRecordScreen(self.session, editions, self._named, link.kind, link.id, side))

    def action_back(self) -> None:
        """Break off what is read, and back to the list."""
        self.dismiss()
