"""The form of a publication: where it goes, in which format, what is published, under which licence."""

from textual.app import ComposeResult

from cq_tui.export.filter_words import filter_words
from cq_tui.export.naming import safe
from cq_tui.language import _
from cq_tui.publishing.publish import FORMATS
from cq_tui.publishing.request import Request
from cq_tui.query.terms import Query
from cq_tui.screens.base.session import Session
from cq_tui.screens.output.form import OutputForm
from cq_tui.screens.output.lines import LabelledLine, PathLine
from cq_tui.screens.output.marked import MARKED, Marked
from cq_tui.store.selection.extent import Extent
from cq_tui.store.selection.selection import Selection
from cq_tui.widgets.input.choice import Choice

ARCHIVE, FILTERED = "archive", "filtered"


class PublishForm(OutputForm):
    """Four lines."""

    def __init__(self, session: Session, shown: Selection | None) -> None:
        """``shown`` is the list as it stands; None where there is none, as on the overview."""
        super().__init__()
        self._session = session
        self._shown = shown
        self._marked = Marked(session, shown)
        self.path_line = PathLine(_("Folder"), "folder", session)
        self._licence = LabelledLine(_("Licence"), "licence", _("none stated; as CC-BY-4.0, or an address"))

    def compose(self) -> ComposeResult:
        """A line a question."""
        yield self.path_line
        yield Choice(id="format")
        yield Choice(id="what")
        yield self._licence

    def on_mount(self) -> None:
        """Offer what there is to choose."""
        words = {"datapackage": "Data Package", "ftm": "FollowTheMoney"}
        self._choice("format").offer(_("Format"), [(one, words.get(one, one)) for one in FORMATS], next(iter(FORMATS)))
        offers = [(ARCHIVE, _("the whole archive"))]
        if self._shown is not None and self._shown.query.terms:
            offers.insert(0, (FILTERED, _("filtered {count}").format(count=f"{self._shown.count:,}")))
        offers = [*self._marked.offers, *offers]
        self._choice("what").offer(_("Records"), offers, offers[0][0])
        self.begin()

    def _choice(self, name: str) -> Choice:
        return self.query_one(f"#{name}", Choice)

    # What is asked for

    @property
    def format(self) -> str:
        """The format."""
        return self._choice("format").value

    @property
    def chosen(self) -> Query | None:
        """The records that are asked for; None for the whole archive."""
        what = self._choice("what").value
        if self._shown is None or what == ARCHIVE:
            return None
        return self._marked.query if what == MARKED else self._shown.query.applied

    def request(self) -> Request:
        """What is asked for, as something of its own, which can be given up."""
        return Request(Extent(self._session.store, self.chosen), self._licence.line.value.strip() or None)

    # Changes

    def proposed(self) -> str:
        """A name after what is chosen."""
        query = self.chosen
        parts = [Request(Extent(self._session.store)).name]
        if query is not None:
            parts += [query.kind.name, MARKED if self._choice("what").value == MARKED else filter_words(query)]
        return "-".join(filter(None, map(safe, parts))) + ("-ftm" if self.format == "ftm" else "")

    def point(self) -> None:
        """Point at the line that is typed in."""
        super().point()
        self._licence.point()
