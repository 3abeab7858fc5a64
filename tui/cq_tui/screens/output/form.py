"""The form of a screen that writes: a line a question, the path among them, which follows what is chosen."""

from abc import abstractmethod
from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from cq_tui.screens.output.lines import PathLine
from cq_tui.widgets.input.choice import Choice


@dataclass
class FormChanged(Message):
    """Something else is asked for; ``what``: other records, columns or another format, not only another name."""

    what: bool


class OutputForm(Vertical):
    """A line a question. A form of its own says what it proposes, and what hangs on a choice."""

    DEFAULT_CSS = "OutputForm { height: auto; }"

    path_line: PathLine
    """Where it goes."""

    # What a form of its own says

    @property
    @abstractmethod
    def format(self) -> str:
        """The format that is chosen."""

    @abstractmethod
    def proposed(self) -> str:
        """A name after what is chosen."""

    def ending_of(self, path: str) -> str:  # noqa: ARG002
        """The format that the ending of a path names; empty where endings name none."""
        return ""

    def take_ending(self, format_: str) -> None:
        """A format was chosen by the ending of the path."""

    def take_choice(self, choice: Choice) -> None:
        """Another one was chosen: what hangs on it follows."""

    def changes_what(self, line: Input) -> bool:  # noqa: ARG002
        """Whether what is typed in a line changes what is written, and not only its name."""
        return False

    # What they share

    def begin(self) -> None:
        """Propose a name, once all is offered that there is to choose."""
        self._rename()
        self.point()

    def point(self) -> None:
        """Point at the line that is typed in."""
        self.path_line.point()

    def _rename(self) -> None:
        """Name it after what is chosen; of a name that was typed only the ending follows the format."""
        line = self.path_line.line
        if not self.path_line.propose(self.proposed()) and self.ending_of(line.value):
            line.value = str(Path(line.value).with_suffix(f".{self.format}"))
            line.cursor_position = len(line.value)

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        self.take_choice(event.choice)
        with self.prevent(Input.Changed):
            self._rename()
        self.post_message(FormChanged(what=True))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        ending = self.ending_of(event.value) if event.input is self.path_line.line else ""
        another = bool(ending) and ending != self.format
        if another:
            self.take_ending(ending)
        self.post_message(FormChanged(what=another or self.changes_what(event.input)))
