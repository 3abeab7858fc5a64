"""A dialog of lines to choose one from; among many one types to find it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from cq_tui.importing.recognise.answers.choices import Choice
from cq_tui.language import _
from cq_tui.query.widen import Widener
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.session import Session
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, padded, wrap
from cq_tui.widgets.input.typing_line import TypingLine

_WIDEST = 0.5
_MANY = 14
"""Choices from which on one types."""
_ROWS = 12


class ChoiceList(LinkList):
    """What can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("choice-take", "enter,right,l", N_("choose"), first=True, call="follow"),
    ]


class ChoiceScreen(ModalPanel[Choice | None]):
    """Enter takes the line under the cursor. Among many, what is typed narrows them: by name, code, alias, pinyin."""

    DEFAULT_CSS = """
    ChoiceScreen {
        #panel { height: 14; }
        #typed { height: 1; }
        #typed TextLine { width: auto; }
        LinkList { height: 1fr; }
    }
    """
    AUTO_FOCUS = "Input, ChoiceList"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("choice-back", "escape,q,left,h", N_("back"), first=True, call="back"),
        action("choice-up", "up,shift+tab,ctrl+p", N_("up"), call="move(-1)"),
        action("choice-down", "down,tab,ctrl+n", N_("down"), call="move(1)"),
        action("choice-page-up", "pageup", N_("a page up"), call="move(-10)"),
        action("choice-page-down", "pagedown", N_("a page down"), call="move(10)"),
    ]

    def __init__(
        self,
        session: Session,
        what: str,
        choices: Sequence[Choice],
        start: int | None = None,
        told: Sequence[str] = (),
    ) -> None:
        """``start``: where the cursor stands, on what is chosen if not said. ``told``: what is known of the matter."""
        super().__init__(session)
        self._what = what
        self._told = told
        self._choices = choices
        self._typed = len(choices) > _MANY
        self._fitting: Sequence[int] = range(len(choices))
        chosen = next((place for place, one in enumerate(choices) if one.chosen), 0)
        self._start = chosen if start is None else start
        self._cursor = self._start
        self._widen = Widener()

    def compose(self) -> ComposeResult:
        """What is asked, where there are many a line to type in, and the answers."""
        with Vertical(id="panel"):
            yield TextLine(id="what")
            if self._typed:
                with Horizontal(id="typed"):
                    yield TextLine(id="find")
                    yield TypingLine(placeholder=_("a part of a name, or a code"))
            yield ChoiceList()

    def on_mount(self) -> None:
        """Show them, the cursor on the one that holds now."""
        self.query_one("#what", TextLine).update([(f" {clean_line(self._what)}", "accent")])
        choices = self.query_one(LinkList)
        if self._typed:
            self.query_one("#find", TextLine).update([(" / ", "accent")])
            choices.can_focus = False
            self._show()
        else:
            width = self.app.size.width
            before = sum(len(self._lines(self._choices[place], place, width)) for place in range(self._start))
            start = len(self._heading(width)) + before
            choices.show(self._rows, (max(0, start - 4) if start >= _ROWS else 0, start))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        typed = unicodedata.normalize("NFKC", event.value).strip()
        patterns = [re.compile(self._widen(word).pattern) for word in typed.split()]
        fitting = [place for place in range(len(self._choices)) if self._fits(place, patterns)]
        self._fitting = sorted(fitting, key=lambda place: self._rank(place, typed.casefold()))
        self._cursor = 0 if typed else self._start
        self._show()

    def _names(self, place: int) -> str:
        one = self._choices[place]
        return f"{one.words}\n{one.value}\n{one.found_by}"

    def _fits(self, place: int, patterns: Sequence[re.Pattern[str]]) -> bool:
        return all(pattern.search(self._names(place)) for pattern in patterns)

    def _rank(self, place: int, typed: str) -> int:
        """What is called so comes first, then what begins so."""
        names = self._names(place).casefold().split("\n")
        return 0 if typed in names else 1 if any(name.startswith(typed) for name in names) else 2

    def _show(self) -> None:
        self.query_one(LinkList).show(self._narrowed)

    def _narrowed(self, width: int) -> list[Row]:
        """The choices that fit around the cursor, below what is told."""
        head = self._heading(width)
        room = max(1, _ROWS - len(head) - 1)
        many = sum(len(self._lines(self._choices[place], place, width)) - 1 for place in self._fitting)
        top = max(0, self._cursor - max(1, room - many) + 1)
        rows = [
            row
            for number, place in enumerate(self._fitting[top : top + room], top)
            for row in self._lines(self._choices[place], place, width, here=number == self._cursor)
        ]
        return [*head, *(rows or [Row([("   " + _("Nothing matches."), "text")])])]

    def _heading(self, width: int) -> list[Row]:
        """The question where the title's line is too short for it, and what is told."""
        what = clean_line(self._what)
        whole = wrap(what, width - 4) if cell_len(what) > width - 2 else []
        rows = [Row([(f"   {line}", "accent")]) for line in whole]
        return rows + [Row([(f"   {line}", "dim")]) for one in self._told for line in wrap(clean_line(one), width - 4)]

    def _rows(self, width: int) -> list[Row]:
        every = (row for place, one in enumerate(self._choices) for row in self._lines(one, place, width))
        return [*self._heading(width), *every]

    def _lines(self, one: Choice, place: int, width: int, *, here: bool = False) -> list[Row]:
        """A choice, and below it what has no room beside it."""
        side, room = clean_line(one.side), int(width * _WIDEST)
        below = wrap(side, width - 8) if one.in_full and cell_len(side) > width - room - 6 else []
        shown = replace(one, side="") if below else one
        return [
            self._row(shown, Link("", str(place)), width, here=here),
            *(Row([(f"      {line}", "dim")]) for line in below),
        ]

    def _row(self, one: Choice, link: Link, width: int, *, here: bool = False) -> Row:
        room = int(width * _WIDEST)
        mark = (">" if here else " ") + ("* " if one.chosen else "  ")
        words = padded(cut(clean_line(one.words), room), room)
        side = cut(clean_line(one.side), width - room - 6)
        if here:
            return Row([(mark, "cursor"), (words, "cursor"), (padded(f"  {side}", width - room - 4), "cursor")], link)
        return Row([(mark, "accent"), (words, "link"), (f"  {side}", "dim")], link)

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        event.stop()
        self.dismiss(self._choices[int(event.link.id or 0)])

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._fitting:
            self.dismiss(self._choices[self._fitting[self._cursor]])

    def action_move(self, step: int) -> None:
        """Another choice, where one types."""
        if self._typed and self._fitting:
            last = len(self._fitting) - 1
            there = self._cursor + step
            self._cursor = there % (last + 1) if abs(step) == 1 else max(0, min(there, last))
            self._show()

    def action_back(self) -> None:
        """Nothing is changed."""
        self.dismiss(None)
