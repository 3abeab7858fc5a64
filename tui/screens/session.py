"""What all screens of one run share: the store, and how the screen is drawn."""

from dataclasses import dataclass, field

from tui.model.record import Kind
from tui.screens.place import Place
from tui.screens.visits import Visits
from tui.secure import Confinement
from tui.store.store import Store


@dataclass
class Session:
    """One run of the browser. ``places`` remembers each kind's filter, order and row; ``history`` the filters kept.

    ``visits`` are the places looked at, for going back and forward.
    """

    store: Store
    ascii_only: bool = False
    confined: Confinement | None = None
    places: dict[str, Place] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)
    visits: Visits = field(default_factory=Visits)

    def place(self, kind: Kind) -> Place:
        """Where the user is in a kind's list."""
        return self.places.setdefault(kind.name, Place())
