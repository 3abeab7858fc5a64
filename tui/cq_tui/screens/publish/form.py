"""The form of a publication: where it goes, in which format, what is published, under which licence."""

from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from cq_tui.export.naming import safe
from cq_tui.language import _
from cq_tui.publishing.publish import FORMATS
from cq_tui.publishing.request import Request
from cq_tui.query.parse import parse
from cq_tui.query.spelling import with_ids
from cq_tui.query.terms import Query
from cq_tui.screens.base.session import Session
from cq_tui.store.selection.extent import Extent
from cq_tui.store.selection.selection import Selection
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.input.choice import LABEL, Choice, label
from cq_tui.widgets.input.typing_line import TypingLine

ARCHIVE, FILTERED, MARKED = "archive", "filtered", "marked"


class PublishForm(Vertical):
    """Four lines; the folder's name follows what is chosen as long as nobody types another."""

    DEFAULT_CSS = """
    PublishForm {
        height: auto;
        Horizontal { height: 1; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something else is asked for; ``what``: other records or another format, not only another name."""

        what: bool

    def __init__(self, session: Session, shown: Selection | None) -> None:
        """``shown`` is the list as it stands; None where there is none, as on the overview."""
        super().__init__()
        self._session = session
        self._shown = shown
        self._marked = tuple(session.marked(shown.kind)) if shown else ()
        self._given = ""

    def compose(self) -> ComposeResult:
        """A line a question."""
        with Horizontal():
            yield TextLine(id="folder-label")
            yield TypingLine(id="folder")
        yield Choice(id="format")
        yield Choice(id="what")
        with Horizontal():
            yield TextLine(id="licence-label")
            yield TypingLine(id="licence", placeholder=_("none stated; as CC-BY-4.0, or an address"))

    def on_mount(self) -> None:
        """Offer what there is to choose."""
        for name in ("#folder-label", "#licence-label"):
            self.query_one(name).styles.width = LABEL
        words = {"datapackage": "Data Package", "ftm": "FollowTheMoney"}
        self._choice("format").offer(_("Format"), [(one, words.get(one, one)) for one in FORMATS], next(iter(FORMATS)))
        offers = [(ARCHIVE, _("the whole archive"))]
        if self._shown is not None and self._shown.query.terms:
            offers.insert(0, (FILTERED, _("filtered {count}").format(count=self._shown.count)))
        if self._marked:
            offers.insert(0, (MARKED, _("marked {count}").format(count=len(self._marked))))
        self._choice("what").offer(_("Records"), offers, offers[0][0])
        self._rename()
        self.point()

    def _choice(self, name: str) -> Choice:
        return self.query_one(f"#{name}", Choice)

    def _line(self, name: str) -> TypingLine:
        return self.query_one(f"#{name}", TypingLine)

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
        return parse(with_ids(self._marked), self._shown.kind) if what == MARKED else self._shown.query

    def request(self) -> Request:
        """What is asked for, as something of its own, which can be given up."""
        return Request(Extent(self._session.store, self.chosen), self._line("licence").value.strip() or None)

    @property
    def path(self) -> Path | None:
        """The folder as it is typed; None where nothing is."""
        name = self._line("folder").value.strip()
        if not name:
            return None
        return Path(name) if self._session.confined else Path(name).expanduser()

    # Changes

    def _rename(self) -> None:
        """Name the folder after what is chosen, unless another name was typed."""
        line = self._line("folder")
        if line.value == self._given:
            query = self.chosen
            parts = [Request(Extent(self._session.store)).name]
            if query is not None:
                parts += [query.kind.name, MARKED if self._choice("what").value == MARKED else query.text]
            name = "-".join(filter(None, map(safe, parts))) + ("-ftm" if self.format == "ftm" else "")
            folder = None if self._session.confined else self._session.config.export.folder
            line.value = self._given = str(folder / name) if folder else name
        line.cursor_position = len(line.value)

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        with self.prevent(Input.Changed):
            self._rename()
        self.post_message(self.Changed(what=True))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(what=False))

    def point(self) -> None:
        """Point at the line that is typed in."""
        for name, words in (("folder", _("Folder")), ("licence", _("Licence"))):
            here = self.screen.focused is self._line(name)
            self.query_one(f"#{name}-label", TextLine).update(label(words, here=here))
