"""The filter bar: text as it is typed, what it means, what is not understood, and what could come next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from cq_tui.language import _, sentences
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.input.typing_line import TypingLine

if TYPE_CHECKING:
    from cq_tui.query.explain import Names
    from cq_tui.query.terms import Query


def placeholder(example: str = "") -> str:
    """What stands in an empty filter; ``example``: a filter that the list in front can answer."""
    words = _("words, field:value")
    return _("{words}, {example}").format(words=words, example=example) if example else words


class _Next(Suggester):
    """Shows how the last word could go on, behind the cursor."""

    def __init__(self, suggest: Callable[[str], str | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._suggest = suggest

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text completed, or None."""
        return self._suggest(value)


class FilterInput(TypingLine):
    """A line of text that keeps on Enter, clears on Esc, completes on Tab, and remembers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("keep-filter", "enter", N_("keep the filter"), first=True),
        action("clear-filter", "escape", N_("clear the filter"), first=True),
        action("complete", "tab", N_("complete"), first=True),
        action("earlier-filter", "up", N_("earlier filter"), call="recall(-1)"),
        action("later-filter", "down", N_("later filter"), call="recall(1)"),
    ]

    class Kept(Message):
        """The filter stays and the list is asked for."""

    class Cleared(Message):
        """The filter goes."""

    def __init__(self, suggest: Callable[[str], str | None], history: Sequence[str]) -> None:
        super().__init__(suggester=_Next(suggest), placeholder=placeholder())
        self._history = history
        self._recalled: int | None = None

    def action_keep_filter(self) -> None:
        """Keep what is typed."""
        self._recalled = None
        self.post_message(self.Kept())

    def action_clear_filter(self) -> None:
        """Clear what is typed."""
        self._recalled = None
        self.post_message(self.Cleared())

    def action_complete(self) -> None:
        """Take the suggestion; the right arrow at the end does the same."""
        self.cursor_position = len(self.value)
        self.action_cursor_right()

    def offer(self, text: str | None) -> None:
        """Show another way to go on behind the cursor."""
        if self.cursor_position == len(self.value) and self.value:
            self._suggestion = text or ""  # Textual asks a suggester only when the text changes

    def action_recall(self, step: int) -> None:
        """An earlier or a later filter of this session; after the latest an empty line."""
        place = (len(self._history) if self._recalled is None else self._recalled) + step
        if 0 <= place <= len(self._history):
            self._recalled = place
            self.value = self._history[place] if place < len(self._history) else ""
            self.cursor_position = len(self.value)


class FilterBar(Vertical):
    """The typed text, and below it, while there is any, what it means."""

    DEFAULT_CSS = """
    FilterBar { height: auto; background: $background; }
    FilterBar Horizontal { height: 1; }
    FilterBar #slash { width: 3; }
    FilterBar #why { display: none; }
    FilterBar.typed #why { display: block; }
    """

    @dataclass
    class Changed(Message):
        """The typed text is another one."""

        text: str

    def __init__(self, suggest: Callable[[str], str | None], history: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._suggest = suggest
        self._history = history
        self.offers: Sequence[tuple[str, int]] = ()
        self._said: tuple[Query, Names, str] | None = None
        """What was explained last."""
        self._is_kept = True
        """Whether what stands there was accepted; while it is typed, it is said what could come next."""

    def compose(self) -> ComposeResult:
        """The slash and the input; below them the words about it."""
        with Horizontal():
            yield TextLine(id="slash")
            yield FilterInput(self._suggest, self._history)
        yield TextLine(id="why")

    def on_mount(self) -> None:
        """Show the slash."""
        self.query_one("#slash", TextLine).update([(" / ", "accent")])

    @property
    def input(self) -> FilterInput:
        """The line of text."""
        return self.query_one(FilterInput)

    def show(self, text: str) -> None:
        """Show a text without reporting it as typed."""
        if self.input.value != text:
            self._is_kept = True
            with self.input.prevent(Input.Changed):
                self.input.value = text
                self.input.cursor_position = len(text)

    def explain(self, query: "Query", names: "Names", offers: Sequence[tuple[str, int]] = (), note: str = "") -> None:
        """Say what the filter means, or what is not understood; ``offers`` are values to go on with, and counts.

        ``note``: what else has to be known of it.
        """
        if list(offers) != list(self.offers):
            self.offers = offers
            self.input.offer(self._suggest(self.input.value))
        self.set_class(bool(query.parts), "typed")
        self._said = query, names, note
        self._say(query, names, note)

    def _say(self, query: "Query", names: "Names", note: str) -> None:
        pieces: list[StyledText] = [("   ", "text")]
        if self.offers and not self._is_kept:
            for word, count in self.offers:
                pieces.extend([(word, "text"), (f" {count}   ", "dim")])
        elif query.faults:
            reasons = sentences(*(fault.message for fault in query.faults))
            words = _("Not applied: {parts}").format(parts=reasons) if self._is_kept else query.faults[0].message
            pieces.append((words, "fault"))
        elif query.parts:
            from cq_tui.query.explain import explain

            pieces.extend([(explain(query, names=names), "dim"), *([(f"   {note}", "text")] if note else [])])
        self.query_one("#why", TextLine).update(pieces)

    @on(FilterInput.Kept)
    def _keep(self) -> None:
        """It is accepted: what is not understood is not applied, and no value is offered in place of saying so."""
        self._is_kept = True
        if self._said is not None:
            self._say(*self._said)

    def explain_nothing(self) -> None:
        """There is no filter."""
        self.offers = ()
        self._said = None
        self.remove_class("typed")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed."""
        event.stop()
        self._is_kept = False
        self.post_message(self.Changed(event.value))
