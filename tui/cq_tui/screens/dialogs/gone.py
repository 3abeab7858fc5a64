"""The records that a view held and holds no longer."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cq_tui.language import _, ngettext
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.session import Session
from cq_tui.screens.navigation.location import RecordLocation
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut


class GoneScreen(PageScreen):
    """Each with whether the archive still has it; then Enter opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("gone-back", "escape,q,left,h", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, kind: Kind, view: str, gone: Mapping[str, str]) -> None:
        """``gone``: what the records of a kind were called, by their ids."""
        super().__init__(session)
        self._kind, self._view, self._gone = kind, view, gone
        self._runner = self.new_runner("gone")

    def on_mount(self) -> None:
        """List them."""
        self.show_title()
        count = len(self._gone)
        words = ngettext("{count} record is gone from {view}", "{count} records are gone from {view}", count)
        self.query_one("#where", TextLine).update([(" " + words.format(count=f"{count:,}", view=self._view), "accent")])
        self.query_one(LinkList).focus()
        store = self.session.store
        self._runner.find(
            lambda: {id_: store.get(self._kind.name, id_) for id_ in self._gone},
            lambda there: self.query_one(LinkList).show(partial(self._rows, there)),
            lambda why: self.query_one(LinkList).show(lambda _width: [Row([(f"  {why}", "fault")])]),
            at_once=not store.may_wait,
        )

    def _rows(self, there: Mapping[str, Record | None], width: int) -> list[Row]:
        rows = []
        for id_, called in self._gone.items():
            record = there[id_]
            why = _("the view no longer asks for it") if record else _("no longer in the archive")
            name = cut(record.called if record else called or id_, max(20, width - 34))
            link = Link(self._kind.name, id_) if record else None
            rows.append(Row([(f"  {name}", "link" if record else "main"), (f"  {why}", "dim")], link))
        return rows

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        event.stop()
        if event.link.id is not None:
            self.go(RecordLocation(event.link.kind, event.link.id))

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss()
