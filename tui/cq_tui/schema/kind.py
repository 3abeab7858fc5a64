"""A kind of records, and what follows from its model."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from cq_tui.language import Label
from cq_tui.schema.field import Field, fields_of
from cq_tui.schema.model import Model
from cq_tui.schema.record import Record, money_of
from cq_tui.values.sql import Sql, any_of, identifier, literal
from cq_tui.values.types.parts import sql_refused

if TYPE_CHECKING:  # most archives tell of one day alone, and nobody asks for another currency
    from cq_tui.schema.beside import Beside
    from cq_tui.schema.history import History

_LAST = ("note", "cites")
EVENTS = "events"
OVERVIEW = "overview"
"""What stands for a kind where the figures of the overview are meant."""


@dataclass(frozen=True)
class Money:
    """Which field of a kind may be summed, what must never be added up across, and what no sum counts.

    ``excluded``: a record is left out for the first of these that is true of it; what is absent is no reason.
    ``progress``: the field that says how far a record has come.
    ``stated``: events state totals of this kind, to be shown beside what is itemised.
    """

    amount: str
    currency: str
    apart: str | None = None
    progress: str | None = None
    excluded: tuple["Exclusion", ...] = ()
    stated: bool = False

    def exclusion(self, record: Record) -> "Exclusion | None":
        """Why no sum counts a record; None where it counts."""
        return next((one for one in self.excluded if getattr(record, one.field) == one.value), None)

    @property
    def sql_exclusion(self) -> Sql:
        """SQL of the same over the columns of the kind's table: the position in ``excluded``, NULL where it counts."""
        cases = " ".join(
            f"WHEN {identifier(one.field)} = {_sql_value(one.value)} THEN {position}"
            for position, one in enumerate(self.excluded)
        )
        return f"CASE {cases} END" if cases else "NULL::INTEGER"

    @property
    def sql_excluded_at_any_stage(self) -> Sql:
        """SQL for whether no sum would count a record however far it came: an umbrella, or marked as not counted."""
        others = (one for one in self.excluded if one.field != self.progress)
        return f"({any_of(f'{identifier(one.field)} = {_sql_value(one.value)}' for one in others)})"


class Exclusion(NamedTuple):
    """A value of a field that keeps a record out of all sums, and what such records are called."""

    field: str
    value: str | bool
    label: Label


def _sql_value(value: str | bool) -> Sql:
    return literal(value) if isinstance(value, str) else str(value).lower()


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of records and what follows from its model. Two of one name are the same only if they are one object."""

    name: str
    label: Label
    one: Label
    model: type[Record]
    tab: int | None = None
    money: Money | None = None
    short: Label | None = None
    several: bool = False
    """Whether its tab is there only where an archive tells of more than one."""
    own: bool = False
    """Whether an archive declares it."""
    history: "History | None" = None
    """How stage and amount follow from what was told over the years, where an archive tells that."""

    beside: "Beside | None" = None
    """The currency that amounts are told in beside their own, where one is asked for."""

    @property
    def tab_label(self) -> Label:
        """What stands on the tab where there is little room."""
        return self.short or self.label

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields in reading order: the id, the kind's own, then the note and the cites."""
        fields = fields_of(self.model)
        own = [field for field in fields if field.name not in _LAST]
        return (*own, *(field for name in _LAST for field in fields if field.name == name))

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by their names in files."""
        return {field.name: field for field in self.fields}

    @cached_property
    def event(self) -> Field | None:
        """The field that names the event that a record belongs to; None where records belong to none."""
        return next((one for one in self.fields if one.type.refers_to == EVENTS and not one.is_list), None)

    @cached_property
    def named(self) -> tuple[Field, ...]:
        """The fields and the year: what no field that an archive adds may be called."""
        from cq_tui.schema import derived  # asked by the first list; the first frame has none

        return (*self.fields, *derived.year(self.fields, self.event))

    @cached_property
    def asked(self) -> tuple[Field, ...]:
        """All that a filter may name: the fields, and what follows from them and is not stored."""
        from cq_tui.schema import derived

        linked = derived.countries(self.fields, self.references)
        found = (*self.named, *derived.shorter_periods(self.named), *linked, *self.converted)
        return (*found, *derived.over_time(self.history, found)) if self.history else found

    @cached_property
    def converted(self) -> tuple[Field, ...]:
        """The amount in another currency, its rate and day, and why there is none; nothing where none is asked for."""
        from cq_tui.schema import derived

        if self.beside is None or self.money is None:
            return ()
        return derived.converted(self.beside, self.by_name[self.money.amount], self.named)

    @cached_property
    def asked_by_name(self) -> dict[str, Field]:
        """The same by their names."""
        return {field.name: field for field in self.asked}

    @cached_property
    def heading(self) -> Field:
        """The field that names a record: ``title`` or ``name``, or the one that an own kind declares."""
        return next(self.by_name[name] for name in self.model.HEADINGS if name in self.by_name)

    @property
    def is_found_by_heading(self) -> bool:
        """Whether what a record is called is its heading, so that it is found by that."""
        return self.model.called is Record.called

    @cached_property
    def qualifiers(self) -> frozenset[str]:
        """Names of the fields that only qualify another one (its basis, its bound, its currency, its unit)."""
        pairs = ((*self._about(f), f.shown.currency, f.shown.unit_in) for f in self.asked)
        return frozenset(name for names in pairs for name in names if name)

    @cached_property
    def qualified(self) -> dict[str, Field]:
        """From a qualifier's name to the field it says something about.

        So is a currency that is the same wherever a record names no other: without an amount it says nothing.
        """
        found = {name: field for field in (*self.converted, *self.fields) for name in self._about(field) if name}
        usual = (one for one in self.fields if one.shown.currency and self.by_name[one.shown.currency].default)
        return found | {one.shown.currency or "": one for one in usual}

    def _about(self, field: Field) -> tuple[str | None, ...]:
        return field.shown.basis, field.shown.bound, field.shown.precision

    def value(self, record: Model, field: Field) -> Any:
        """The field's value; None for a qualifier of something that is absent, for it says nothing then."""
        about = self.qualified.get(field.name)
        if about is not None and getattr(record, about.name) in (None, ()):
            return None
        return getattr(record, field.name)

    def sql_value(self, field: Field) -> Sql:
        """As ``value``, of a row of typed values as a table file gives them: defaults are filled in."""
        follows = self.history.sql_value(field.name) if self.history else None
        value = follows or identifier(field.name)
        if field.default is not None:
            value = f"coalesce({value}, {field.type.sql_literal(field.default)})"
        about = self.qualified.get(field.name)
        if about is None:
            return value
        return f"CASE WHEN {about.type.sql_present(self.sql_value(about))} THEN {value} END"

    @cached_property
    def sql_refused(self) -> Sql:
        """Whether a row of typed values is no record of the kind, by the rules that its model has for records."""
        return self.sql_refused_but(frozenset())

    def sql_refused_but(self, empty: Container[str]) -> Sql:
        """As ``sql_refused``, where no row has a value of the fields ``empty``: only the required of them are asked."""
        asked = [field for field in self.fields if field.required or field.name not in empty]
        conditions = [one for field in asked for one in sql_refused(field, identifier(field.name))]
        for currency, amounts in money_of(self.model):
            filled = any_of(one.type.sql_present(identifier(one.name)) for one in amounts)
            conditions.append(f"({filled}) = ({identifier(currency)} IS NULL)")
        if self.history:
            conditions.append(self.history.sql_out_of_order)
        return any_of(conditions)

    @cached_property
    def keys(self) -> tuple[Field, ...]:
        """The fields that hold what the world's registers call a record, in lists."""
        return tuple(field for field in self.fields if field.type.is_key and field.is_list)

    @cached_property
    def columns(self) -> tuple[Field, ...]:
        """The fields a table shows by itself, in reading order; beside an amount what else is told of it."""
        history = [one for one in self.fields if self.history and one.name == "history"]
        found = [one for one in self.asked if one.shown.column and one not in self.converted and one not in history]
        beside = [one for one in (*self.converted, *history) if one.shown.column]
        place = next((n for n, one in enumerate(found, 1) if self.money and one.name == self.money.amount), len(found))
        return (*found[:place], *beside, *found[place:])

    def usual_columns(self, *, several: bool) -> list[Field]:
        """What a list shows by itself; ``several``: where the archive has several events, of which each record is."""
        shown = list(self.columns)
        if several and self.event and self.event not in shown:
            shown.insert(1, self.event)
        return shown

    @cached_property
    def has_own_fields(self) -> bool:
        """Whether an archive declares some of the fields."""
        return any(field.shown.own for field in self.fields)

    @cached_property
    def references(self) -> tuple[tuple[Field, Field | None], ...]:
        """Every field that refers to other records; for lists of parts, with the part that does."""
        found: list[tuple[Field, Field | None]] = []
        for field in self.fields:
            if field.type.refers_to and not field.parts:
                found.append((field, None))
            found.extend((field, part) for part in field.parts if part.shown.to)
        return tuple(found)
