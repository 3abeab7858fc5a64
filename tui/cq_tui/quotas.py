"""How much a question may cost: conditions, columns, the engine's memory, disk and time. Less in secure mode."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Quotas:
    """What bounds a question.

    ``conditions`` of one filter, each word and each range being one; ``columns`` of one table that is exported;
    ``memory`` of the engine in MB, of which it takes four fifths of the machine's at most; ``disk``, in MB, for what
    does not fit into that while a question is answered; ``seconds`` until a question is given up.
    """

    conditions: int = 100
    columns: int = 1_000
    memory: int = 8_192
    disk: int = 16_384
    seconds: int = 120


USUAL = Quotas()
SECURE = Quotas(conditions=40, columns=200, memory=2_048, disk=0, seconds=20)
"""Many readers share a host, and none of them pays for it."""

_NAMES = {
    "conditions": "CQ_TUI_MOST_CONDITIONS",
    "columns": "CQ_TUI_MOST_COLUMNS",
    "memory": "CQ_TUI_MEMORY_MB",
    "disk": "CQ_TUI_DISK_MB",
    "seconds": "CQ_TUI_QUESTION_SECONDS",
}
NAMES = tuple(_NAMES)
_in_force = USUAL


def told(secure: bool, environ: Mapping[str, str] = os.environ) -> Quotas:
    """The bounds that the host sets, or else the usual ones; what is no whole number above 0 counts as not set.

    A host may allow no room on the disk at all.
    """
    usual = SECURE if secure else USUAL
    given = {one.name: environ.get(_NAMES[one.name], "") for one in fields(Quotas)}
    numbers = {name: int(value) for name, value in given.items() if value.isdecimal() and 0 < len(value) < 8}
    return replace(usual, **{name: value for name, value in numbers.items() if value > 0 or name == "disk"})


def use(quotas: Quotas) -> None:
    """Bound all questions from now on; the command line does this once, before the first."""
    global _in_force
    _in_force = quotas


def quotas() -> Quotas:
    """The bounds in force."""
    return _in_force


def variable(name: str) -> str:
    """The environment variable that sets a bound."""
    return _NAMES[name]
