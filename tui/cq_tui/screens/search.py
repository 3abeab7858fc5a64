"""Search across everything: one list of hits over all kinds, grouped."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from cq_tui.language import _, ngettext
from cq_tui.query.highlight import Highlighter
from cq_tui.query.parse import parse
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.navigation.location import RecordLocation, SearchLocation
from cq_tui.store.selection.selection import Selection
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import wrap
from cq_tui.widgets.input.filter_bar import FilterBar, FilterInput
from cq_tui.widgets.views.record_row import hit_row, record_row

_MOST_EACH = 20


@dataclass(frozen=True, slots=True)
class Hits:
    """The first records of a kind that answer, and how many there are in all."""

    selection: Selection
    count: int
    records: list[Record]

    @property
    def kind(self) -> Kind:
        """The kind of the records."""
        return self.selection.kind


class SearchScreen(PageScreen):
    """Type, Enter to the hits, Enter to open one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("search-again", "slash,asterisk", N_("search"), first=True),
        action("search-back", "escape,q", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, location: SearchLocation) -> None:
        super().__init__(session)
        self._location = location
        self._came_back_to = location.row
        self._runner = self.new_runner("search")

    def compose(self) -> ComposeResult:
        """Title, the words, the hits, the keys."""
        yield TextLine(id="title")
        yield FilterBar(lambda _text: None, self.session.filter_history)
        yield LinkList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Start typing."""
        self.query_one(FilterBar).input.placeholder = _("search in everything")
        self._show([])
        if self._location.text:
            self.query_one(FilterBar).input.value = self._location.text
            self.query_one(LinkList).focus()
        else:
            self.query_one(FilterBar).input.focus()

    def rebuild_view(self) -> None:
        """The hits in the language, and of the data, that are in force now."""
        super().rebuild_view()
        bar = self.query_one(FilterBar)
        bar.input.placeholder = _("search in everything")
        bar.post_message(FilterBar.Changed(bar.input.value))

    @on(FilterBar.Changed)
    def _typed(self, event: FilterBar.Changed) -> None:
        queries = [parse(event.text, kind) for kind in self.session.store.schema.values()]
        asked = [query for query in queries if query.terms and not query.faults]
        if not asked and (faults := [fault for query in queries for fault in query.faults]):
            self._runner.cancel()
            self._show_failure(faults[0].message)
            return
        selections = [Selection(self.session.store, query) for query in asked]

        def cancel() -> None:
            for selection in selections:
                selection.cancel()

        self._runner.ask(partial(self._find, selections), lambda error: self._show_failure(str(error)), cancel=cancel)

    def _find(self, selections: list[Selection], question: Question) -> None:
        hits = [Hits(one, one.count, one.rows(0, _MOST_EACH)) for one in selections if one.count]
        question.show(self._show_found, hits)

    def _show_found(self, hits: list[Hits]) -> None:
        self._show(hits, self._came_back_to)
        self._came_back_to = None

    def _show_failure(self, why: str) -> None:
        """Say why nothing can be found, where the hits would stand."""
        lines = [Row(), *(Row([(f"  {text}", "fault")]) for text in wrap(why, self.app.size.width - 4))]
        self.query_one(LinkList).show(lambda _width: lines)

    def _show(self, hits: list[Hits], row: tuple[int, int] | None = None) -> None:
        self.query_one(LinkList).show(lambda width: self._rows(hits, width), row)

    def _rows(self, hits: list[Hits], width: int) -> list[Row]:
        rows: list[Row] = []
        for found in hits:
            words = ngettext("{count} record", "{count} records", found.count).format(count=f"{found.count:,}")
            rows.extend([Row(), Row([(f" {found.kind.label}  {words}", "heading")])])
            highlighter = Highlighter(found.selection.query, self.session.store.widen)
            for record in found.records:
                rows.extend(self._of_record(found.kind, record, width, highlighter))
            if found.count > len(found.records):
                rest = found.count - len(found.records)
                more = ngettext("and {count} more", "and {count} more", rest).format(count=rest)
                rows.append(Row([(f"   {more}", "dim")]))
        if not rows and self.query_one(FilterBar).input.value.strip():
            return [Row(), Row([("  " + _("Nothing matches."), "text")])]
        return rows[1:]

    def _of_record(self, kind: Kind, record: Record, width: int, highlighter: Highlighter) -> list[Row]:
        """The line of a hit; where it does not show what was found, a second one that does."""
        row = record_row(self.session.store, kind, record, width, highlighter)
        if any(style == "hit" for _text, style in row.pieces) or not highlighter:
            return [row]
        below = hit_row(self.session.store, kind, record, width, highlighter)
        return [row, below] if below else [row]

    @on(FilterInput.Kept)
    def _kept(self) -> None:
        self.query_one(LinkList).focus()

    @on(FilterInput.Cleared)
    def _cleared(self) -> None:
        self.go(-1)

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        link = event.link
        kind = self.session.store.kind(link.kind)
        if link.id is not None:
            query = parse(self.query_one(FilterBar).input.value, kind)
            highlighter = Highlighter(query, self.session.store.widen)
            self.go(RecordLocation(kind.name, link.id, highlighter))

    def action_search_again(self) -> None:
        """Type again."""
        self.query_one(Input).focus()

    def remember_location(self) -> None:
        """Remember among what was visited the words, and the hit under the cursor."""
        self._location.text = self.query_one(FilterBar).input.value
        self._location.row = self.query_one(LinkList).row
