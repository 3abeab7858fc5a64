"""A list over time: bars by year, quarter or month, and what came of what was signed then."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.query.explain import explain
from cq_tui.query.parse import parse
from cq_tui.schema.kind import Kind
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.screens.navigation.location import ListLocation, ListState, TimelineLocation
from cq_tui.store.selection.periods import period_fields
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.measured import What
from cq_tui.store.views.timeline import Timeline, timeline
from cq_tui.values.periods import Size
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.views.timeline_view import TimelineView

_STEPS = {"shorter": 1, "longer": -1}


class TimelineScreen(BaseScreen):
    """Left and right walk in time; Enter lists the records of the period."""

    DEFAULT_CSS = """
    TimelineScreen {
        background: $background;
        TimelineView { border-top: solid $line; border-bottom: solid $line; }
        &.ascii TimelineView { border-top: ascii $line; border-bottom: ascii $line; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        action("timeline-shorter", "plus", N_("shorter periods"), first=True, call="shorter"),
        action("timeline-longer", "minus", N_("longer periods"), first=True, call="longer"),
        action("timeline-back", "escape,q,t", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, location: TimelineLocation) -> None:
        super().__init__(session)
        self._location = location
        self._found: Timeline | None = None
        self._runner = self.new_runner("timeline")

    def compose(self) -> ComposeResult:
        """Title, what is told, the bars, the keys."""
        yield TextLine(id="title")
        yield TextLine(id="where")
        yield TimelineView()
        yield KeyLine()

    def on_mount(self) -> None:
        """Count and show."""
        self.set_class(self.session.ascii_only, "ascii")
        self.query_one(TimelineView).focus()
        self.show_location(self._location)

    def on_resize(self) -> None:
        """The lines above and below fit the width."""
        self.show_title()
        self._show_where()
        self.show_keys()

    @property
    def _kind(self) -> Kind | None:
        return self.session.store.schema.get(self._location.kind)

    def show_location(self, location: TimelineLocation) -> None:
        """Show a list over time as it was left."""
        self._location = location
        self.show_title()
        self._ask()

    def rebuild_view(self) -> None:
        """As the files have it now."""
        self.remember_location()
        super().rebuild_view()
        self._ask()

    def remember_location(self) -> None:
        """Remember among what was visited where this stands."""
        view = self.query_one(TimelineView)
        if self._found is not None:
            self._location.size = self._found.periods.size
            self._location.key, self._location.what = view.key, view.what

    def _ask(self) -> None:
        kind = self._kind
        if kind is None or not period_fields(kind):
            self._fail(_("This list has no dates any more."))
            return
        selection = Selection(self.session.store, parse(self._location.filter, kind).applied)
        if self._found is None:
            self.query_one("#where", TextLine).update([(" " + _("Counting …"), "dim")])
        self._runner.ask(partial(self._count, selection, self._location.size), self._fail, cancel=selection.cancel)

    def _count(self, selection: Selection, size: Size | None, question: Question) -> None:
        question.show(self._show, timeline(selection, size))

    def _show(self, found: Timeline) -> None:
        self._found = found
        self.query_one(TimelineView).show(found, self._location.key, What(*self._location.what))
        self._show_where()
        self.show_keys()

    def _fail(self, why: object) -> None:
        self._found = None
        self.query_one("#where", TextLine).update([(f" {why}", "fault")])

    def _show_where(self) -> None:
        """What is told by which periods, and under which filter."""
        found = self._found
        if found is None:
            return
        kind, query = found.periods.selection.kind, found.periods.selection.query
        words = _("{kind} by {period}").format(kind=kind.label, period=str(found.periods.field.label).lower())
        line: list[StyledText] = [(f" {words}", "accent")]
        if query.terms:
            line.append(("  " + explain(query, (), self.session.store.name), "text"))
        if not found.keys:
            line.append(("  " + _("Nothing matches."), "text"))
        elif found.last is None:
            line.append(("  " + _("None of them is dated."), "fault"))
        self.query_one("#where", TextLine).update(line)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Shorter and longer only where there are such periods."""
        if action in _STEPS and self._found is not None:
            return self._beside(_STEPS[action]) is not None
        return super().check_action(action, parameters)

    def _beside(self, step: int) -> Size | None:
        """The next shorter or longer period; None where there is none."""
        found = self._found
        if found is None:
            return None
        sizes = list(period_fields(found.periods.selection.kind))
        place = sizes.index(found.periods.size) + step
        return sizes[place] if 0 <= place < len(sizes) else None

    def action_shorter(self) -> None:
        """Put together by shorter periods."""
        self._resize(_STEPS["shorter"])

    def action_longer(self) -> None:
        """Put together by longer periods."""
        self._resize(_STEPS["longer"])

    def _resize(self, step: int) -> None:
        """Put together by other periods; the cursor stays in its time."""
        size = self._beside(step)
        if size is None:
            return
        self.remember_location()
        self._location.size = size
        self._location.key = _within(self._location.key, size, self._found)
        self._ask()

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.go(-1)

    @on(TimelineView.Opened)
    def _opened(self, event: TimelineView.Opened) -> None:
        found = self._found
        if found is None:
            return
        query = found.periods.selection.query
        text = f"{query.text} {found.periods.term(event.key)}".strip()
        self.go(ListLocation(query.kind.name, ListState(text)))


def _within(key: str | None, size: Size, found: Timeline | None) -> str | None:
    """The period of another size that a period lies in, or that begins it."""
    if key is None or found is None or size is Size.YEAR:
        return key and key[:4]
    if key.isdigit():  # of a year, or of what is known of it only
        return key if found.periods.is_year_only(key) else f"{key}-Q1" if size is Size.QUARTER else f"{key}-01"
    number = int(key[6:] if "Q" in key else key[5:])
    year = key[:4]
    return f"{year}-Q{(number + 2) // 3}" if size is Size.QUARTER else f"{year}-{3 * number - 2:02d}"
