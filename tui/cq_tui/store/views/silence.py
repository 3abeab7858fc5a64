"""Of which deals nothing has been told for long: the day before which that is, and the condition in SQL.

What is known to the year or month only may have been told at its end, and is silent only when all of
that lies before.
"""

from dataclasses import dataclass
from datetime import date

from cq_tui.kinds.outcomes import Outcome
from cq_tui.schema.history import sql_last_told_until
from cq_tui.schema.kind import Kind
from cq_tui.values.codes import Precision
from cq_tui.values.sql import Sql, literal
from cq_tui.values.today import today
from cq_tui.values.types.partial_day import sql_last_day

YEARS = 2
"""Of silence after which it is told unasked."""

OPEN = frozenset({Outcome.AGREED, Outcome.STARTED})
"""Of what something is still to be heard: neither does it produce, nor was it said to have ended or to stand still."""
_KNOWN = f"CASE date_precision WHEN {literal(Precision.YEAR)} THEN 4 WHEN {literal(Precision.MONTH)} THEN 7 ELSE 10 END"
"""How many characters of the day of a deal are known."""


@dataclass(frozen=True)
class Silence:
    """Nothing was told since the beginning of a day."""

    day: date

    def sql(self, kind: Kind) -> Sql:
        """Whether a deal was last told before the day, by its history or else its own day; NULL where neither is."""
        told = sql_last_day(f"left(CAST(date AS VARCHAR), {_KNOWN})")
        if kind.history:
            told = f"coalesce({sql_last_told_until()}, {told})"
        return f"({told} < DATE {literal(self.day.isoformat())})"


def usual_silence(kind: Kind) -> Silence | None:
    """Of the last two years, where an archive tells of its deals over the years; None for all others."""
    return Silence(_years_before(today(), YEARS)) if kind.history else None


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
