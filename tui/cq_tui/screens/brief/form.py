"""The form of a brief: where it goes, as what, and what it is about."""

from pathlib import Path

from textual.app import ComposeResult

from cq_tui.brief.brief import FORMATS, EventRequest, ListRequest, Request, format_of
from cq_tui.kinds.events import Event
from cq_tui.language import _
from cq_tui.screens.base.session import Session
from cq_tui.screens.output.form import OutputForm
from cq_tui.screens.output.lines import PathLine
from cq_tui.screens.output.marked import MARKED, Marked
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.selection.selection import Selection
from cq_tui.widgets.input.choice import Choice

EVENT, LIST = "event", "list"


class BriefForm(OutputForm):
    """Three lines."""

    def __init__(self, session: Session, shown: Selection | None, event: Event | None) -> None:
        """``shown`` is the list as it stands, ``event`` the one in front; one of both is there."""
        super().__init__()
        self._session = session
        self._shown = shown
        self._event = event
        self._marked = Marked(session, shown)
        self.path_line = PathLine(_("File"), "name", session)
        self._format = Choice(id="format")
        self._what = Choice(id="about")

    def compose(self) -> ComposeResult:
        """A line a question."""
        yield self.path_line
        yield self._format
        yield self._what

    def on_mount(self) -> None:
        """Offer what there is to choose, the likeliest first."""
        self._format.offer(_("Format"), [(one, one) for one in FORMATS], FORMATS[0])
        offers = self._marked.offers
        if self._shown is not None:
            words = _("filtered {count}") if self._shown.query.terms else _("all {count}")
            offers.append((LIST, f"{self._shown.kind.label} {words.format(count=f'{self._shown.count:,}')}"))
        if self._event is not None:
            offers.append((EVENT, _("the event")))
        self._what.offer(_("About"), offers, offers[0][0])
        self.begin()

    @property
    def format(self) -> str:
        """The format."""
        return self._format.value

    def request(self) -> Request:
        """What is asked for, as something of its own, which can be given up."""
        if self._shown is None or self._what.value == EVENT:
            assert self._event is not None
            return EventRequest(self._session.store, self._event, Cancellation())
        query = self._marked.query if self._what.value == MARKED else self._shown.query.applied
        return ListRequest(Selection(self._shown.store, query, self._shown.orders))

    def proposed(self) -> str:
        """A name after what is chosen."""
        return self.request().name(self.format)

    def ending_of(self, path: str) -> str:
        """The format that the ending of a path names; empty if none."""
        return format_of(Path(path)) or ""

    def take_ending(self, format_: str) -> None:
        """A format was chosen by the ending of the path."""
        self._format.choose(format_)
