"""The form of an export: where it goes, in which format, which columns and rows, in which encoding."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from cq_tui.export.export import Options
from cq_tui.export.formats import ENCODINGS, format_names, is_text, usual_encoding
from cq_tui.export.naming import file_name
from cq_tui.language import _
from cq_tui.query.parse import parse
from cq_tui.query.spelling import with_ids
from cq_tui.query.terms import Query
from cq_tui.schema.columns import columns
from cq_tui.screens.base.session import Session
from cq_tui.screens.output.lines import PathLine
from cq_tui.screens.output.screen import FormChanged, OutputForm
from cq_tui.store.selection.selection import Selection
from cq_tui.widgets.input.choice import Choice
from cq_tui.widgets.input.typing_line import TypingLine

MARKED, FILTERED, ALL = "marked", "filtered", "all"
SHOWN, TYPED = "shown", "typed"


class ExportForm(OutputForm):
    """Five lines."""

    DEFAULT_CSS = """
    ExportForm {
        Horizontal { height: 1; }
        #columns { width: auto; }
        #typed { display: none; margin-left: 1; }
        #typed.asked { display: block; }
    }
    """

    def __init__(self, session: Session, shown: Selection, names: str) -> None:
        """``shown`` is the list as it stands, ``names`` are its columns by comma."""
        super().__init__()
        self._session = session
        self._shown = shown
        self._names = names
        self._usual = session.config.export
        self._marked = tuple(session.marked(shown.kind))
        self.path_line = PathLine(_("File"), "name", session)

    def compose(self) -> ComposeResult:
        """A line a question."""
        yield self.path_line
        yield Choice(id="format")
        with Horizontal():
            yield Choice(id="columns")
            yield TypingLine(self._names, id="typed")
        yield Choice(id="rows")
        yield Choice(id="encoding")

    def on_mount(self) -> None:
        """Offer what there is to choose."""
        formats = [(name, name) for name in format_names()]
        self._choice("format").offer(_("Format"), formats, self._usual.format or format_names()[0])
        every, few = (str(len(columns(self._shown.kind, names))) for names in (None, self._names))
        which = [
            (ALL, _("all {count}").format(count=every)),
            (SHOWN, _("of the list {count}").format(count=few)),
            (TYPED, _("typed")),
        ]
        self._choice("columns").offer(_("Columns"), which, ALL)
        told = {
            MARKED: _("marked {count}"),
            FILTERED: _("filtered {count}"),
            ALL: _("all {count}"),
        }
        rows = [(name, told[name].format(count=count)) for name, count in self._counts().items()]
        self._choice("rows").offer(_("Rows"), rows, rows[0][0])
        self._offer_encodings()
        self._rename()
        self.point()

    def _counts(self) -> dict[str, int]:
        """How many rows there are to choose, the likeliest choice first."""
        counts = {ALL: self._shown.of_all}
        if self._shown.query.terms:
            counts = {FILTERED: self._shown.count} | counts
        return {MARKED: len(self._marked)} | counts if self._marked else counts

    def _choice(self, name: str) -> Choice:
        return self.query_one(f"#{name}", Choice)

    @property
    def _typed_columns(self) -> TypingLine:
        return self.query_one("#typed", TypingLine)

    # What is asked for

    @property
    def format(self) -> str:
        """The format."""
        return self._choice("format").value

    @property
    def options(self) -> Options:
        """How to export; what is as usual is left open."""
        names = {SHOWN: self._names, TYPED: self._typed_columns.value}.get(self._choice("columns").value)
        encoding = self._choice("encoding").value
        usual = self._usual.encoding is None and encoding == usual_encoding(self.format, to_file=True)
        return Options(self.format, names, encoding=None if usual else encoding or None)

    @property
    def count(self) -> int:
        """How many rows are asked for."""
        return self._counts()[self._choice("rows").value]

    @property
    def filter(self) -> str:
        """The filter by which rows are asked for, as it was typed."""
        return self._shown.query.text if self._choice("rows").value == FILTERED else ""

    def rows(self) -> Selection:
        """The rows as a selection of their own, which can be given up."""
        return Selection(self._shown.store, self._query(), self._shown.orders)

    def _query(self) -> Query:
        match self._choice("rows").value:
            case "marked":
                return parse(with_ids(self._marked), self._shown.kind)
            case "all":
                return parse("", self._shown.kind)
            case _:
                return self._shown.query

    # Changes

    def _offer_encodings(self) -> None:
        if not is_text(self.format):
            none = _("none: {format} is no text").format(format=self.format)
            self._choice("encoding").offer(_("Encoding"), [("", none)], "-")
            return
        usual = usual_encoding(self.format, to_file=True)
        if self._usual.encoding and usual != "utf-8":
            usual = self._usual.encoding
        self._choice("encoding").offer(_("Encoding"), [(name, name) for name in ENCODINGS], usual)

    def _rename(self) -> None:
        """Name the file after what is chosen; of a name that was typed only the ending follows the format."""
        rows = self._choice("rows").value
        name = file_name(self._shown, self.format, {MARKED: MARKED, ALL: ""}.get(rows))
        line = self.path_line.line
        if not self.path_line.propose(name) and _format_of(line.value):
            line.value = str(Path(line.value).with_suffix(f".{self.format}"))
            line.cursor_position = len(line.value)

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        self._typed_columns.set_class(self._choice("columns").value == TYPED, "asked")
        if event.choice.id == "format":
            self._offer_encodings()
        with self.prevent(Input.Changed):
            self._rename()
        self.post_message(FormChanged(what=True))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        named = event.input is self.path_line.line
        ending = _format_of(event.value) if named else ""
        another = bool(ending) and ending != self.format
        if another:
            self._choice("format").choose(ending)
            self._offer_encodings()
        self.post_message(FormChanged(what=another or not named))


def _format_of(path: str) -> str:
    """The format that the ending of a path names; empty if none."""
    ending = Path(path).suffix.lower().removeprefix(".")
    return ending if ending in format_names() else ""
