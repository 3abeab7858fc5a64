"""The table of the bench: this program, the floor, VisiData, the ratios, and how a measure grows."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SMALL = 0.1
RESULTS = Path(__file__).with_name("RESULTS.md")
LARGE = Path(__file__).with_name("RESULTS-LARGE.md")


@dataclass(frozen=True, slots=True)
class Line:
    """One measure at one number of deals; ``floor`` is the bare engine's, ``visidata`` VisiData's for the same job."""

    what: str
    count: int
    ours: float
    floor: float | None = None
    visidata: float | None = None

    def __str__(self) -> str:
        cells = "  ".join(f"{_cell(value):>10}" for value in (self.ours, self.floor, self.visidata))
        return f"{self.count:>9,}  {self.what:44}  {cells}"


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:,.2f}" if value < 100 else f"{value:,.0f}"


def _ratio(ours: float, other: float | None) -> str:
    if not other:
        return ""
    ratio = ours / other
    return f"{ratio:.2f}" if ratio >= _SMALL else f"{ratio:.4f}"


def table(lines: Sequence[Line], counts: Sequence[int]) -> str:
    """The table as Markdown, measure by measure; *growth* is against the smallest archive."""
    rows = [
        "| measure | deals | cq-tui | floor | ratio | VisiData | ratio | growth |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for what in dict.fromkeys(line.what for line in lines):
        same = [line for line in lines if line.what == what]
        for line in same:
            growth = _ratio(line.ours, same[0].ours) if line.count != counts[0] else ""
            cells = (
                what, f"{line.count:,}", _cell(line.ours), _cell(line.floor), _ratio(line.ours, line.floor),
                _cell(line.visidata), _ratio(line.ours, line.visidata), growth,
            )  # fmt: skip
            rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


_HEAD = """# Made deals, measured

`make bench` wrote this. The deals are made up for it. All of a size stands in one run, on a pseudo-terminal of 120x40
in true colour. *Floor*: the bare engine doing the least of the same job. *VisiData*: selecting the rows that hold the
word and opening them; moves over the same rows on the same terminal, of the list alone on both sides. *Growth*: against
the smallest archive.
"""


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    load = f"Load while it ran: {os.getloadavg()[1]:.1f} (all of the machine, five minutes)."
    return f"{os.cpu_count()} processors, {memory:.0f} GB, {system}. {load}"


def write(lines: Sequence[Line], counts: Sequence[int], target: Path = RESULTS) -> None:
    """Put the table beside this file."""
    head = _HEAD if target == RESULTS else _HEAD.replace("`make bench`", "`make bench-large`")
    target.write_text(f"{head}\n{_machine()}\n\n{table(lines, counts)}\n", "utf-8")
