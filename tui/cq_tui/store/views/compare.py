"""Two events side by side: how many records of each kind, what was signed, which organisations were at both."""

from collections.abc import Iterator
from dataclasses import dataclass

from cq_tui.kinds.events import Event
from cq_tui.query.columns import column, ids_of
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.sums import LeftOut, Sum
from cq_tui.store.store import Store
from cq_tui.store.views.money_apart import left_out, sums

MOST_SHARED = 500
"""Organisations that are named; the others are counted."""

Two = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shared:
    """An organisation of both events, and in how many records of each it stands."""

    id: str
    counts: Two


@dataclass(frozen=True, slots=True)
class Compared:
    """What two events have; sums of the same money and currency stand beside each other, None where one has none.

    ``left_out`` is what no sum counts of the deals of each.
    """

    events: tuple[Event, Event]
    counts: tuple[tuple[Kind, Two], ...]
    sums: tuple[tuple[Sum | None, Sum | None], ...]
    left_out: tuple[list[LeftOut], list[LeftOut]]
    shared: tuple[Shared, ...]
    shared_count: int


def compare(store: Store, first: Event, second: Event) -> Compared:
    """Set two events side by side. Raises QueryError where the engine can't answer."""
    counts = [
        (kind, (_count(store, first, kind), _count(store, second, kind)))
        for kind in store.schema.values()
        if kind.event
    ]
    shared, count = _shared(store, first.id, second.id)
    both = tuple(pair for pair in counts if any(pair[1]))
    return Compared(
        (first, second),
        both,
        tuple(_sums(store, first, second)),
        (left_out(store, first.id), left_out(store, second.id)),
        tuple(shared),
        count,
    )


def _count(store: Store, event: Event, kind: Kind) -> int:
    return store.belonging.get(event.id, {}).get(kind.name, 0)


def _sums(store: Store, first: Event, second: Event) -> Iterator[tuple[Sum | None, Sum | None]]:
    of_each = [{(s.currency, s.apart): s for s in sums(one for one in store.itemised if one.event == event.id)}
               for event in (first, second)]  # fmt: skip
    for key in sorted({*of_each[0], *of_each[1]}, key=str):
        yield of_each[0].get(key), of_each[1].get(key)


def _shared(store: Store, first: str, second: str) -> tuple[list[Shared], int]:
    """Every record that names an organisation counts once for it; so does the event itself for its organisers."""
    named: list[str] = ["SELECT id AS event, unnest(organisers) AS organisation, id AS record FROM events"]
    for kind in store.schema.values():
        for field, part in kind.references if kind.event else ():
            if (part or field).shown.to == "organisations":
                ids = ids_of(field) if field.is_list else f"[{ids_of(field)}]"
                event = f"{column(kind.event)} AS event" if kind.event else ""
                named.append(f"SELECT {event}, unnest({ids}), '{kind.name}/' || id FROM \"{kind.name}\"")
    of_each = ", ".join(f"count(DISTINCT record) FILTER (event = ?) AS {name}" for name in ("one", "other"))
    found = (
        f"SELECT organisation, {of_each} FROM ({' UNION ALL '.join(named)}) "
        "WHERE event IN (?, ?) AND organisation IS NOT NULL GROUP BY 1 HAVING one > 0 AND other > 0"
    )
    rows = store.ask(
        f"SELECT *, count(*) OVER () FROM ({found}) ORDER BY one + other DESC, organisation LIMIT {MOST_SHARED}",
        [first, second, first, second],
    )
    return [Shared(row[0], (row[1], row[2])) for row in rows], rows[0][3] if rows else 0
