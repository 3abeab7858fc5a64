"""Which column to take the values of: each with how many it has, and the most frequent as bars."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.language import _, listed, ngettext
from cq_tui.query.terms import Query
from cq_tui.schema.field import Field
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.store.selection.facets import FacetValues, facet_values, has_values
from cq_tui.store.selection.selection import Selection
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, padded

_TOLD = 3
"""Values of a column that are told."""
_BAR = 8
_WIDEST_LABEL = 24


class _Column(NamedTuple):
    field: Field
    found: FacetValues


def columns_with_values(session: Session, query: Query) -> list[Field]:
    """The fields whose values can be counted: those of the list's columns first, then the others."""
    kind = query.kind
    shown = session.layout(kind).shown
    others = (one for one in kind.asked if one not in shown and one.name not in kind.qualifiers)
    return [one for one in (*shown, *others) if has_values(one) and one is not kind.heading and one.name not in _NEVER]


_NEVER = ("id", "note", "cites")
"""Fields that are another in every record, or no value to choose by."""


class ColumnChoice(LinkList):
    """Columns to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("facet-column", "enter,right,l", N_("its values"), first=True, call="follow"),
    ]


class FacetColumnsScreen(PageScreen):
    """Asks which column, where the cursor of the list is on none that tells records apart."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("facet-columns-back", "escape,q,left,h,f", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, query: Query, choose: Callable[[Field], object]) -> None:
        """``choose`` is called with the field that was chosen, once this screen has closed."""
        super().__init__(session)
        self._query = query
        self._choose = choose
        self._runner = self.new_runner("facets")
        self._selection = Selection(session.store, query)
        self._fields = columns_with_values(session, query)

    def compose(self) -> ComposeResult:
        """Title, what is asked, the columns, the keys."""
        yield TextLine(id="title")
        yield TextLine(id="what")
        yield ColumnChoice()
        yield KeyLine()

    def on_mount(self) -> None:
        """Offer the columns at once; what stands in them comes from a thread."""
        self.show_title()
        pieces: list[StyledText] = [
            (f" {self._query.kind.label} > " + _("choose a column to see its values"), "accent"),
            *([(f"   / {clean_line(self._query.text)}", "dim")] if self._query.parts else []),
        ]
        self.query_one("#what", TextLine).update(pieces)
        self._show({})
        self.query_one(LinkList).focus()
        self._runner.ask(self._count, self._show_failure, cancel=self._selection.cancel)

    def _count(self, question: Question) -> None:
        question.show(self._show, {one.name: facet_values(self._selection, one) for one in self._fields})

    def _show(self, found: dict[str, FacetValues]) -> None:
        choice = self.query_one(LinkList)
        choice.show(partial(self._rows, found), choice.row if found else None)

    def _show_failure(self, error: Exception) -> None:
        self.query_one("#what", TextLine).update([(f" {error}", "fault")])

    def _rows(self, found: dict[str, FacetValues], width: int) -> list[Row]:
        most = max((value.count for one in found.values() for value in one.values), default=0)
        room = min(_WIDEST_LABEL, max((cell_len(str(one.label)) for one in self._fields), default=0))
        return [
            Row(
                [
                    (f"   {padded(cut(str(one.label), room), room)}  ", "link"),
                    *(_values(found[one.name], most, width - room - 6) if one.name in found else ()),
                ],
                Link("", str(place)),
            )
            for place, one in enumerate(self._fields)
        ]

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        self.dismiss()
        self._choose(self._fields[int(event.link.id or 0)])

    def action_back(self) -> None:
        """Back to the list as it was."""
        self.dismiss()


def _values(found: FacetValues, most: int, width: int) -> list[StyledText]:
    """How many values there are, and the first few with their bars, counts and sums, as many as there is room for.

    ``most``: what a whole bar counts, in all columns, so that bars of different ones can be compared.
    """
    told = ngettext("{count} value", "{count} values", found.distinct).format(count=f"{found.distinct:,}")
    pieces: list[StyledText] = [(padded(told, 10), "dim")]
    room = width - 10
    for one in found.values[:_TOLD]:
        drawn, words = bar(one.count, most, _BAR), f"{cut(one.shown, 24)} ({one.count:,})"
        sums = f" {listed(one.sums)}" if one.sums else ""  # all of them: one alone would read as the whole
        need = cell_len(drawn) + cell_len(words) + 4
        if need > room:
            break
        sums = sums if need + cell_len(sums) <= room else ""
        room -= need + cell_len(sums)
        pieces.extend([("  ", "text"), (drawn, "bar"), (f" {words}", "text"), (f"{sums} ", "dim")])
    return pieces


def bar(count: int, most: int, room: int) -> str:
    """A bar in the measure of the largest; what is there at all is drawn."""
    return "#" * (max(1, round(room * count / most)) if count and most else 0)
