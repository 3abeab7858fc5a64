"""What all screens of one run share: the store, and how the screen is drawn."""

from dataclasses import dataclass, field

from tui.model.record import Kind
from tui.query.terms import Order
from tui.secure import Confinement
from tui.store.store import Store


@dataclass
class Place:
    """Where somebody is in a list: the filter's text, the order asked for, and the row."""

    filter: str = ""
    orders: tuple[Order, ...] = ()
    record: str | None = None


@dataclass
class Session:
    """One run of the browser. ``places`` remembers each kind's filter, order and row; ``history`` the filters kept."""

    store: Store
    ascii_only: bool = False
    confined: Confinement | None = None
    places: dict[str, Place] = field(default_factory=dict)

    history: list[str] = field(default_factory=list)

    def place(self, kind: Kind) -> Place:
        """Where the user is in a kind's list."""
        return self.places.setdefault(kind.name, Place())
