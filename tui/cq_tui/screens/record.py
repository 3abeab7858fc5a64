"""A record opened in full, with its links to follow."""

from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType

from cq_tui.kinds.events import Event
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.screens.base.copy_record import COPY, copy_record
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.session import Session
from cq_tui.screens.navigation.location import ListLocation, ListState, RecordLocation
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut
from cq_tui.widgets.views.record_lines import record_lines


class RecordScreen(PageScreen):
    """One record. Following a link shows the next one in its place; back returns."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("record-back", "escape,q,left,h", N_("back"), first=True, call="back"),
        action("next-hit", "n", N_("next and earlier hit"), call="hit(1)"),
        action("hit-before", "N", N_("next and earlier hit"), call="hit(-1)"),
        COPY,
        action("open-source", "o", N_("its source passage")),
    ]

    def __init__(self, session: Session, location: RecordLocation) -> None:
        super().__init__(session)
        self._location = location

    def on_mount(self) -> None:
        """Show the record."""
        self.query_one(LinkList).focus()
        self.show_location(self._location)

    def show_location(self, location: RecordLocation) -> None:
        """Show a record as it was left."""
        self._location = location
        self.show_title()
        self._show_where()
        view, store, kind = self.query_one(LinkList), self.session.store, self._kind
        record = store.get(location.kind, location.id)
        if kind is not None and record is not None:
            view.show(partial(record_lines, store, kind, record, highlighter=location.highlighter), location.row)
        else:
            view.show(lambda _width: [Row([("  " + _("This record is no longer in the archive."), "text")])])

    @property
    def _kind(self) -> Kind | None:
        """The kind of the record; None where the archive, as it was read again, has no such kind."""
        return self.session.store.schema.get(self._location.kind)

    def rebuild_view(self) -> None:
        """The record as the files have it now."""
        super().rebuild_view()
        self.remember_location()
        self.show_location(self._location)

    def remember_location(self) -> None:
        """Keep the scroll position in the location."""
        self._location.row = self.query_one(LinkList).row

    def event_in_front(self) -> Event | None:
        """The event that the record belongs to."""
        record = self.session.store.get(self._location.kind, self._location.id)
        if isinstance(record, Event):
            return record
        field = self._kind.event if self._kind else None
        own = field and record and self.session.store.get("events", getattr(record, field.name) or "")
        return own if isinstance(own, Event) else super().event_in_front()

    def on_resize(self) -> None:
        """The way here fits the width."""
        self._show_where()

    def _show_where(self, said: str = "") -> None:
        self.query_one("#where", TextLine).update(self._trail(cell_len(said)), [(f"{said} ", "accent")] if said else [])

    def _trail(self, taken: int) -> list[StyledText]:
        """The way here; its beginning goes when there is no room for all of it."""
        store = self.session.store
        trail = self.session.history.trail
        called = ((store.schema.get(one.kind), clean_line(store.name(one.kind, one.id))) for one in trail)
        steps = [f"{kind.one} {name}" if kind else name for kind, name in called]
        while len(steps) > 1 and cell_len(" > ".join(steps)) > self.app.size.width - 7 - taken:
            del steps[0]
        *way, here = steps
        before = "".join(f"{step} > " for step in way)
        if taken:  # a message has its room in any case
            here = cut(here, self.app.size.width - cell_len(before) - taken - 4)
        return [(f" {before}", "dim"), (here, "accent")]

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        link = event.link
        if link.id is not None:
            self.go(RecordLocation(link.kind, link.id, self._location.highlighter))
        else:
            self.go(ListLocation(link.kind, ListState(link.filter)))

    def action_hit(self, step: int) -> None:
        """Go to the next or previous match of the filter in this record."""
        place, count = self.query_one(LinkList).to_hit(step)
        self._show_where(f"{place} / {count}" if count else _("The filter found no words here."))

    def action_copy(self) -> None:
        """The record as plain text."""
        record = self.session.store.get(self._location.kind, self._location.id)
        if self._kind and record is not None and (told := copy_record(self, self._kind, record)):
            self.show_message(told)

    def action_open_source(self) -> None:
        """Open the first passage that the record rests on."""
        record = self.session.store.get(self._location.kind, self._location.id)
        if record is not None and record.cites:
            self.go(RecordLocation("passages", record.cites[0], self._location.highlighter))
        else:
            self._show_where(_("It names no passage."))
