"""A scrolling view of lines with links: the opened record, the overview, the help."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from cq_tui.store.engine.errors import QueryError
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.hits import Hits
from cq_tui.widgets.base.line_widget import LineWidget, StyledText
from cq_tui.widgets.base.linked_lines import Build, Link, Row
from cq_tui.widgets.base.scroll_mark import marked_lines, with_mark
from cq_tui.widgets.base.text_layout import wrap


def _nothing(_width: int) -> Sequence[Row]:
    return ()


class LinkList(LineWidget, can_focus=True):
    """Lines with a cursor that steps from link to link and scrolls where there is none."""

    SCROLLS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        action("follow", "enter", N_("open"), first=True),
        action("along", "right,l", N_("next in the line, or open"), call="along(1)"),
        action("along-back", "left,h", N_("the one before in the line"), call="along(-1)"),
        action("line-up", "up,k", N_("up"), call="move(-1)"),
        action("line-down", "down,j", N_("down"), call="move(1)"),
        action("page-up", "pageup,ctrl+u", N_("a page up"), call="page(-1)"),
        action("page-down", "pagedown,ctrl+d", N_("a page down"), call="page(1)"),
        action("top", "home,g", N_("to the top"), call="to_end(-1)"),
        action("bottom", "end,G", N_("to the end"), call="to_end(1)"),
    ]

    FOCUSES: ClassVar[bool] = True
    """Whether it has the keys once it was clicked."""

    @dataclass
    class Followed(Message):
        """A link was opened."""

        link: Link

    class Left(Message):
        """Up from the first line."""

    def __init__(self, *, id: str | None = None, leads: bool = True) -> None:
        """``leads`` is false where no line leads anywhere: nothing is said of opening then."""
        super().__init__(id=id)
        self._leads = leads
        self._build: Build = _nothing
        self._built_for = 0
        self._rows: list[Row] = []
        self._top = 0
        self._hits = Hits()
        self.cursor = -1
        self._along = 0
        """Which link of the line under the cursor: 0 is the line's own, then come its further ones."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing opens where no line leads anywhere; back along a line only what has gone along it."""
        if (action in ("follow", "along") and not self._leads) or (parameters == (-1,) and action == "along"):
            return self._leads and self._along > 0
        return super().check_action(action, parameters)

    def show(self, build: Build, row: tuple[int, int] | None = None) -> None:
        """Show lines from their top with the cursor on the first link, or as they stood at a ``row``.

        ``build`` makes the lines for a width in cells; it is asked again when the width changes.
        """
        before = self._drawn()
        self._build = build
        self._top, self.cursor = row or (0, -1)
        self._hits, self._along = Hits(), 0
        self._lay_out()
        self._repaint_changed(before)

    @property
    def row(self) -> tuple[int, int]:
        """The first line in view, and the one under the cursor."""
        return self._top, self.cursor

    def rebuild(self) -> None:
        """Build the lines again after a change of data or language; scroll position and cursor stay."""
        before = self._drawn()
        self._lay_out()
        self._repaint_changed(before)

    def lay_out(self) -> None:
        """Make the lines for another width. The cursor stays on its link, in whichever line that stands then."""
        if self.size.width == self._built_for:
            return
        before = self._links()
        at = before.index(self.cursor) if self.cursor in before else -1
        self._lay_out()
        after = self._links()
        if len(after) == len(before) and at >= 0:
            self.cursor = after[at]
            height = max(1, self.size.height)
            self._top = max(0, min(max(self._top, self.cursor - height + 1), self.cursor, self._last_top))

    def _lay_out(self) -> None:
        self._built_for = self.size.width
        if not self._built_for:
            return
        try:
            self._rows = list(self._build(self._built_for - 1))  # the last cell is for the mark of scrolling
        except QueryError as error:
            # What lines are about may have to be asked for, and a host bounds what a question may take.
            self._rows = [Row(), *(Row([(f"  {line}", "fault")]) for line in wrap(str(error), self._built_for - 4))]
        rows = self._rows
        if not (0 <= self.cursor < len(rows) and rows[self.cursor].link):
            self.cursor = next((n for n, row in enumerate(rows) if row.link and n < max(1, self.size.height)), -1)
        self._top = max(0, min(self._top, self._last_top))

    def _links(self) -> list[int]:
        """The lines that lead somewhere."""
        return [n for n, row in enumerate(self._rows) if row.link]

    @property
    def _mark(self) -> range:
        """The lines in view that bear the mark of scrolling."""
        return marked_lines(self._top, self.size.height, len(self._rows))

    def _drawn(self) -> list[tuple[Row | None, bool, bool]]:
        """What stands on each line in view, whether the cursor is there, and whether the mark of scrolling is."""
        rows, mark = self._rows[self._top : self._top + self.size.height], self._mark
        blank = [None] * (self.size.height - len(rows))
        return [(row, self._top + y == self.cursor, y in mark) for y, row in enumerate([*rows, *blank])]

    def _repaint_changed(self, before: list[tuple[Row | None, bool, bool]]) -> None:
        """Repaint only the lines that are no longer what they were; all of them where none is in view now.

        What is hidden is painted later, from lines as they were when it was last seen.
        """
        now = self._drawn()
        if not now or len(before) != len(now):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, now, strict=True)) if old != new]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    @property
    def _last_top(self) -> int:
        return max(0, len(self._rows) - self.size.height)

    def to_hit(self, step: int) -> tuple[int, int]:
        """Go to the hit after or before, round at the ends; which it is, from 1, and of how many."""
        place, number, count = self._hits.go(self._rows, step)
        if count:
            if not self._top <= place < self._top + self.size.height:
                self._top = max(0, min(place - self.size.height // 2, self._last_top))
            self.refresh()
        return number, count

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        width = self.size.width
        place = self._top + y
        if place >= len(self._rows):
            return Strip.blank(width, self.style_named("text"))
        cursor = place == self.cursor and self.has_focus
        pieces = self._hits.marked(self._rows, place)
        along = cursor and 0 < self._along <= len(self._rows[place].more)
        if along:
            at, _link = self._rows[place].more[self._along - 1]
            pieces = [(text, "cursor" if piece == at else style) for piece, (text, style) in enumerate(pieces)]
        pieces = _pointed(pieces) if cursor else pieces
        if y in self._mark:
            pieces = with_mark(pieces, width)
        return self.strip(pieces, width, cursor and not along)

    def on_focus(self) -> None:
        """Show the cursor."""
        self._repaint(self.cursor)

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._repaint(self.cursor)

    def action_move(self, step: int) -> None:
        """To the next link if it is in view, else scroll a line."""
        links = self._links()
        ahead = [n for n in links if n > self.cursor] if step > 0 else [n for n in reversed(links) if n < self.cursor]
        bottom = self._top + self.size.height
        if ahead and self._top <= ahead[0] < bottom:
            self._to(ahead[0])
        elif (step > 0 and self._top < self._last_top) or (step < 0 and self._top > 0):
            self._scroll(self._top + step)
            if ahead and self._top <= ahead[0] < self._top + self.size.height:
                self._to(ahead[0])
        elif step < 0:
            self.post_message(self.Left())

    def action_page(self, pages: int) -> None:
        """Scroll by what is in view; the cursor goes to the first link there."""
        self._scroll(self._top + pages * max(1, self.size.height - 1))
        self._to_view(last=pages > 0 and self._top == self._last_top)

    def action_to_end(self, end: int) -> None:
        """Scroll to the top or to the end."""
        self._scroll(0 if end < 0 else self._last_top)
        self._to_view(last=end > 0)

    @property
    def link(self) -> Link | None:
        """The link under the cursor."""
        if not 0 <= self.cursor < len(self._rows):
            return None
        row = self._rows[self.cursor]
        return row.more[self._along - 1][1] if 0 < self._along <= len(row.more) else row.link

    def action_follow(self) -> None:
        """Open the link under the cursor."""
        if (link := self.link) is not None:
            self.post_message(self.Followed(link))

    def action_along(self, step: int) -> None:
        """To the next link in the line, or the one before; where there is only one it opens."""
        more = self._rows[self.cursor].more if 0 <= self.cursor < len(self._rows) else ()
        if not more:
            self.action_follow()
        elif 0 <= self._along + step <= len(more):
            self._along += step
            self._repaint(self.cursor)

    def on_click(self, event: Click) -> None:
        """Follow the link that was clicked."""
        at = event.get_content_offset(self)  # None: on the rule above
        place = self._top + at.y if at else len(self._rows)
        if at is None or not self._leads or place >= len(self._rows) or self._rows[place].link is None:
            return
        if self.can_focus and self.FOCUSES:
            self.focus()
        self._to(place)
        self._along = self._piece_at(self._rows[place], at.x)
        self._repaint(place)
        self.action_follow()

    def _piece_at(self, row: Row, cell: int) -> int:
        """Which link of a line stands at a cell, as ``_along`` counts them."""
        ends = list(accumulate(cell_len(text) for text, _style in row.pieces))
        piece = next((number for number, end in enumerate(ends) if cell < end), -1)
        return next((number for number, (at, _link) in enumerate(row.more, 1) if at == piece), 0)

    def scroll_by(self, lines: int) -> None:
        """Scroll, as far as there is something."""
        self._scroll(self._top + lines)
        if not self._top <= self.cursor < self._top + self.size.height:
            self._to_view(last=lines < 0)

    def _to(self, place: int) -> None:
        before, self.cursor = self.cursor, place
        self._along = 0
        self._repaint(before)
        self._repaint(place)

    def _to_view(self, *, last: bool) -> None:
        shown = range(self._top, min(len(self._rows), self._top + self.size.height))
        links = [n for n in shown if self._rows[n].link]
        if links:
            self._to(links[-1 if last else 0])

    def _scroll(self, top: int) -> None:
        top = max(0, min(top, self._last_top))
        if top != self._top:
            self._top = top
            self.refresh()

    def _repaint(self, place: int) -> None:
        if self._top <= place < self._top + self.size.height:
            self.refresh(Region(0, place - self._top, self.size.width, 1))


def _pointed(pieces: Sequence[StyledText]) -> list[StyledText]:
    """The line with the pointer in its first cell, which every line leaves blank."""
    (first, style), *others = pieces
    return [((">" + first[1:]) if first.startswith(" ") else first, style), *others]
