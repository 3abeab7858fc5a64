"""Everything that is wrong with an archive, in one run."""

from pathlib import Path

from tui.archive.originals import Original, check_anchors
from tui.archive.problem import Problem
from tui.archive.read import Archive, read
from tui.archive.reconcile import check_totals
from tui.archive.references import check_references


def problems_of(archive: Archive, originals: dict[str, Original]) -> list[Problem]:
    """All problems in the order of files and lines."""
    found = [*archive.problems, *check_references(archive), *check_totals(archive)]
    return sorted([*found, *check_anchors(archive, originals)])


def read_checked(root: Path) -> tuple[Archive, list[Problem]]:
    """Read an archive and check it without originals. Raises ArchiveError as ``read`` does."""
    archive = read(root)
    return archive, problems_of(archive, {})
