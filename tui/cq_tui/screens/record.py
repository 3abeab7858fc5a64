"""A record opened in full, with its links to follow."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.binding import BindingType
from textual.timer import Timer

from cq_tui.kinds.events import Event
from cq_tui.language import _
from cq_tui.schema.kind import EVENTS, Kind
from cq_tui.schema.record import Record
from cq_tui.screens.base.copy_record import COPY, copy_record
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.session import Session
from cq_tui.screens.navigation.location import ListLocation, ListState, RecordLocation
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Build, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, wrap
from cq_tui.widgets.views.record_lines import record_build

_PATIENCE = 0.2
"""Seconds for which another record is left standing while one is looked up."""


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
        self._runner, self._copying = self.new_runner("record"), self.new_runner("copy")
        self._found: _Found | None = None
        self._names: dict[tuple[str, str], str] = {}
        """What the records on the way here are called, as far as that was looked up."""
        self._blank: Timer | None = None

    def on_mount(self) -> None:
        """Show the record."""
        self.query_one(LinkList).focus()
        self.show_location(self._location)

    def show_location(self, location: RecordLocation) -> None:
        """Show a record as it was left. Where it takes a while to look it up, the one before stands for a moment."""
        self._location, self._found = location, None
        at_once = not self.session.store.may_wait
        if not at_once:
            self._blank = self._blank or self.set_timer(_PATIENCE, self._show_nothing)
            self.show_title()
            self._show_where()
        find = partial(_find, self.session.store, location, self.session.history.trail)
        self._runner.find(find, self._take, self._fail, at_once=at_once)

    def _take(self, found: "_Found") -> None:
        self._found = found
        self._names |= found.names
        self._answered()
        if found.build is None:
            self._tell(_("This record is no longer in the archive."), "text")
        else:
            self.query_one(LinkList).show(found.build, self._location.row)

    def _fail(self, why: Exception) -> None:
        self._answered()
        self._tell(str(why), "fault")

    def _answered(self) -> None:
        if self._blank is not None:
            self._blank.stop()
            self._blank = None
        self.show_title()
        self._show_where()

    def _tell(self, words: str, style: str) -> None:
        self.query_one(LinkList).show(lambda width: [Row([(f"  {line}", style)]) for line in wrap(words, width - 3)])

    def _show_nothing(self) -> None:
        self.query_one(LinkList).show(lambda _width: ())

    def rebuild_view(self) -> None:
        """The record as the files have it now."""
        super().rebuild_view()
        self.remember_location()
        self.show_location(self._location)

    def remember_location(self) -> None:
        """Keep the scroll position in the location, once the record stands there."""
        if self._found is not None:
            self._location.row = self.query_one(LinkList).row

    def event_in_front(self) -> Event | None:
        """The event that the record belongs to."""
        own = self._found.event if self._found else None
        return own or super().event_in_front()

    def on_resize(self) -> None:
        """The way here fits the width."""
        self._show_where()

    def _show_where(self, said: str = "") -> None:
        self.query_one("#where", TextLine).update(self._trail(cell_len(said)), [(f"{said} ", "accent")] if said else [])

    def _trail(self, taken: int) -> list[StyledText]:
        """The way here; its beginning goes when there is no room for all of it."""
        store = self.session.store
        trail = self.session.history.trail
        names = self._names
        called = ((store.schema.get(one.kind), clean_line(names.get((one.kind, one.id), one.id))) for one in trail)
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
        found = self._found
        if found and found.kind and found.record is not None:
            copy_record(self, self._copying, found.kind, lambda: found.record)

    def action_open_source(self) -> None:
        """Open the first passage that the record rests on."""
        record = self._found.record if self._found else None
        if record is not None and record.cites:
            self.go(RecordLocation("passages", record.cites[0], self._location.highlighter))
        else:
            self._show_where(_("It names no passage."))


class _Found(NamedTuple):
    """A record with all that its screen asks for: what makes its lines, its event, the names on the way to it.

    Without a record there are none.
    """

    kind: Kind | None
    record: Record | None
    build: Build | None
    event: Event | None
    names: dict[tuple[str, str], str]


def _find(store: Store, location: RecordLocation, trail: Sequence[RecordLocation]) -> _Found:
    """Raises QueryError."""
    kind, record = store.schema.get(location.kind), store.get(location.kind, location.id)
    names = {(one.kind, one.id): store.name(one.kind, one.id) for one in trail}
    if kind is None or record is None:
        return _Found(kind, None, None, None, names)
    own = (
        record
        if isinstance(record, Event) or kind.event is None
        else store.get(EVENTS, getattr(record, kind.event.name) or "")
    )
    build = record_build(store, kind, record, location.highlighter)
    return _Found(kind, record, build, own if isinstance(own, Event) else None, names)
