"""What is asked of all records of a kind once: whose they are, and which money their amounts are in."""

from collections.abc import Callable, Container, Iterable, Sequence
from typing import Any

from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.values.sql import identifier


def only_currencies(kind: Kind, ask: Callable[[str], Sequence[tuple[Any, ...]]]) -> dict[str, str]:
    """The currency of each amount that lists of a kind add up, where all records state one and the same.

    In one statement: the first list of a kind would wait for one of each field.
    """
    amounts = [field for field in kind.fields if field.shown.sum and field.currency]
    if not amounts:
        return {}
    stated = [f"{end}({identifier(field.currency or '')})" for field in amounts for end in ("min", "max")]
    row = iter(ask(f'SELECT {", ".join(stated)} FROM "{kind.name}"')[0])
    pairs = zip(amounts, row, row, strict=True)
    return {field.name: least for field, least, most in pairs if least is not None and least == most}


def told_of(events: Iterable[Record], belonging: Container[str]) -> list[Record]:
    """Of some events those that are told of, the latest first: records belong to them, or they state totals."""
    told = (one for one in events if one.id in belonging or getattr(one, "totals", None))
    return sorted(told, key=lambda event: str(getattr(event, "date", None) or ""), reverse=True)


def by_event(counts: Iterable[tuple[str, Iterable[tuple[Any, ...]]]]) -> dict[str, dict[str, int]]:
    """How many records belong to each event, by the event's id, then by kind; of each kind (event or None, count)."""
    found: dict[str, dict[str, int]] = {}
    for kind, of_events in counts:
        for event, count in of_events:
            if event is not None:
                of_event = found.setdefault(event, {})
                of_event[kind] = of_event.get(kind, 0) + count
    return found
