"""A currency beside a record's own: where the engine holds the amounts of a kind converted into it."""

from dataclasses import dataclass

from cq_tui.schema.follows import Follows
from cq_tui.values.sql import Sql, identifier


@dataclass(frozen=True)
class Beside:
    """The currency, the table of the engine with the amounts in it, and what finds a record's row there."""

    currency: str
    table: str
    key: str

    def follows(self, column: str) -> "Kept":
        """A value of that table."""
        return Kept(self, column)


@dataclass(frozen=True)
class Kept(Follows):
    """See ``Follows``: what a column of the table says of the record; NULL where it has no amount."""

    beside: Beside
    column: str

    @property
    def sql(self) -> Sql:
        """See ``Follows``."""
        table, key = identifier(self.beside.table), identifier(self.beside.key)
        return f"(SELECT _kept.{identifier(self.column)} FROM {table} AS _kept WHERE _kept.position = {key})"
