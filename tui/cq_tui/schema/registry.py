"""The kinds that the program ships with: each file of ``kinds/`` declares one by ``@kind``."""

from collections.abc import Callable
from typing import TypeVar

from cq_tui.language import Label
from cq_tui.schema.kind import Kind, Money
from cq_tui.schema.record import Record

_kinds: dict[str, Kind] = {}
_Model = TypeVar("_Model", bound=type[Record])


def kind(
    name: str,
    label: tuple[str, str],
    one: tuple[str, str],
    *,
    tab: int | None = None,
    money: Money | None = None,
    short: tuple[str, str] | None = None,
    several: bool = False,
) -> Callable[[_Model], _Model]:
    """Register a record model as a kind: its name in files, its words, its tab if it has one."""
    few = Label(*short) if short else None

    def register(model: _Model) -> _Model:
        _kinds[name] = Kind(name, Label(*label), Label(*one), model, tab, money, few, several)
        return model

    return register


def registered() -> dict[str, Kind]:
    """The kinds declared so far, by name."""
    return dict(_kinds)
