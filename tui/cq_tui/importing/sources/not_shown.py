"""Tells of cells with control characters: each becomes U+FFFD when the cell is kept."""

from collections.abc import Iterable, Sequence

from cq_tui.importing.errors import Noticed
from cq_tui.values.clean import REPLACEMENT, clean_line, normalise
from cq_tui.values.reasons import Reason

_SHOWN = 40


def told_not_shown(rows: Iterable[Sequence[str]]) -> tuple[Reason, ...]:
    """What is told of such cells: how many, and the first. What the file itself has as U+FFFD is no change."""
    count, first = 0, ""
    for row in rows:
        joined = "".join(row)
        if joined.isprintable() or REPLACEMENT not in normalise(joined):
            continue
        for cell in row:
            if normalise(cell).count(REPLACEMENT) > cell.count(REPLACEMENT):
                count, first = count + 1, first or normalise(cell)
    told = {"sign": REPLACEMENT, "count": f"{count:,}", "cell": clean_line(first)[:_SHOWN]}
    return (Reason.of(Noticed.NOT_SHOWN, **told),) if count else ()
