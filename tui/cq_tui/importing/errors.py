"""What can be wrong with a list that is imported."""

from dataclasses import dataclass


class ImportProblem(Exception):
    """The list can't be imported at all; the text is one clear line."""


class StandsAlready(ImportProblem):
    """The list is in the archive already, from other content or another mapping; it may be replaced."""


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """One row that does not go into the archive: its number, the column, what stands there, and why not.

    ``column`` is empty where the row as a whole is refused.
    """

    row: int
    column: str
    value: str
    reason: str


class CellProblem(Exception):
    """A cell can't be converted; the text says why. ``place`` counts the rule's columns from 0."""

    def __init__(self, reason: str, place: int = 0) -> None:
        """Keep the place beside the reason."""
        super().__init__(reason)
        self.place = place
