"""Base of all screens: title line, key line, global actions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from cq_tui.kinds.events import Event
from cq_tui.language import _, current, ngettext
from cq_tui.schema.cells import cell
from cq_tui.screens.base.query_runner import give_up_runners, new_runner
from cq_tui.screens.base.session import Session
from cq_tui.screens.navigation.location import Location
from cq_tui.settings.key_names import display_keys
from cq_tui.store.views.summary import main_event, told_events, years
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action, rebound
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.line_widget import StyledText, cells_of
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut

_LEAST_NAME = 40
"""Cells that an event's name keeps beside its day; where there is no room for them the day goes first."""


class BaseScreen(Screen[None]):
    """A screen with a title line ``#title`` and a line of keys ``#keys``."""

    AUTO_FOCUS = ""

    new_runner = new_runner
    on_unmount = give_up_runners

    BINDINGS: ClassVar[list[BindingType]] = [
        action("help", "question_mark,f1", N_("keys"), first=True, call="app.keys"),
        action("quit", "Q,ctrl+q", N_("quit at once"), call="app.quit"),
        action(
            "visits-back",
            "left_square_bracket",
            N_("back and forward"),
            call="step_visits(-1)",
        ),
        action(
            "visits-forward",
            "right_square_bracket",
            N_("back and forward"),
            call="step_visits(1)",
        ),
        action("palette", "colon,ctrl+p", N_("all actions and records"), call="app.palette"),
        action("language", "L", N_("中文 / English"), call="app.other_language"),
        action("theme", "T", N_("next theme"), call="app.next_theme"),
        action("reload", "R", N_("read the files again"), call="app.reload"),
        action("redraw", "ctrl+l", N_("draw the screen again"), call="app.redraw"),
        action("suspend", "ctrl+z", N_("to the shell; fg returns"), call="app.suspend_process"),
    ]

    @dataclass
    class Go(Message):
        """Navigate to a location; a number is a step back or forward through the history."""

        to: Location | int

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def go(self, to: Location | int) -> None:
        """Navigate: a location, or a step through the history."""
        self.post_message(self.Go(to))

    def action_step_visits(self, step: int) -> None:
        """Go back or forward through the history."""
        self.go(step)

    def show_title(self) -> None:
        """The event, its day and place, or how many there are; at the right the language and the key for help.

        These have their room first: a long name is cut.
        """
        language = "中文" if current() == "zh" else "English"
        right = f"{language}   {self.key_of('help', 'question_mark')} " + _("keys") + " "
        room = self.app.size.width - cell_len(right) - 2
        event = self.event_in_front()
        left: list[StyledText] = []
        if event is None and (told := told_events(self.session.store)):
            words = ngettext("{count} event", "{count} events", len(told)).format(count=len(told))
            left = [(" " + words, "main"), (f"  {years(told)}", "dim")]
        if event is not None:
            left = self._event_words(event, room)
        brand = (" cq-tui ", "accent")
        if cells_of([brand, *left]) <= room:
            left.insert(0, brand)
        self.query_one("#title", TextLine).update(left, [(right, "dim")])

    def _event_words(self, event: Event, room: int) -> list[StyledText]:
        """Its name, its day where some of the name is left beside it, its place where all of the name is."""
        name = " " + clean_line(str(event.name))
        more: list[StyledText] = []
        for field, beside in (("date", cut(name, _LEAST_NAME)), ("place", name)):
            found = cell(self.session.store.kind("events").by_name[field], event, self.session.store.name)
            words = f"  {found.shown}"
            if not found.missing and cells_of([(beside, ""), *more, (words, "")]) <= room:
                more.append((words, "dim"))
        return [(cut(name, room - cells_of(more)), "main"), *more]

    def event_in_front(self) -> Event | None:
        """The event that the screen is about; None where it is about several."""
        told = told_events(self.session.store)
        return main_event(self.session.store) if len(told) < 2 else None

    def rebuild_view(self) -> None:
        """Show everything again after a change of language or data."""
        self.show_title()
        self.show_keys()
        for view in self.query(LinkList):
            view.rebuild()

    def show_message(self, message: str, style: str = "accent") -> None:
        """Show a message; ``style`` is its colour."""
        self.notify(message, severity="error" if style == "fault" else "information", markup=False)

    def tell_unused(self, key: str, shown: str) -> None:  # noqa: ARG002
        """Say that a key does nothing here; ``shown`` is the key as people write it."""
        message = _("{key} does nothing here; {help} lists the keys.")
        self.show_message(message.format(key=shown, help=self.key_of("help", "question_mark")))

    def on_descendant_focus(self) -> None:
        """Other keys matter when another widget has the focus."""
        self.show_keys()

    def show_keys(self) -> None:
        """The keys that matter here: those of the focused widget first, then the screen's."""
        self.query_one(KeyLine).show(self.first_bindings(), self.app.size.width)

    def first_bindings(self) -> list[Binding]:
        """The bindings for the key line."""
        typing = isinstance(self.focused, Input)
        nodes: list[Widget] = [*([self.focused] if self.focused else []), *([] if typing else [self])]
        return [binding for binding in own_bindings(*nodes, keymap=self.session.keymap) if binding.show]

    def key_of(self, name: str, otherwise: str) -> str:
        """The first key of an action as people write it; ``otherwise`` are its default keys."""
        return display_keys(self.session.keymap.get(name, otherwise)).split(" ")[0]


def own_bindings(*nodes: Widget, keymap: Mapping[str, str]) -> list[Binding]:
    """The bindings that widgets or screens declare with ``action``, of those that do something there now.

    They have the keys that the user bound them to.

    What an earlier one takes is not said again.
    """
    found: list[Binding] = []
    taken: set[str] = set()
    for declared in ([rebound(one, keymap) for one in every] for node in nodes for every in _declared(node)):
        fresh = [one for one in declared if set(one.key.split(",")) - taken]
        found.extend(fresh)
        taken |= {key for one in fresh for key in one.key.split(",")}
    return found


def _declared(node: Widget) -> Iterator[list[Binding]]:
    """Class by class what a node can do now, its own class first."""
    for class_ in type(node).__mro__:
        every = [one for one in class_.__dict__.get("BINDINGS", ()) if isinstance(one, Binding) and one.id]
        yield [one for one in every if node.check_action(one.action, ()) is not False]
