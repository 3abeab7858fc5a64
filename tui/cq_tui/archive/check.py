"""Everything that is wrong with an archive, in one run."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from cq_tui.archive.cycles import check_cycles
from cq_tui.archive.originals import Original, check_anchors
from cq_tui.archive.problem import Problem
from cq_tui.archive.read import DEALS, Archive
from cq_tui.archive.reconcile import Itemised, check_totals, itemised
from cq_tui.archive.references import check_keys, check_references


class InTables(NamedTuple):
    """What the store knows of an archive's table files: their problems, ids that stand in them, what they itemise."""

    problems: list[Problem]
    ids: Mapping[str, Collection[str]]
    itemised: Sequence[Itemised]


def problems_of(archive: Archive, originals: dict[str, Original], tables: InTables | None = None) -> list[Problem]:
    """All problems in the order of files and lines.

    Where several archives clash their totals are not checked: what is there twice would be counted twice.
    """
    tables = tables or InTables([], {}, itemised(archive))
    found = [
        *archive.problems,
        *tables.problems,
        *check_references(archive, tables.ids),
        *check_keys(archive),
        *check_cycles(archive),
    ]
    if archive.told_twice is not None:
        from cq_tui.archive.decided_deals import check_same

        found.extend(check_same(archive, tables.ids.get(DEALS, ())))
    if not (len(archive.roots) > 1 and any(problem.field == "id" for problem in found)):
        found.extend(check_totals(archive, tables.itemised))
    return sorted([*found, *check_anchors(archive, originals)])
