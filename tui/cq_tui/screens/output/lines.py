"""Lines of a form that are typed in."""

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal

from cq_tui.screens.base.session import Session
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.input.choice import LABEL, label
from cq_tui.widgets.input.typing_line import TypingLine


class LabelledLine(Horizontal):
    """A label, and a line to type in that has the id ``line_id``."""

    DEFAULT_CSS = "LabelledLine { height: 1; }"

    def __init__(self, words: str, line_id: str, placeholder: str = "") -> None:
        super().__init__()
        self._words = words
        self._label = TextLine()
        self._label.styles.width = LABEL
        self.line = TypingLine(id=line_id, placeholder=placeholder)

    def compose(self) -> ComposeResult:
        """The label, then the line."""
        yield self._label
        yield self.line

    def point(self) -> None:
        """Point at the label while the line is typed in."""
        self._label.update(label(self._words, here=self.screen.focused is self.line))


class PathLine(LabelledLine):
    """The path of what is written; it follows what is chosen as long as nobody types another."""

    def __init__(self, words: str, line_id: str, session: Session) -> None:
        super().__init__(words, line_id)
        self._session = session
        self._proposed = ""

    @property
    def path(self) -> Path | None:
        """The path as it is typed; None where nothing is."""
        name = self.line.value.strip()
        if not name:
            return None
        return Path(name) if self._session.confined else Path(name).expanduser()

    def propose(self, name: str) -> bool:
        """Put a name there, in the folder of the settings; False where another was typed, which stays."""
        untouched = self.line.value == self._proposed
        if untouched:
            folder = None if self._session.confined else self._session.config.export.folder
            self.line.value = self._proposed = str(folder / name) if folder else name
        self.line.cursor_position = len(self.line.value)
        return untouched
