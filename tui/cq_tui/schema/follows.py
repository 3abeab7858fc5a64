"""Values that follow from others of the same record, as the engine finds them."""

from abc import ABC, abstractmethod

from cq_tui.values.sql import Sql


class Follows(ABC):
    """Equal ones are the same question. Asked each time: what holds today need not hold tomorrow."""

    @property
    @abstractmethod
    def sql(self) -> Sql:
        """The value, over the columns of the kind's table."""

    def told(self, *, yes: bool) -> str:
        """The condition that it holds, or does not, in words; empty where those of any flag do."""
        del yes
        return ""
