"""The records that cells refer to, by what they are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cq_tui.query.name_keys import key
from cq_tui.values import dates
from cq_tui.values.units import folded


@dataclass(frozen=True)
class Targets:
    """The ids of a kind's records by the keys of what they are called: of ``one``, or of ``several`` of one name."""

    one: dict[str, str] = field(default_factory=dict)
    several: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def ones(self, text: str) -> tuple[str, ...]:
        """All records that are called so."""
        found = self.one.get(key(text))
        return (found,) if found else self.several.get(key(text), ())


@dataclass(frozen=True)
class Apart:
    """A column beside names that several records have, and what each record says of it."""

    column: str
    by_id: Mapping[str, frozenset[str]]


def forms(cell: str) -> frozenset[str]:
    """What a cell may be in a record: as it stands, or the day that it says."""
    try:
        year, month, day = dates.read_date(cell)
    except ValueError:
        return frozenset({folded(cell)})
    return frozenset({folded(cell), *((f"{year:04}-{month:02}-{day:02}",) if month and day else ())})
