"""What a filter says once it is understood."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.ranges import Ranges


class Words(NamedTuple):
    """The text holds one of these; ``whole`` if it must be nothing else."""

    any_of: tuple[str, ...]
    whole: bool = False


class Pattern(NamedTuple):
    """The text matches a regular expression (RE2)."""

    expression: str


class Codes(NamedTuple):
    """The value is one of these codes; ``named`` are those that were typed, where a union stands for its members."""

    any_of: tuple[str, ...]
    named: tuple[str, ...] = ()


class Present:
    """The field has a value."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Present)

    def __hash__(self) -> int:
        return hash(Present)


class Flag(NamedTuple):
    """The value is yes, or no."""

    value: bool


Test = Words | Pattern | Codes | Ranges | Present | Flag


class Span(NamedTuple):
    """A stretch of the typed text, ``end`` not included."""

    start: int
    end: int


class Term(NamedTuple):
    """One understood condition. Without a field it asks all text of the record."""

    span: Span
    text: str
    negated: bool
    field: Field | None
    test: Test

    def __eq__(self, other: object) -> bool:
        return _same(self, other)

    def __hash__(self) -> int:
        return hash(self[1:])

    @property
    def ids(self) -> tuple[str, ...] | None:
        """The ids of which a record must have one (``id=a,b``); None for all other conditions."""
        by_id = self.field is not None and self.field.name == "id" and isinstance(self.test, Words) and self.test.whole
        return self.test.any_of if by_id and isinstance(self.test, Words) else None


class Fault(NamedTuple):
    """A stretch that was not understood, and why, with the nearest known name if there is one."""

    span: Span
    text: str
    message: str

    def __eq__(self, other: object) -> bool:
        return _same(self, other)

    def __hash__(self) -> int:
        return hash(self[1:])


class Order(NamedTuple):
    """Sorting by a field."""

    field: Field
    descending: bool = False

    def __str__(self) -> str:
        return self.field.name + ("-desc" if self.descending else "")


class Sorting(NamedTuple):
    """A ``sort:`` term."""

    span: Span
    text: str
    orders: tuple[Order, ...]

    def __eq__(self, other: object) -> bool:
        return _same(self, other)

    def __hash__(self) -> int:
        return hash(self[1:])


def _same(one: tuple[object, ...], other: object) -> bool:
    """Whether two parts of a filter say the same, wherever they stand in it."""
    return type(one) is type(other) and isinstance(other, tuple) and one[1:] == other[1:]


@dataclass(frozen=True)
class Query:
    """A parsed filter of one kind. ``parts`` stand in the order in which they were typed."""

    kind: Kind
    parts: tuple[Term | Fault | Sorting, ...] = ()

    @property
    def text(self) -> str:
        """The filter as text; parsing it again gives an equal query."""
        return " ".join(part.text for part in self.parts)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The understood conditions; one that is written twice is there once."""
        return tuple({part.text: part for part in self.parts if isinstance(part, Term)}.values())

    @property
    def conditions(self) -> "tuple[Term | Fault, ...]":
        """What was asked, understood or not; all but the orders."""
        return tuple(part for part in self.parts if not isinstance(part, Sorting))

    @property
    def applied(self) -> "Query":
        """The filter without what was not understood: what it selects, as a file or a command line can name it."""
        return Query(self.kind, tuple(part for part in self.parts if not isinstance(part, Fault)))

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was not understood."""
        return tuple(part for part in self.parts if isinstance(part, Fault))

    @property
    def orders(self) -> tuple[Order, ...]:
        """The order asked for in the text; a later ``sort:`` is a further key."""
        return distinct(order for part in self.parts if isinstance(part, Sorting) for order in part.orders)


def distinct(orders: Iterable[Order]) -> tuple[Order, ...]:
    """The orders without those that sort again by a field: they would change nothing."""
    first: dict[str, Order] = {}
    for order in orders:
        first.setdefault(order.field.name, order)
    return tuple(first.values())
