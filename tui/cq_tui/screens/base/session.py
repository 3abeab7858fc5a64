"""State that all screens of one run share: store, settings, history, marks, each list's filter and order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cq_tui.archive.problem import ArchiveError
from cq_tui.files.watch import ArchiveWatch
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.screens.navigation.history import History
from cq_tui.screens.navigation.location import ListState
from cq_tui.secure import Confinement
from cq_tui.settings.columns import Layout, layout_of
from cq_tui.settings.config import Config
from cq_tui.settings.state import Memory
from cq_tui.store.store import Store
from cq_tui.terminal.garbage import collect_all

if TYPE_CHECKING:  # the first frame has no view
    from cq_tui.views.saved import SavedViews


def _nothing_to_read() -> Store:
    raise ArchiveError(_("There are no files to read again."))


@dataclass
class Session:
    """One run of the browser. ``list_states`` remembers each kind's filter, order and row;
    ``filter_history`` the filters kept.

    ``history`` are the places looked at, for going back and forward. ``keymap`` holds the keys by comma of the actions
    that the user bound otherwise, by action id; ``theme`` is the one asked for. ``reopen`` reads the archive again
    and raises ArchiveError where it can't be opened.
    ``views_file`` holds the user's own views and ``held_folder`` what views held when they were looked at; None where
    nothing is kept, as in secure mode.
    ``watch`` tells when files of the archive change; None where that is not followed.
    ``config`` is what the user set and ``problems`` what is wrong in it; ``memory`` is what is kept from run to run.
    """

    store: Store
    ascii_only: bool = False
    confined: Confinement | None = None
    config: Config = field(default_factory=Config)
    problems: list[str] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    list_states: dict[str, ListState] = field(default_factory=dict)
    filter_history: list[str] = field(default_factory=list)
    history: History = field(default_factory=History)
    marks: dict[str, dict[str, None]] = field(default_factory=dict)
    keymap: Mapping[str, str] = field(default_factory=dict)
    theme: str | None = None
    beside: str | None = None
    """The currency that amounts are told in beside their own; None for none."""
    reopen: Callable[[], Store] = field(default=_nothing_to_read)
    views_file: Path | None = None
    held_folder: Path | None = None
    watch: ArchiveWatch | None = None
    leaves_stale: bool = False
    """Whether the prepared file is out of date, and the user wants it left so."""

    def __post_init__(self) -> None:
        """Begin with the filters of earlier runs."""
        self.filter_history.extend(self.memory.state.filters)

    def take(self, store: Store) -> None:
        """Show another store from here on."""
        self.store = store
        collect_all()

    def marked(self, kind: Kind) -> dict[str, None]:
        """The ids of the marked records of a kind, in the order in which they were marked."""
        return self.marks.setdefault(kind.name, {})

    def list_state(self, kind: Kind) -> ListState:
        """Where the user is in a kind's list."""
        return self.list_states.setdefault(kind.name, ListState())

    def layout(self, kind: Kind) -> Layout:
        """The columns of a kind's list as they were arranged; which event is one where there are several."""
        several = self.store.is_of_several_events(kind)
        table = self.memory.state.columns.get(kind.name, {})
        if (view := self.list_state(kind).view) is not None:
            table = {"widths": table.get("widths", {}), **view.columns}
        return layout_of(kind, table, several=several)

    def keep_layout(self, layout: Layout) -> str | None:
        """Keep how the columns of a kind are arranged: with the view that is open, or else from run to run.

        Returns why that can't be, or None.
        """
        if (view := self.list_state(layout.kind).view) is not None:
            view.columns = layout.table()
            return None
        return self.memory.keep_columns(layout.kind.name, layout.table())

    def saved_views(self) -> "SavedViews":
        """The views that are kept for this archive, read when they are asked for."""
        from cq_tui.views.saved import SavedViews

        archive, confined = self.store.archive, self.confined is not None
        return SavedViews(archive.roots, archive.schema, self.views_file, told=archive.views, confined=confined)

    def remember(self, text: str) -> None:
        """Put a filter at the end of the history of filters, here and for later runs."""
        if text and text not in self.filter_history[-1:]:
            self.filter_history.append(text)
            self.memory.keep_filter(text)
