"""Values that follow from others of the same record, as the engine finds them."""

from typing import Protocol

from cq_tui.values.sql import Sql


class Follows(Protocol):
    """Equal ones are the same question. Asked each time: what holds today need not hold tomorrow."""

    @property
    def sql(self) -> Sql:
        """The value, over the columns of the kind's table."""
