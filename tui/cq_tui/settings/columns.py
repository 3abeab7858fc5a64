"""Column layouts: which columns of a kind's list are shown, in which order, how wide."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind

NARROWEST, WIDEST = 4, 120
"""Cells that a column can be told to have."""
_STEP = 4


class Layout(NamedTuple):
    """The layout of one kind. ``order``: all fields that can be columns; the first one shown is pinned.

    ``several``: the archive has several events, so the event is a column by default. ``widths`` are in cells.
    """

    kind: Kind
    order: tuple[str, ...]
    hidden: frozenset[str]
    widths: Mapping[str, int] = MappingProxyType({})
    several: bool = False

    @property
    def shown(self) -> tuple[Field, ...]:
        """The fields of the columns, in their order."""
        return tuple(self.kind.asked_by_name[name] for name in self.order if name not in self.hidden)

    @property
    def is_usual(self) -> bool:
        """Whether columns and order are the default ones."""
        usual = usual_layout(self.kind, several=self.several)
        return (self.order, self.hidden) == (usual.order, usual.hidden)

    def toggled(self, name: str) -> "Layout":
        """With a column shown or hidden; the last shown one stays."""
        if name in self.hidden:
            return self._replace(hidden=self.hidden - {name})
        return self._replace(hidden=self.hidden | {name}) if len(self.shown) > 1 else self

    def moved(self, name: str, step: int) -> "Layout":
        """With a column moved one position earlier (-1) or later (1); a shown one skips the hidden ones."""
        order = list(self.order)
        others = [one for one in order if name in self.hidden or one not in self.hidden]
        place = others.index(name) + step
        if not 0 <= place < len(others):
            return self
        target = order.index(others[place])
        order.remove(name)
        order.insert(target, name)
        return self._replace(order=tuple(order))

    def widened(self, name: str, now: int, step: int) -> "Layout":
        """With a column wider (1) or narrower (-1); ``now`` is its present width in cells."""
        return self._replace(widths={**self.widths, name: max(NARROWEST, min(now + step * _STEP, WIDEST))})

    def table(self) -> dict[str, Any]:
        """The layout as TOML data; only what differs from the default."""
        kept: dict[str, Any] = {}
        if not self.is_usual:
            kept |= {"order": list(self.order), "hidden": [name for name in self.order if name in self.hidden]}
        if self.widths:
            kept["widths"] = dict(self.widths)
        return kept


def usual_layout(kind: Kind, *, several: bool = False) -> Layout:
    """The default layout of a kind; the fields that are no columns by default are hidden."""
    shown = [one.name for one in kind.usual_columns(several=several)]
    others = [one.name for one in kind.asked if one.name not in shown and one.name not in kind.qualifiers]
    return Layout(kind, (*shown, *others), frozenset(others), several=several)


def layout_of(kind: Kind, table: Mapping[str, Any], *, several: bool = False) -> Layout:
    """Read what ``Layout.table`` gave; what is not valid, or no longer a field, falls back to the default."""
    usual = usual_layout(kind, several=several)
    order = list(dict.fromkeys(name for name in _names(table.get("order")) if name in usual.order))
    order += [name for name in usual.order if name not in order]
    hidden = frozenset(_names(table.get("hidden"))) & set(order) if "hidden" in table else usual.hidden
    given = table.get("widths")
    widths = {
        name: max(NARROWEST, min(width, WIDEST))
        for name, width in (given.items() if isinstance(given, dict) else ())
        if name in usual.order and type(width) is int
    }
    return Layout(kind, tuple(order), usual.hidden if len(hidden) == len(order) else hidden, widths, several)


def _names(value: Any) -> list[str]:
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []
