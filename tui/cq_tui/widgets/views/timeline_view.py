"""A selection over time as bars to walk along: a cursor on one period, and what is measured chosen below."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Size as Cells
from textual.message import Message
from textual.strip import Strip

from cq_tui.store.views.measured import What
from cq_tui.store.views.timeline import Timeline
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import LineWidget, StyledText
from cq_tui.widgets.views.timeline_chart import BELOW, Window, chart, window
from cq_tui.widgets.views.timeline_lines import heading, left_out_line, period_heading, period_lines

_LEAST_BARS, _MOST_BARS = 4, 24
"""Lines of the longest bar."""
_ABOVE = 1


class TimelineView(LineWidget, can_focus=True):
    """Left and right walk in time, up and down choose what the bars measure."""

    DEFAULT_CSS = """
    TimelineView { height: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        action("timeline-open", "enter", N_("list these"), first=True, call="open"),
        action("timeline-earlier", "left,h", N_("earlier"), call="walk(-1)"),
        action("timeline-later", "right,l", N_("later"), call="walk(1)"),
        action("timeline-page-earlier", "pageup,ctrl+u", N_("a screen earlier"), call="page(-1)"),
        action("timeline-page-later", "pagedown,ctrl+d", N_("a screen later"), call="page(1)"),
        action("timeline-first", "home,g", N_("to the first period"), call="to_end(-1)"),
        action("timeline-last", "end,G", N_("to the last period"), call="to_end(1)"),
        action("timeline-what-before", "up,k", N_("measure before"), call="choose(-1)"),
        action("timeline-what-after", "down,j", N_("measure"), first=True, call="choose(1)"),
    ]

    @dataclass
    class Opened(Message):
        """The records of a period are to be listed; None: of what is not dated."""

        key: str | None

    def __init__(self) -> None:
        super().__init__()
        self._timeline: Timeline | None = None
        self._cursor = 0
        self._what = What()
        self._window = Window(0, 1, 1)
        self._lines: list[list[StyledText]] = []
        self._laid_out_for = Cells(0, 0)

    def show(self, timeline: Timeline, key: str | None, what: What) -> None:
        """Show a timeline with the cursor on a period, or on the last one where it has none such."""
        self._timeline = timeline
        at = key if key in timeline.keys else timeline.last
        self._cursor = timeline.keys.index(at) if at in timeline.keys else 0
        self._what = what if what in timeline.whats else What()
        self._draw()

    @property
    def key(self) -> str | None:
        """The period under the cursor; None for what is not dated, or where there is nothing."""
        return self._timeline.keys[self._cursor] if self._timeline and self._timeline.keys else None

    @property
    def what(self) -> What:
        """What the bars measure."""
        return self._what

    def lay_out(self) -> None:
        """Draw for the size in force."""
        if self.size != self._laid_out_for:
            self._draw()

    def _draw(self) -> None:
        self._laid_out_for = self.size
        width, height = self.size
        timeline = self._timeline
        if timeline is None or not timeline.keys or not width:
            self._lines = []
        else:
            self._window = window(timeline, width, self._window.first, self._cursor)
            told = self._told(timeline, width, height)
            bars = max(1, min(_MOST_BARS, height - _ABOVE - BELOW - len(told)))
            drawn = chart(timeline, self._what, self._cursor, self._window, bars)
            self._lines = [heading(timeline, self._what, width), *drawn, *told]
        self.refresh()

    def _told(self, timeline: Timeline, width: int, height: int) -> list[list[StyledText]]:
        """The lines below the bars, so many that bars of some lines are left: round the chosen one."""
        lines = period_lines(timeline, self.key, self._what, width)
        last = [list(left)] if (left := left_out_line(timeline)) else []
        room = max(1, height - _ABOVE - BELOW - _LEAST_BARS - 2 - len(last))
        chosen = timeline.whats.index(self._what)
        first = max(0, min(chosen - room // 2, len(lines) - room))
        return [[], period_heading(timeline, self.key), *lines[first : first + room], *last]

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        return self.strip(self._lines[y] if y < len(self._lines) else [], self.size.width)

    def action_walk(self, step: int) -> None:
        """To the period before or after."""
        self._to(self._cursor + step)

    def action_page(self, pages: int) -> None:
        """As far as is in view."""
        self._to(self._cursor + pages * self._window.count)

    def action_to_end(self, end: int) -> None:
        """To the first or the last."""
        self._to(0 if end < 0 or self._timeline is None else len(self._timeline.keys) - 1)

    def _to(self, cursor: int) -> None:
        if self._timeline and self._timeline.keys:
            self._cursor = max(0, min(cursor, len(self._timeline.keys) - 1))
            self._draw()

    def action_choose(self, step: int) -> None:
        """Measure what stands above or below."""
        if self._timeline is not None:
            place = self._timeline.whats.index(self._what) + step
            self._what = self._timeline.whats[max(0, min(place, len(self._timeline.whats) - 1))]
            self._draw()

    def action_open(self) -> None:
        """List what is of the period."""
        if self._timeline is not None and self._timeline.keys:
            self.post_message(self.Opened(self.key))

    def on_click(self, event: Click) -> None:
        """The cursor goes to the column that was clicked; the one under the cursor is opened."""
        at = event.get_content_offset(self)
        column = self._window.column_at(at.x) if at and self._timeline else None
        if at is None or column is None or at.y >= len(self._lines) or not self._timeline or not self._timeline.keys:
            return
        self.focus()
        if column == self._cursor:
            self.action_open()
        else:
            self._to(column)
