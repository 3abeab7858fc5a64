"""What a prepared file tells of its columns: finding it out takes as long as a search."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.in_use import has_wide_letters, holds_controls
from cq_tui.store.engine.tables import BAD, table
from cq_tui.values.sql import identifier

WIDE, CONTROLS, EMPTY = "wide", "controls", "empty"
"""The keys of its header: whether the tables may hold letters or digits of full width, and what has to be cleaned; by
kind, the fields that no record has."""
YES, NO = "yes", "no"

Ask = Callable[..., Sequence[tuple[Any, ...]]]


def facts(schema: Schema, in_files: frozenset[str], ask: Ask) -> dict[str, str]:
    """What is told of the columns of all kinds; which of them are empty, of the kinds in table files alone."""
    empty = {kind.name: found for kind in schema.values() if kind.name in in_files and (found := _empty(kind, ask))}
    return {
        WIDE: YES if has_wide_letters(schema, ask) else NO,
        CONTROLS: YES if holds_controls(schema, ask) else NO,
        EMPTY: json.dumps(empty),
    }


def _empty(kind: Kind, ask: Ask) -> list[str]:
    counts = ", ".join(f"count({identifier(field.name)})" for field in kind.fields)
    [row] = ask(f"SELECT {counts} FROM {table(kind)} WHERE NOT {BAD}")
    return [field.name for field, count in zip(kind.fields, row, strict=True) if not count]


def empty_fields(header: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """By kind: the fields that no record has, as the header of a prepared file tells; nothing where it tells none."""
    found = None
    with suppress(ValueError):
        found = json.loads(header.get(EMPTY, ""))
    return found if isinstance(found, dict) else {}
