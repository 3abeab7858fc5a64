"""One line of the table of figures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was tried how often, and how often it did not hold."""

    what: str
    tried: int
    failed: int
    promise: str

    @property
    def holds(self) -> bool:
        """Whether the promise was kept every time, and was put to the test at all."""
        return self.tried > 0 and self.failed == 0

    def __str__(self) -> str:
        return f"{self.what:44}  {self.tried:>9,} tried  {self.failed:>3} failed  {self.promise}"
