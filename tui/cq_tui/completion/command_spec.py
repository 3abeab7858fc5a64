"""The commands and options as the completion scripts of all shells need them, read off the parsers."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cq_tui.files.named import PATHS
from cq_tui.schema.columns import columns
from cq_tui.schema.kind import OVERVIEW, Kind
from cq_tui.schema.schema import Schema

Fields = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By kind what can stand behind ``--filter``, ``--sort``, ``--columns`` and ``--by``."""
FILES = "files"
FIELDS = "fields"
"""Values that depend on what was typed before: files, and the fields of the kind."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its spellings, its help, and its values: None where it takes none, a list, FILES or FIELDS."""

    names: tuple[str, ...]
    words: str
    values: tuple[str, ...] | str | None


@dataclass(frozen=True, slots=True)
class Command:
    """A command, its options, and the values of its first positional argument. The browser has an empty name."""

    name: str
    words: str
    options: tuple[Option, ...]
    first: tuple[str, ...] | str = ()


def command(name: str, words: str, every: Sequence[argparse.Action], schema: Schema) -> Command:
    """Make a command of the arguments that its parser declares."""
    first = next((one for one in every if not one.option_strings), None)
    return Command(
        name,
        words,
        tuple(
            Option(tuple(one.option_strings), (one.help or "").replace("%%", "%"), _values(one, schema))
            for one in every
            if one.option_strings
        ),
        _first(name, first, schema) if first else (),
    )


def _first(name: str, action: argparse.Action, schema: Schema) -> tuple[str, ...] | str:
    """The values of the first positional argument; lists and exports may be of the overview, too."""
    values = _values(action, schema) or ()
    return (*values, OVERVIEW) if name in ("list", "export") and isinstance(values, tuple) else values


def _values(action: argparse.Action, schema: Schema) -> tuple[str, ...] | str | None:
    if action.nargs == 0:
        return None
    if action.choices is not None:
        return tuple(str(one) for one in action.choices)
    if action.dest == "kind":
        return tuple(schema)
    if action.dest == "tab":
        return ("overview", *(kind.name for kind in schema.tabs))
    if action.dest in ("filter", "sort", "columns", "by"):
        return FIELDS
    return FILES if action.type in PATHS else ()


def fields(schema: Schema) -> Fields:
    """For each kind the beginnings of a filter, the orders, and the columns of an export."""
    return {name: _of_kind(kind) for name, kind in schema.items()}


def _of_kind(kind: Kind) -> dict[str, tuple[str, ...]]:
    names = [field.name for field in kind.asked if field.name not in kind.qualifiers]
    return {
        "filter": (*(f"{name}:" for name in names), "has:", "sort:"),
        "sort": tuple(word for name in names for word in (name, f"{name}-desc")),
        "by": tuple(name for name in names if kind.asked_by_name[name].type.has_groups),
        "columns": (*(one.name for one in columns(kind, None)), *(one.name for one in kind.asked if one.is_derived)),
    }
