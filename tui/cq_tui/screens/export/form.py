"""The form of an export: where it goes, in which format, which columns and rows, in which encoding."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from cq_tui.export.export import Options
from cq_tui.export.formats import ENCODINGS, format_names, is_text, usual_encoding
from cq_tui.export.in_excel import can_be_shown, in_excel
from cq_tui.export.naming import file_name
from cq_tui.language import _
from cq_tui.query.parse import parse
from cq_tui.query.terms import Query
from cq_tui.schema.columns import columns
from cq_tui.screens.base.session import Session
from cq_tui.screens.output.form import OutputForm
from cq_tui.screens.output.lines import PathLine
from cq_tui.screens.output.marked import MARKED, Marked
from cq_tui.store.selection.selection import Selection
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.input.choice import LABEL, Choice
from cq_tui.widgets.input.typing_line import TypingLine

FILTERED, ALL = "filtered", "all"
SHOWN, TYPED = "shown", "typed"
SCREEN, PROGRAMS = "screen", "programs"


class ExportForm(OutputForm):
    """Six lines, and what a spreadsheet will show."""

    DEFAULT_CSS = """
    ExportForm {
        Horizontal { height: 1; }
        #columns { width: auto; }
        #typed { display: none; margin-left: 1; }
        #typed.asked { display: block; }
        #excel { height: 1; }
    }
    """

    def __init__(self, session: Session, shown: Selection, names: str) -> None:
        """``shown`` is the list as it stands, ``names`` are its columns by comma."""
        super().__init__()
        self._session = session
        self._shown = shown
        self._names = names
        self._usual = session.config.export
        self._marked = Marked(session, shown)
        self.path_line = PathLine(_("File"), "name", session)

    def compose(self) -> ComposeResult:
        """A line a question."""
        yield self.path_line
        yield Choice(id="cells")
        yield Choice(id="format")
        with Horizontal():
            yield Choice(id="columns")
            yield TypingLine(self._names, id="typed")
        yield Choice(id="rows")
        yield Choice(id="encoding")
        yield TextLine(id="excel")

    def on_mount(self) -> None:
        """Offer what there is to choose."""
        usual = self._usual.format or format_names()[0]
        cells = [(SCREEN, _("as on the screen")), (PROGRAMS, _("machine-readable"))]
        self._choice("cells").offer(_("Cells"), cells, SCREEN if can_be_shown(usual) else PROGRAMS)
        self._offer_formats(usual)
        self._offer_columns()
        told = {
            MARKED: _("marked {count}"),
            FILTERED: _("filtered {count}"),
            ALL: _("all {count}"),
        }
        rows = [(name, told[name].format(count=f"{count:,}")) for name, count in self._counts().items()]
        self._choice("rows").offer(_("Rows"), rows, rows[0][0])
        self._offer_encodings()
        self.begin()
        self._tell_excel()

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
        if self.as_shown:
            names = ",".join(self._every) if names is None else None if names == self._by_themselves else names
        encoding = self._choice("encoding").value
        usual = self._usual.encoding is None and encoding == usual_encoding(self.format, to_file=True)
        return Options(self.format, names, encoding=None if usual else encoding or None, as_shown=self.as_shown)

    @property
    def as_shown(self) -> bool:
        """Whether cells are to look as on the screen."""
        return self._choice("cells").value == SCREEN

    @property
    def count(self) -> int:
        """How many rows are asked for."""
        return self._counts()[self._choice("rows").value]

    @property
    def filter(self) -> str:
        """The filter by which rows are asked for, as it was typed."""
        return self._query().text if self._choice("rows").value == FILTERED else ""

    def rows(self) -> Selection:
        """The rows as a selection of their own, which can be given up."""
        return Selection(self._shown.store, self._query(), self._shown.orders)

    def _query(self) -> Query:
        match self._choice("rows").value:
            case "marked":
                return self._marked.query
            case "all":
                return parse("", self._shown.kind)
            case _:
                return self._shown.query.applied

    # Changes

    @property
    def _every(self) -> list[str]:
        """The fields that can be shown; what only qualifies another one stands in its words, a quarter in its day."""
        kind = self._shown.kind
        found = [one for one in kind.asked if one.name not in kind.qualifiers]
        return [one.name for one in found if one in kind.named or not one.dated]

    @property
    def _by_themselves(self) -> str:
        """The columns that a list shows where nobody arranged them, by comma: they need not be named."""
        several = self._shown.store.is_of_several_events(self._shown.kind)
        return ",".join(one.name for one in self._shown.kind.usual_columns(several=several))

    def _offer_formats(self, chosen: str) -> None:
        """What is written for programs alone is not offered for cells as on the screen."""
        names = [name for name in format_names() if not self.as_shown or can_be_shown(name)]
        chosen = chosen if chosen in names else names[0]
        self._choice("format").offer(_("Format"), [(name, name) for name in names], chosen)

    def _offer_columns(self) -> None:
        kind = self._shown.kind
        if self.as_shown:
            every = len(self._every)
            few = len(self._names.split(","))
        else:
            every, few = (len(columns(kind, names)) for names in (None, self._names))
        which = [
            (ALL, _("all {count}").format(count=every)),
            (SHOWN, _("in the list {count}").format(count=few)),
            (TYPED, _("typed")),
        ]
        self._choice("columns").offer(_("Columns"), which, SHOWN if self.as_shown else ALL)

    def _tell_excel(self) -> None:
        """Say what a spreadsheet will show."""
        words = in_excel(self._shown.kind, self.options)
        self.query_one("#excel", TextLine).update([(" " * LABEL + words, "dim")])

    def _offer_encodings(self) -> None:
        if not is_text(self.format):
            none = _("none: {format} is no text").format(format=self.format)
            self._choice("encoding").offer(_("Encoding"), [("", none)], "-")
            return
        usual = usual_encoding(self.format, to_file=True)
        if self._usual.encoding and usual != "utf-8":
            usual = self._usual.encoding
        self._choice("encoding").offer(_("Encoding"), [(name, name) for name in ENCODINGS], usual)

    def proposed(self) -> str:
        """A name after what is chosen."""
        rows = self._choice("rows").value
        return file_name(self._shown, self.format, {MARKED: MARKED, ALL: ""}.get(rows))

    def ending_of(self, path: str) -> str:
        """The format that the ending of a path names; empty if none."""
        return _format_of(path)

    def take_choice(self, choice: Choice) -> None:
        """Offer what goes with it."""
        if choice.id == "cells":
            self._offer_formats(self.format)
            self._offer_columns()
        self._typed_columns.set_class(self._choice("columns").value == TYPED, "asked")
        if choice.id in ("cells", "format"):
            self._offer_encodings()
        self._tell_excel()

    def take_ending(self, format_: str) -> None:
        """A format was chosen by the ending of the path; what is for programs alone has no cells as on the screen."""
        if not can_be_shown(format_):
            self._choice("cells").choose(PROGRAMS)
            self._offer_columns()
        self._offer_formats(format_)
        self._offer_encodings()
        self._tell_excel()

    def changes_what(self, line: Input) -> bool:
        """The columns that are typed."""
        return line is self._typed_columns


def _format_of(path: str) -> str:
    """The format that the ending of a path names; empty if none."""
    ending = Path(path).suffix.lower().removeprefix(".")
    return ending if ending in format_names() else ""
