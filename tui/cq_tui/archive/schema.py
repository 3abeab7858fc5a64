"""The schema of an archive, found before anything else of it is read."""

from pathlib import Path

from cq_tui.kinds import kinds
from cq_tui.schema.schema import Schema


def schema_of(*_roots: Path) -> Schema:
    """The schema of the archive in some folders: the shipped kinds, to which an archive may add.

    The one place below the commands that asks for the shipped kinds; all else is handed the archive's schema.
    """
    return kinds()
