"""Plain values that a review tells of a column."""

from dataclasses import dataclass
from decimal import Decimal

from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.schema.field import Field
from cq_tui.values.reasons import Reason


@dataclass(frozen=True, slots=True)
class MoneyFacts:
    """The amounts of a column in one currency."""

    currency: str
    rows: int
    total: Decimal
    smallest: Decimal
    middle: Decimal
    largest: Decimal
    below_zero: int = 0
    taken_off: Decimal = Decimal(0)
    """How many of them are less than zero, and what these add up to."""


@dataclass(frozen=True, slots=True)
class Unlike:
    """Some names of a column that look unlike one, or like those of another column: what is told of them.

    ``important``: whether they are so many that it is to be looked at.
    """

    reason: Reason
    important: bool


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """The names that a column holds, as they were read. ``role``: what those do in a deal; empty where none is told.

    ``most``: the most frequent ones with their rows. ``longest``: the longest one as the list writes it.
    """

    column: str
    role: str
    rows: int
    different: int
    most: tuple[tuple[str, int], ...]
    longest: str
    unlike: tuple[Unlike, ...] = ()
    """What looks unlike a name among them, each sort by itself."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first, the middle and the last of values that have an order; ``values``: all of them with their rows."""

    first: str
    middle: str
    last: str
    values: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldReview:
    """One field over the accepted rows: in how many it has a value, and of how many a cell could not be read.

    ``values``: the most frequent ones as cells of a table, with their rows; ``different``: how many there are. Texts
    have none: each row has its own.
    """

    field: Field
    columns: tuple[str, ...]
    mapped: FieldMap
    read: int
    unread: int = 0
    money: tuple[MoneyFacts, ...] = ()
    span: Span | None = None
    values: tuple[tuple[str, int], ...] = ()
    different: int = 0
    becomes: str = ""
    """The type of a field of the archive's own that its column becomes."""
    bare: tuple[str, int, int, str] | None = None
    """Of amounts some of which name a unit: the first that names none, how many do not, and how many do."""
    rounded: tuple[str, int] | None = None
    """Of numbers with more decimals than are kept: the first, and in how many rows such stand."""
    zero: int = 0
    """Of amounts: how many are 0 and state nothing."""
    undisclosed: int = 0
    """Of amounts: how many cells say that it is not disclosed."""
    open_days: int = 0
    """Of days: how many cells say that none is fixed."""
    hours: int = 0
    """Of days: how many cells tell an hour, which is left out."""
    parties: tuple[PartyFacts, ...] = ()
    """Of organisations: the names in each column."""
    doubts: tuple[Reason, ...] = ()
