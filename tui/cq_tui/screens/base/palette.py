"""The palette: type a few letters of an action or of a record, Enter does or opens it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from cq_tui.language import _, messages
from cq_tui.query.widen import Widener
from cq_tui.screens.base.action_words import CALLED
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.session import Session
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.selection.name_search import search_names
from cq_tui.store.views.summary import tabs
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action, key_words
from cq_tui.widgets.base.linked_lines import Link
from cq_tui.widgets.input.finder import Finder

if TYPE_CHECKING:
    from cq_tui.views.saved import Saved

Does: TypeAlias = "Binding | Link | Saved"
_ROWS = 10
_MOST = 60


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the palette: an action of the screen below, a tab to go to, a record or a view to open."""

    words: str
    side: str
    does: "Does"


class PaletteScreen(ModalPanel["Does | None"]):
    """A line to type in and a few lines of offers, at the bottom."""

    DEFAULT_CSS = "PaletteScreen #panel { height: 12; }"
    AUTO_FOCUS = "Input"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("palette-do", "enter", N_("do or open"), first=True, call="do"),
        action("palette-up", "up,ctrl+p", N_("up"), call="move(-1)"),
        action("palette-down", "down,tab,ctrl+n", N_("down"), call="move(1)"),
        action("palette-close", "escape", N_("close"), first=True, call="close"),
    ]

    def __init__(self, session: Session, actions: Sequence[Binding]) -> None:
        super().__init__(session)
        self._actions = actions
        self._widen = Widener(self._characters)
        self._offers: list[Offer] = []
        self._finder = Finder(" : ", _ROWS, _("an action or a record"))
        self._runner = self.new_runner("search")
        self._views = [one for one in session.saved_views().every()[0] if not one.why_not]

    def compose(self) -> ComposeResult:
        """The line to type in, then the offers."""
        with Vertical(id="panel"):
            yield self._finder

    def on_mount(self) -> None:
        """Offer all actions."""
        self._offer([], 0)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer([], 0)
        cancellation = Cancellation()
        # A name that can't be looked for is no news here: the actions are offered all the same.
        self._runner.ask(
            partial(self._find, event.value.split(), cancellation), lambda _error: None, cancel=cancellation.cancel
        )

    def _find(self, words: list[str], cancellation: Cancellation, question: Question) -> None:
        found = search_names(self._session.store, words, cancellation)
        self._session.store.fetch(found)  # their names are shown
        question.show(self._show_found, found)

    def _show_found(self, found: list[tuple[str, str]]) -> None:
        store = self._session.store
        self._offer(
            [Offer(clean_line(store.name(kind, id)), str(store.kind(kind).one), Link(kind, id)) for kind, id in found],
            self._finder.cursor,
        )

    def _offer(self, records: list[Offer], cursor: int) -> None:
        words = self._finder.line.value.split()
        patterns = [re.compile(self._widen(word).pattern) for word in words]
        fitting = [
            Offer(self._words(one), key_words(one), one)
            for one in self._actions
            if all(pattern.search("\n".join(_spellings(one))) for pattern in patterns)
        ]
        fitting.sort(key=lambda offer: _rank(offer.does, patterns))
        others = [*self._lists(patterns), *self._named_views(patterns)] if words else []
        self._offers = [*fitting, *others, *records][:_MOST]
        self._finder.offer([(one.words, one.side) for one in self._offers], cursor)

    def _lists(self, patterns: Sequence[re.Pattern[str]]) -> list[Offer]:
        """The tabs whose names fit, in either language."""
        every = ((one, f"{one.label.zh}\n{one.label.en}") for one in tabs(self._session.store))
        fitting = (kind for kind, text in every if all(pattern.search(text) for pattern in patterns))
        return [Offer(str(kind.label), _("tab"), Link(kind.name)) for kind in fitting]

    def _named_views(self, patterns: Sequence[re.Pattern[str]]) -> list[Offer]:
        """The views whose names fit, or all where that is the word."""
        fitting = (one for one in self._views if all(pattern.search(_found_by(one)) for pattern in patterns))
        return [Offer(one.view.name, _("view"), one) for one in fitting]

    def _characters(self) -> frozenset[str]:
        """All that offers are found by; over all characters that there are, many letters would be read too widely."""
        names = [text for one in tabs(self._session.store) for text in (one.label.zh, one.label.en)]
        names += map(_found_by, self._views)
        return frozenset("".join([*names, *(text for one in self._actions for text in _spellings(one))]))

    def _words(self, binding: Binding) -> str:
        """The words of an action; where several share them, with its id."""
        same = [one for one in self._actions if one.description == binding.description]
        return _(binding.description) + (f" ({binding.id})" if len(same) > 1 else "")

    def action_move(self, step: int) -> None:
        """Another offer."""
        self._finder.move(step)

    @on(Input.Submitted)
    def action_do(self) -> None:
        """Do or open what is offered."""
        self.dismiss(self._offers[self._finder.cursor].does if self._offers else None)

    def action_close(self) -> None:
        """Nothing is done."""
        self.dismiss(None)


def _found_by(saved: "Saved") -> str:
    return f"{saved.view.name}\nview\n视图"


def _rank(does: Does, patterns: Sequence[re.Pattern[str]]) -> tuple[int, int]:
    """Actions that are called so on the screen come first, then those of which people say it first.

    Of several that are called so those come first that begin with it: to sort is not the last thing that a reset does.
    """
    if not patterns or not isinstance(does, Binding):
        return 0, 0
    *own, others = _spellings(does)
    if all(pattern.search("\n".join(own)) for pattern in patterns):
        found = (pattern.search(one) for pattern in patterns for one in own)
        return 0, min(one.start() for one in found if one)
    words = enumerate(others.split(), 1)
    return next((place for place, word in words if any(pattern.search(word) for pattern in patterns)), 0), 0


def _spellings(binding: Binding) -> tuple[str, ...]:
    """What an action is found by: its id, its words in both languages, and what else people call it."""
    name = binding.id or ""
    return name, binding.description, messages("zh").gettext(binding.description), CALLED.get(name, "")
