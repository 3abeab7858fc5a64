"""A record opened in full, with its links to follow."""

from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from tui.model.clean import clean_line
from tui.model.record import Kind, Record
from tui.query.highlight import Highlighter
from tui.screens.frame import Framed
from tui.screens.session import Session
from tui.widgets.action import action, noted
from tui.widgets.bars import Line
from tui.widgets.lines import Lines
from tui.widgets.painted import Piece
from tui.widgets.record_lines import record_lines


class RecordScreen(Framed):
    """One record. Following a link puts the next record on top; back returns."""

    DEFAULT_CSS = """
    RecordScreen {
        background: $background;
        Lines { height: 1fr; border-top: solid $line; border-bottom: solid $line; }
        &.ascii Lines { border-top: ascii $line; border-bottom: ascii $line; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        action("record-back", "escape,q,left,h", noted("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, kind: Kind, record: Record, highlighter: Highlighter | None = None) -> None:
        super().__init__(session)
        self._highlighter = highlighter
        self.kind = kind
        self.record = record

    def compose(self) -> ComposeResult:
        """Title, the record, the keys."""
        yield Line(id="title")
        yield Line(id="where")
        yield Lines()
        yield Line(id="keys")

    def on_mount(self) -> None:
        """Show the record."""
        self.set_class(self.session.ascii_only, "ascii")
        self._show_where()
        view = self.query_one(Lines)
        view.show(lambda width: record_lines(self.session.store, self.kind, self.record, width, self._highlighter))
        view.focus()

    def on_resize(self) -> None:
        """The lines above and below fit the width."""
        self._show_where()
        self.show_keys()

    def _show_where(self) -> None:
        self.show_title()
        self.query_one("#where", Line).say(self._trail())

    def _trail(self) -> list[Piece]:
        """The way here; its beginning goes when there is no room for all of it."""
        steps = [
            f"{screen.kind.one} {clean_line(screen.record.called)}"
            for screen in self.app.screen_stack
            if isinstance(screen, RecordScreen)
        ]
        while len(steps) > 1 and cell_len(" > ".join(steps)) > self.app.size.width - 7:
            del steps[0]
        *way, here = steps
        before = "".join(f"{step} > " for step in way)
        return [(f" {before}", "dim"), (here, "accent")]

    @on(Lines.Followed)
    def _followed(self, event: Lines.Followed) -> None:
        door = event.door
        record = self.session.store.get(door.kind, door.id) if door.id else None
        if record is not None:
            self.app.push_screen(
                RecordScreen(self.session, self.session.store.kind(door.kind), record, self._highlighter)
            )

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.dismiss()
