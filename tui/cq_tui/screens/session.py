"""What all screens of one run share: the store, and how the screen is drawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cq_tui.archive.problem import ArchiveError
from cq_tui.language import _
from cq_tui.model.record import Kind
from cq_tui.screens.place import Place
from cq_tui.screens.visits import Visits
from cq_tui.secure import Confinement
from cq_tui.settings.columns import Layout, layout_of
from cq_tui.settings.config import Config
from cq_tui.settings.state import Memory
from cq_tui.store.store import Store


def _nothing_to_read() -> Store:
    raise ArchiveError(_("There are no files to read again."))


@dataclass
class Session:
    """One run of the browser. ``places`` remembers each kind's filter, order and row; ``history`` the filters kept.

    ``visits`` are the places looked at, for going back and forward. ``keymap`` holds the keys by comma of the actions
    that the user bound otherwise, by action id; ``theme`` is the one asked for. ``reopen`` reads the archive again
    and raises ArchiveError where it can't be opened.
    ``config`` is what the user set and ``problems`` what is wrong in it; ``memory`` is what is kept from run to run.
    """

    store: Store
    ascii_only: bool = False
    confined: Confinement | None = None
    config: Config = field(default_factory=Config)
    problems: list[str] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    places: dict[str, Place] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)
    visits: Visits = field(default_factory=Visits)
    marks: dict[str, dict[str, None]] = field(default_factory=dict)
    keymap: Mapping[str, str] = field(default_factory=dict)
    theme: str | None = None
    reopen: Callable[[], Store] = field(default=_nothing_to_read)

    def __post_init__(self) -> None:
        """Begin with the filters of earlier runs."""
        self.history.extend(self.memory.state.filters)

    def marked(self, kind: Kind) -> dict[str, None]:
        """The ids of the marked records of a kind, in the order in which they were marked."""
        return self.marks.setdefault(kind.name, {})

    def place(self, kind: Kind) -> Place:
        """Where the user is in a kind's list."""
        return self.places.setdefault(kind.name, Place())

    def layout(self, kind: Kind) -> Layout:
        """The columns of a kind's list as they were arranged; which event is one where there are several."""
        several = self.store.is_of_several_events(kind)
        return layout_of(kind, self.memory.state.columns.get(kind.name, {}), several=several)

    def remember(self, text: str) -> None:
        """Put a filter at the end of the history, here and for later runs."""
        if text and text not in self.history[-1:]:
            self.history.append(text)
            self.memory.keep_filter(text)
