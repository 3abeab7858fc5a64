"""The values of a column with counts and sums; Enter filters the list by one."""

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.language import _, ngettext
from cq_tui.query.edit import with_term, without_field
from cq_tui.query.parse import parse
from cq_tui.query.terms import Query
from cq_tui.schema.field import Field
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.dialogs.facet_columns import bar
from cq_tui.screens.dialogs.facet_outcomes import FacetOutcomes, facet_outcomes, legend
from cq_tui.store.selection.facets import FacetValue, FacetValues, facet_values, grouping
from cq_tui.store.selection.selection import Selection
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.line_widget import StyledText, cells_of
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, padded

_GAP = 2
_BAR = 16
_LEAST_WITH_BARS = 56
"""Cells beside values and counts from which bars leave room for the sums."""
_WIDEST = 0.45
"""Of the screen's width, what the values take at most."""


class FacetList(LinkList):
    """Values to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("facet-choose", "enter,right,l", N_("filter by it"), first=True, call="follow"),
    ]


class FacetScreen(PageScreen):
    """What the records have in one field, under the filter without its terms of that field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("facet-outcomes", "o", N_("what came of them"), first=True, call="turn"),
        action("facet-back", "escape,q,left,h,f", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, query: Query, field: Field, choose: Callable[[str], None]) -> None:
        """``choose`` is called with the text of the new filter."""
        super().__init__(session)
        self._query = query
        self._field = field
        self._choose = choose
        self._runner = self.new_runner("facets")
        self._selection = Selection(session.store, parse(without_field(query, field), query.kind))
        self._outcomes: FacetOutcomes | None = None
        """What came of the deals of each value, while that is shown in the place of the sums."""
        self._found: FacetValues | None = None
        self._count_of_all = 0

    def compose(self) -> ComposeResult:
        """Title, what is counted, the values, the keys."""
        yield TextLine(id="title")
        yield TextLine(id="what")
        yield TextLine(id="head")
        yield FacetList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask for the values in a thread."""
        self.show_title()
        self.query_one(LinkList).focus()
        self._runner.ask(self._count, self._show_failure, cancel=self._selection.cancel)

    def _count(self, question: Question) -> None:
        question.show(self._show, facet_values(self._selection, self._field), self._selection.count)

    def _count_outcomes(self, question: Question) -> None:
        question.show(self._show_outcomes, facet_outcomes(grouping(self._selection, self._field)))

    def _show_outcomes(self, found: FacetOutcomes | None) -> None:
        self._outcomes = found
        self._show_what()
        self.query_one(LinkList).rebuild()

    def _show(self, found: FacetValues, count: int) -> None:
        self._found = found
        self._count_of_all = count
        self._show_what()
        self.query_one(LinkList).show(lambda width: self._rows(found, width))

    def _show_what(self) -> None:
        if self._found is not None:
            self.query_one("#what", TextLine).update(self._what(self._found, self._count_of_all))

    def _show_failure(self, error: Exception) -> None:
        self.query_one("#what", TextLine).update([(f" {error}", "fault")])

    def _what(self, found: FacetValues, count: int) -> list[StyledText]:
        records = ngettext("{count} record", "{count} records", count).format(count=f"{count:,}")
        told = ngettext("{count} value", "{count} values", found.distinct).format(count=found.distinct)
        pieces: list[StyledText] = [
            (f" {self._query.kind.label} > {self._field.label}", "accent"),
            (f"   {told}", "main"),
            (f"   {records}", "text"),
        ]
        if self._outcomes is not None and (meaning := self._outcomes.meaning()):
            pieces.append((f"   {meaning}", "dim"))
        if self._selection.query.parts:
            pieces.append((f"   / {clean_line(self._selection.query.text)}", "dim"))
        return pieces

    def _rows(self, found: FacetValues, width: int) -> list[Row]:
        label, counts = str(self._field.label), [f"{one.count:,}" for one in found.values]
        longest = max([cell_len(label), *(cell_len(one.shown) for one in found.values)])
        room = min(longest, int(width * _WIDEST))
        figures = max([cell_len(_("number")), *map(cell_len, counts)])
        gap, told = " " * _GAP, _("number")
        drawn = _BAR if width - room - figures >= _LEAST_WITH_BARS else 0
        head = f"  {padded(cut(label, room), room)}{gap}{padded(told, figures, right=True)}"
        self.query_one("#head", TextLine).update([(head, "dim"), *self._head(found, drawn)])
        most = max((one.count for one in found.values), default=0)
        rows = []
        for one, count in zip(found.values, counts, strict=True):
            pieces = self._pieces(one, count, room, figures, width, *self._told(one, most, drawn))
            rows.append(Row(pieces, self._link(one)))
        if found.distinct > len(found.values):
            rest = found.distinct - len(found.values)
            more = ngettext("and {count} more, rarer", "and {count} more, rarer", rest).format(count=rest)
            rows.append(Row([(f"  {more}", "dim")]))
        return rows

    def _head(self, found: FacetValues, drawn: int) -> list[StyledText]:
        """What stands over bars and words."""
        gap = " " * _GAP
        if self._outcomes is not None:
            meaning = legend()
            space = drawn + _GAP - cells_of(meaning) if drawn else 0
            return [(gap, "dim"), *meaning, (" " * max(_GAP, space) + self._outcomes.heading(), "dim")]
        words = gap + _("sums by type of money") if any(one.sums for one in found.values) else ""
        bars = gap + padded(cut(_("bars: number"), drawn), drawn) if drawn else ""
        return [(bars + words, "dim")]

    def _told(self, one: FacetValue, most: int, drawn: int) -> tuple[list[StyledText], str]:
        """The bar of a value, and what is said of it: its sums, or what came of its deals."""
        if self._outcomes is None:
            return [(padded(bar(one.count, most, drawn), drawn), "bar")], "  ".join(one.sums)
        return self._outcomes.told(one.value, drawn)

    def _pieces(
        self, one: FacetValue, count: str, room: int, figures: int, width: int, drawn: list[StyledText], said: str
    ) -> list[StyledText]:
        bars = cells_of(drawn)
        left = room + figures + 3 * _GAP + (bars + _GAP if bars else 0)
        chosen = any(part.text == one.term for part in self._query.parts)
        return [
            ("  ", "text"),
            (padded(cut(one.shown, room), room), "accent" if chosen else "main"),
            (" " * _GAP + padded(count, figures, right=True), "text"),
            *([(" " * _GAP, "text"), *drawn] if bars else []),
            (" " * _GAP + cut(said, max(1, width - left)), "dim"),
        ]

    def _link(self, one: FacetValue) -> Link:
        return Link(self._query.kind.name, filter=with_term(self._query, self._field, one.term))

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        self.dismiss()
        self._choose(event.link.filter)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What came of records is known where they have stages."""
        if action == "turn":
            return bool(self._query.kind.money and self._query.kind.money.progress)
        return super().check_action(action, parameters)

    def action_turn(self) -> None:
        """Show what came of the deals of each value in the place of their sums, by number and by money; or the sums."""
        if self._outcomes is not None:
            self._show_outcomes(self._outcomes.turned())
        elif self._found is not None:
            self._runner.ask(self._count_outcomes, self._show_failure, cancel=self._selection.cancel)

    def action_back(self) -> None:
        """Back to the list as it was."""
        self.dismiss()
