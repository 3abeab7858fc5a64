"""A record as an edition has it, to be read; Tab shows it as the other one has it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.diff.difference import Pair
from cq_tui.language import _
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.session import Session
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Build, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.views.record_lines import record_build


class EditionRecordScreen(PageScreen):
    """Nothing leads on from here: the links of the old edition would lead to records as they are now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("edition-other", "tab,o", N_("the other edition"), first=True, call="other"),
        action("edition-back", "escape,q,left,h", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, editions: Pair, named: str, kind: str, id_: str, side: int) -> None:
        """``editions``: the two stores; ``named``: what the older one is called; ``side``: which is shown, 1 is now."""
        super().__init__(session)
        self._editions, self._named, self._what, self._side = editions, named, (kind, id_), side
        self._runner = self.new_runner("edition")

    def compose(self) -> ComposeResult:
        """Title, which edition, the record, the keys."""
        yield TextLine(id="title")
        yield TextLine(id="where")
        yield LinkList(leads=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the record."""
        self.show_title()
        self.query_one(LinkList).focus()
        self._show()

    def _show(self) -> None:
        where = _("As it is now") if self._side else _("As it was in {edition}").format(edition=clean_line(self._named))
        self.query_one("#where", TextLine).update([(f" {where}", "accent")])
        store, (name, id_) = self._editions[self._side], self._what
        kind = store.schema.get(name)

        def find() -> Build | None:
            record = store.get(name, id_)
            return None if kind is None or record is None else record_build(store, kind, record)

        self._runner.find(find, self._take, self._fail, at_once=not store.may_wait)

    def _take(self, build: Build | None) -> None:
        nothing = [Row([("  " + _("This edition has no such record."), "text")])]
        self.query_one(LinkList).show(build or (lambda _width: nothing))

    def _fail(self, why: Exception) -> None:
        self.query_one(LinkList).show(lambda _width: [Row([(f"  {why}", "fault")])])

    def action_other(self) -> None:
        """The same record in the other edition."""
        self._side = 1 - self._side
        self._show()

    def rebuild_view(self) -> None:
        """In the language in force."""
        super().rebuild_view()
        self._show()

    def action_back(self) -> None:
        """Back to what changed."""
        self.dismiss()
