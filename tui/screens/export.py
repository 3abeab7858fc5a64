"""Exporting what is on the screen: format, file name, and where the file went."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.export.columns import ColumnError
from tui.export.export import Options, export_file
from tui.export.formats import FORMATS
from tui.export.write import FileExists, WriteError
from tui.language import _, many
from tui.model.clean import clean_line
from tui.screens.session import Session
from tui.secure import SecureError
from tui.store.selection import Selection
from tui.store.store import QueryError
from tui.widgets.action import action, noted
from tui.widgets.bars import Line
from tui.widgets.painted import Piece
from tui.widgets.typing_line import TypingLine


class ExportScreen(ModalScreen[str | None]):
    """A few lines at the bottom of the list; the list stays in view above them."""

    DEFAULT_CSS = """
    ExportScreen {
        background: transparent;
        align: left bottom;
        #panel { dock: bottom; height: 6; background: $background; border-top: solid $line; }
        &.ascii #panel { border-top: ascii $line; }
        #name { height: 1; background: $background; }
        #label { width: 9; }
    }
    """
    AUTO_FOCUS = "Input"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("export-write", "enter", noted("write"), first=True, call="write"),
        action("export-format", "tab,down", noted("other format"), first=True, call="format(1)"),
        action("export-format-back", "shift+tab,up", noted("format before"), call="format(-1)"),
        action("export-cancel", "escape", noted("cancel"), first=True, call="cancel"),
    ]

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._format = next(iter(FORMATS))
        self._taken: Path | None = None

    def compose(self) -> ComposeResult:
        """What is exported, the format, the file name, and what happened."""
        with Vertical(id="panel"):
            yield Line(id="what")
            yield Line(id="format")
            with Horizontal(id="name"):
                yield Line(id="label")
                yield TypingLine(f"{self._selection.kind.name}.{self._format}")
            yield Line(id="message")
            yield Line(id="keys")

    def on_mount(self) -> None:
        """Say what would be exported."""
        self.set_class(self._session.ascii_only, "ascii")
        self.query_one("#what", Line).say(self._what())
        self.query_one("#label", Line).say([(" " + _("File"), "dim")])
        self._show_format()
        self._show_keys()

    def _what(self) -> list[Piece]:
        count = self._selection.count
        words = many("Export {count} row: {kind}", "Export {count} rows: {kind}", count)
        pieces: list[Piece] = [(" " + words.format(count=count, kind=self._selection.kind.label), "main")]
        if self._selection.query.parts:
            pieces.append((f"   / {clean_line(self._selection.query.text)}", "dim"))
        return pieces

    def _show_format(self) -> None:
        pieces: list[Piece] = [(" " + _("Format") + " ", "dim")]
        pieces.extend((f"[{name}]", "tab") if name == self._format else (f" {name} ", "text") for name in FORMATS)
        self.query_one("#format", Line).say(pieces)

    def _show_keys(self) -> None:
        keys = [("Enter", _("write")), ("Tab", _("other format")), ("Esc", _("cancel"))]
        if self._taken is not None:
            keys = [
                ("Enter", _("write {name}").format(name=self._free(self._taken).name)),
                ("!", _("replace")),
                ("Esc", _("cancel")),
            ]
        pieces: list[Piece] = [(" ", "text")]
        for key, words in keys:
            pieces.extend([(key, "text"), (f" {words}   ", "dim")])
        self.query_one("#keys", Line).say(pieces)

    def action_format(self, step: int) -> None:
        """Another format; the file's ending follows."""
        names = list(FORMATS)
        ending = f".{self._format}"
        self._format = names[(names.index(self._format) + step) % len(names)]
        field = self.query_one(Input)
        if field.value.endswith(ending):
            field.value = field.value.removesuffix(ending) + f".{self._format}"
            field.cursor_position = len(field.value)
        self._show_format()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        ending = Path(event.value).suffix.lower().removeprefix(".")
        if ending in FORMATS and ending != self._format:
            self._format = ending
            self._show_format()
        if self._taken is not None and event.value.endswith("!"):
            with event.input.prevent(Input.Changed):
                event.input.value = event.value[:-1]
            self._write(self._taken, replace=True)
            return
        self._taken = None
        self.query_one("#message", Line).say([])
        self._show_keys()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_write()

    def _path(self) -> Path:
        """Where the file goes. Raises SecureError where secure mode lets none go."""
        path = Path(self.query_one(Input).value.strip())
        return self._session.confined.target(path) if self._session.confined else path.expanduser()

    def action_write(self) -> None:
        """Write the file; if the name is taken, ask first."""
        if not self.query_one(Input).value.strip():
            self._tell(_("Type a file name."))
            return
        try:
            path = self._path() if self._taken is None else self._free(self._taken)
        except SecureError as error:
            self._tell(str(error))
            return
        self._write(path, replace=False)

    def _write(self, path: Path, *, replace: bool) -> None:
        try:
            export_file(self._selection, Options(self._format), path, replace=replace)
        except FileExists as error:
            self._taken = path
            free = self._free(path).name
            self._tell(str(error) + " " + _("Enter writes {name}, ! replaces it.").format(name=free))
            self._show_keys()
            return
        except (ColumnError, WriteError, QueryError) as error:
            self._tell(str(error))
            return
        count = self._selection.count
        words = many("{count} row written to {path}", "{count} rows written to {path}", count)
        self.dismiss(words.format(count=count, path=clean_line(str(path.absolute()))))

    def _free(self, path: Path) -> Path:
        """The first of name-2, name-3, ... that is not taken."""
        number = 2
        while (free := path.with_stem(f"{path.stem}-{number}")).exists():
            number += 1
        return free

    def _tell(self, message: str) -> None:
        self.query_one("#message", Line).say([(f" {message}", "fault")])

    def action_cancel(self) -> None:
        """Back to the list, nothing written."""
        self.dismiss(None)
