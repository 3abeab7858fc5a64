"""The records of a selection by the year, quarter or month that they are of."""

from dataclasses import dataclass
from decimal import Decimal

from cq_tui.language import _
from cq_tui.query import spelling
from cq_tui.query.columns import column
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.selection import Selection
from cq_tui.values.periods import Size
from cq_tui.values.sql import Sql


def period_fields(kind: Kind) -> dict[Size, Field]:
    """The fields of a kind that tell a record's period, by its size; none where records have no day."""
    return {field.dated.size: field for field in kind.asked if field.dated}


@dataclass(frozen=True, slots=True)
class Periods:
    """What a selection is put together by; ``field`` is the year, quarter or month of a kind.

    A key is a period as it is written. Of what is known to the year only no quarter or month is known: its key is the
    year. None is what has no day.
    """

    selection: Selection
    field: Field

    @property
    def size(self) -> Size:
        """How long a period is."""
        return self.field.dated.size if self.field.dated else Size.YEAR

    @property
    def _year(self) -> Field:
        return period_fields(self.selection.kind)[Size.YEAR]

    @property
    def sql(self) -> Sql:
        """SQL for the key."""
        year = f"printf('%04d', {column(self._year)})"
        return year if self.size is Size.YEAR else f"coalesce({column(self.field)}, {year})"

    def is_year_only(self, key: str | None) -> bool:
        """Whether more is asked than is known of it: its quarter or its month."""
        return key is not None and self.size is not Size.YEAR and key.isdigit()

    def place(self, key: str | None) -> tuple[bool, str]:
        """What keys are sorted by: time, of a year what is known of it first, and what is not dated last."""
        return key is None, f"{key}-~" if self.is_year_only(key) else key or ""

    def words(self, key: str | None) -> str:
        """What a period is called."""
        if key is None:
            return _("not dated")
        return self.size.not_stated(key) if self.is_year_only(key) else key

    def cell(self, key: str) -> str:
        """A period for other programs."""
        return key

    def term(self, key: str | None) -> str:
        """The terms of a filter that leave the records of a period."""
        kind = self.selection.kind
        if key is None:
            return spelling.not_stated(kind, self._year)
        if not key.isdigit():
            return spelling.with_days(kind, self.field, key)
        year = spelling.with_number(kind, self._year, Decimal(key), Decimal(key))
        return f"{year} {spelling.not_stated(kind, self.field)}" if self.is_year_only(key) else year
