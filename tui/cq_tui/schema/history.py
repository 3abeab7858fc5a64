"""What follows from the history of a record: its stage and its amount, since when, and what is overdue.

Said once for records in memory and once, beside it, as SQL for those of table files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from cq_tui.language import N_, _
from cq_tui.schema.follows import Follows
from cq_tui.values.reasons import Code, refused
from cq_tui.values.sql import Sql, identifier, literal, literals
from cq_tui.values.today import today
from cq_tui.values.types.partial_day import last_day, sql_first_day, sql_is_before, sql_last_day, sql_precision

FIELD = "history"


class HistoryFault(Code):
    """Why a history can't be one."""

    ORDER = N_("{later} stands behind {earlier}; entries stand in the order of time")
    MONEY = N_("amount and currency go together: give both, or neither when the amount is not stated")
    PLAN = N_("a planned entry says which stage is planned")


class Told(Protocol):
    """What must be known of an entry; those of a deal are such."""

    @property
    def date(self) -> str:
        """When, as far as it is known."""

    @property
    def stage(self) -> str | None:
        """How far the record had come."""

    @property
    def amount(self) -> Any:
        """How much it was worth then."""

    @property
    def currency(self) -> str | None:
        """In which currency."""

    @property
    def planned(self) -> bool | None:
        """Whether that was to come, and not what had come."""


@dataclass(frozen=True)
class History:
    """The rule of a kind whose records have a history: which stages keep a record at its end, and which imply others.

    ``final``: the stage that holds whatever the record itself says. ``reached``: for each stage those that a record has
    which has come so far.
    """

    final: str
    reached: Mapping[str, Sequence[str]]

    # In Python

    def check(self, entries: Sequence[Told]) -> None:
        """Raise ReasonError for entries that do not stand in the order of time."""
        latest = ""
        for entry in entries:
            if entry.date < latest and not latest.startswith(entry.date):
                raise refused(HistoryFault.ORDER, later=entry.date, earlier=latest)
            latest = max(latest, entry.date)

    def stage(self, own: str | None, entries: Sequence[Told]) -> str | None:
        """The stage of a record that itself says ``own``."""
        latest = next((one.stage for one in reversed(entries) if one.stage and not one.planned), None)
        return latest if latest == self.final else own or latest

    def money(self, entries: Sequence[Told]) -> tuple[Any, str | None]:
        """The amount that was told last, and its currency."""
        return next(((one.amount, one.currency) for one in reversed(entries) if one.amount is not None
                     and not one.planned), (None, None))  # fmt: skip

    def overdue(self, stage: str | None, entries: Sequence[Told], day: date) -> list[Told]:
        """The plans for a time before a day that a record, which is at a stage by now, has not reached."""
        if stage == self.final:
            return []
        come = {str(stage), *(str(one.stage) for one in entries if not one.planned)}
        last = {one.stage: one for one in entries if one.planned and one.stage}
        missed = (one for reached, one in last.items() if not come & set(self.reached.get(str(reached), (reached,))))
        return [one for one in missed if last_day(one.date) < day]

    def as_of(self, name: str, follows: Follows | None, day: date) -> Follows | None:
        """What a field was at the end of a day; None for one of which only the last is known."""
        if isinstance(follows, Overdue):
            return Overdue(self, day)
        return StageAt(day) if name == "stage" and follows is None else None

    # In SQL, over the columns of the kind's table

    @property
    def sql_out_of_order(self) -> Sql:
        """As ``check`` refuses."""
        before = sql_is_before("_later.date", "_earlier.date")
        earlier = f"list_filter({FIELD}[1:_place - 1], lambda _earlier: {before})"
        return f"len({FIELD}) > 1 AND len(list_filter({FIELD}, lambda _later, _place: len({earlier}) > 0)) > 0"

    def sql_value(self, name: str) -> Sql | None:
        """The value of a field as it follows from the record's own and its history; None for other fields."""
        money = f"{_told('amount')}[-1]"
        match name:
            case "stage":
                latest = f"{_told('stage')}[-1].stage"
                return f"CASE WHEN {latest} = {literal(self.final)} THEN {latest} ELSE coalesce(stage, {latest}) END"
            case "amount":
                return f"coalesce(amount, {money}.amount)"
            case "currency":
                return f"CASE WHEN amount IS NULL THEN {money}.currency ELSE currency END"
        return None


def _told(what: str = "", until: Sql = "") -> Sql:
    """The entries that tell what has come, those alone that say ``what``, and that lie before the end of a day."""
    conditions = ["NOT coalesce(_e.planned, false)", *([f"_e.{what} IS NOT NULL"] if what else [])]
    if until:
        conditions.append(f"{sql_last_day('_e.date')} <= {until}")
    return f"list_filter({FIELD}, lambda _e: {' AND '.join(conditions)})"


def sql_last_told_until() -> Sql:
    """The last day of when a record was told of last, as far as it is known; NULL without a history."""
    return sql_last_day(f"{_told()}[-1].date")


def _day(day: date) -> Sql:
    return f"DATE {literal(day.isoformat())}"


@dataclass(frozen=True)
class StageAt(Follows):
    """The stage at the end of a day: told of a time that was over by then. From today on it is that of now."""

    day: date

    @property
    def sql(self) -> Sql:
        """See ``Follows``."""
        if self.day >= today():
            return "stage"
        return f"({_told('stage', _day(self.day))}[-1].stage)"


@dataclass(frozen=True)
class Since(Follows):
    """The day from which on the record has the stage that it has: the first of its last entries that say so.

    ``precise``: how exactly that is known, in the place of it.
    """

    precise: bool = False

    @property
    def sql(self) -> Sql:
        """See ``Follows``."""
        told = _told("stage")
        after = f"len(list_filter({told}[_place:], lambda _other: _other.stage <> stage)) = 0"
        first = f"list_filter({told}, lambda _one, _place: {after})[1].date"
        return sql_precision(first) if self.precise else sql_first_day(first)


@dataclass(frozen=True)
class LastTold(Follows):
    """The day of the entry that was told last, or else the record's own; ``precise``: how exactly that is known."""

    precise: bool = False

    @property
    def sql(self) -> Sql:
        """See ``Follows``."""
        last = f"{_told()}[-1].date"
        if self.precise:
            return f"coalesce({sql_precision(last)}, {identifier('date_precision')})"
        return f"coalesce({sql_first_day(last)}, {identifier('date')})"


@dataclass(frozen=True)
class Overdue(Follows):
    """Whether a stage that was planned for a time before a day was not reached by it; the last plan for it counts.

    ``day`` is today where it is None. A record at its end is not overdue; nor is one that has come so far by now at a
    time that nobody told, for it may have been before the day.
    """

    rule: History
    day: date | None = None

    def __hash__(self) -> int:
        return hash(self.day)

    def told(self, *, yes: bool) -> str:
        """With the day, which is another one tomorrow."""
        message = _("overdue on {day}") if yes else _("not overdue on {day}")
        return message.format(day=(self.day or today()).isoformat())

    @property
    def sql(self) -> Sql:
        """See ``Follows``."""
        day = _day(self.day or today())
        cases = " ".join(
            f"WHEN {literal(stage)} THEN {literals(further)}" for stage, further in self.rule.reached.items()
        )
        reached = f"(CASE _plan.stage {cases} ELSE [_plan.stage] END)"
        then = self.day is not None and self.day < today()
        told = _told("stage", day if then else "")
        has, ever = (
            f"len(list_filter({entries}, lambda _one: list_contains({reached}, _one.stage))) > 0"
            for entries in (told, _told("stage"))
        )
        has += f" OR (list_contains({reached}, stage)" + (f" AND NOT {ever})" if then else ")")
        same = "_later.planned AND _later.stage = _plan.stage"
        newer = f"len(list_filter({FIELD}[_place + 1:], lambda _later: {same})) > 0"
        plan = f"_plan.planned AND {sql_last_day('_plan.date')} < {day} AND NOT ({has}) AND NOT ({newer})"
        ended = f"{told}[-1].stage" if then else "stage"
        over = f"coalesce({ended} = {literal(self.rule.final)}, false)"
        return f"(NOT {over} AND len(list_filter({FIELD}, lambda _plan, _place: coalesce({plan}, false))) > 0)"
