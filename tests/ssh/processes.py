"""What runs, by /proc."""

from collections import defaultdict
from pathlib import Path

_PROC = Path("/proc")


def environment(pid: int) -> dict[str, str]:
    """The variables a process was started with; none if it is gone."""
    try:
        entries = (_PROC / str(pid) / "environ").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return {}
    return dict(entry.split("=", 1) for entry in entries if "=" in entry)


def with_variable(name: str, value: str) -> list[int]:
    """The processes that were started with a variable of that value."""
    return [pid for pid in _pids() if environment(pid).get(name) == value]


def below(pid: int) -> list[int]:
    """The children of a process, their children, and so on. Ended ones that nobody asked after do not count."""
    children: dict[int, list[int]] = defaultdict(list)
    for one in _pids():
        state, parent = _state(one)
        if state not in "ZX":
            children[parent].append(one)
    found = list(children[pid])
    for one in found:
        found.extend(children[one])
    return found


def state(pid: int) -> str:
    """R, S, T, ... as in ps; X for a process that is gone."""
    return _state(pid)[0]


def parent(pid: int) -> int:
    """The process that started it."""
    return _state(pid)[1]


def kilobytes(pid: int) -> dict[str, int]:
    """The kernel's sums over the memory of a process: Rss, Pss, Private_Dirty and so on."""
    lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()[1:]
    return {name.rstrip(":"): int(size) for name, size, *_unit in map(str.split, lines)}


def _pids() -> list[int]:
    return [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit()]


def _state(pid: int) -> tuple[str, int]:
    try:
        text = (_PROC / str(pid) / "stat").read_text(errors="replace")
    except OSError:
        return "X", 0
    state, parent, *_others = text[text.rindex(")") + 2 :].split()
    return state, int(parent)
