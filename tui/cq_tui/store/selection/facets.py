"""The values of a field over a selection: how many records have each, and what those sum to."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cq_tui.language import _
from cq_tui.query import spelling
from cq_tui.query.columns import groups_of
from cq_tui.query.parse import parse
from cq_tui.schema.cells import absent, mark_judged
from cq_tui.schema.field import Field
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sum_words import field_sum_words, sum_words
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Basis
from cq_tui.values.sql import Sql
from cq_tui.values.steps import Step
from cq_tui.values.types.base import Asked

MOST = 1000
"""Values that are told apart; of a field with more of them the most frequent."""
_FEW = 20
"""Numbers or days up to which each is a value of its own."""
_MOST_GROUPS = 36
"""Groups of days up to which they are not put together more coarsely: three years by the month."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a field, ready to be shown: its words, how many records have it, and what they sum to in words.

    ``value`` is what the engine groups by; ``term`` the condition that a filter gets when this value is chosen.
    ``judged``: that some of the records have it is our judgement.
    """

    value: Any
    words: str
    term: str
    count: int
    sums: tuple[str, ...]
    judged: bool = False

    @property
    def shown(self) -> str:
        """The words, with the mark of a judgement before them."""
        return mark_judged(self.words, judged=self.judged)


@dataclass(frozen=True, slots=True)
class FacetValues:
    """The values of a field: the most frequent first, numbers, places and days in their order, what is not stated last.

    ``distinct`` is how many there are in all; ``values`` holds no more than ``MOST`` of them.
    """

    values: list[FacetValue]
    distinct: int


@dataclass(frozen=True, slots=True)
class Grouping:
    """What a selection is grouped by: a field's values, or steps of them where there are many numbers or days."""

    selection: Selection
    field: Field
    step: Step | None

    @property
    def sql(self) -> Sql:
        """SQL for the groups."""
        sql = groups_of(self.selection.kind, self.field)
        return self.step.sql_key(sql) if self.step else sql

    def words(self, value: Any) -> str:
        """What a group is called."""
        if value is None:
            words = absent(self.field)
            return _("not stated") if words == "-" else words
        words = self.step.words(value) if self.step else self.field.type.group_words(value, self.selection.store.name)
        return clean_line(words)

    def cell(self, value: Any) -> str:
        """What stands for a group in a file of figures."""
        return self.words(value)


def grouping(selection: Selection, field: Field) -> Grouping:
    """Group a selection by the values of a field; each entry of a list counts."""
    sql = groups_of(selection.kind, field)
    step = _step(selection, field, sql) if field.type.steps and selection.distinct(sql) > _FEW else None
    return Grouping(selection, field, step)


def facet_values(selection: Selection, field: Field, *, currencies: bool = False) -> FacetValues:
    """Count and sum a selection by the values of a field; each entry of a list counts.

    Numbers and days are put into groups where there are many. ``currencies``: whether sums name the home currency, too.
    Raises QueryError and Cancelled as the store does.
    """
    by = grouping(selection, field)
    largest = selection.largest(by.sql, MOST)
    found, own = selection.sums_of(largest), selection.field_sums_of(largest)
    if field.type.asked is Asked.RANGES:
        found.sort(
            key=lambda facet: (facet.value is not None, facet.value or 0),
            reverse=field.is_quantity and not field.type.is_place,
        )
    found.sort(key=lambda facet: facet.value is None)
    called = [by.words(facet.value) for facet in found]
    judged = _judged(selection, by)
    several = {words for words, count in Counter(called).items() if count > 1}
    return FacetValues(
        [
            FacetValue(
                facet.value,
                words,
                _term(selection, field, facet.value, by.step, "" if words in several else words),
                facet.count,
                (
                    *(sum_words(selection.kind, one, currencies=currencies) for one in facet.sums),
                    *map(field_sum_words, own.get(facet.value, ())),
                ),
                facet.value in judged,
            )
            for words, facet in zip(called, found, strict=True)
        ],
        largest.number,
    )


def _judged(selection: Selection, by: Grouping) -> set[Any]:
    """The values that some records have by our judgement; what none of them states is no value."""
    basis = by.field.shown.basis
    if basis not in selection.kind.by_name:
        return set()
    query = parse(f"{selection.query.text} {basis}={Basis.INFERRED.value}", selection.kind)
    values = {value for value, _size in selection.beside(query).largest(by.sql, MOST).sizes}
    return values - {None}


def _step(selection: Selection, field: Field, sql: str) -> Step:
    """The finest step that leaves few groups, else the coarsest."""
    *finer, coarsest = field.type.steps
    return next((one for one in finer if selection.distinct(one.sql_key(sql)) <= _MOST_GROUPS), coarsest)


def has_values(field: Field) -> bool:
    """Whether the field's values can be counted and filtered by: all but tables within the record."""
    return field.type.has_groups


def _term(selection: Selection, field: Field, value: Any, step: Step | None, words: str) -> str:
    """The filter's term for a value; ``words`` is empty where they mean several values."""
    kind = selection.kind
    if value is None:
        return spelling.not_stated(kind, field)
    if bounds := step.bounds(value) if step else None:
        return spelling.with_number(kind, field, *bounds)
    if field.type.asked is Asked.CODES:
        return spelling.with_code(kind, field, value)
    if field.type.asked is Asked.YES_OR_NO:
        return spelling.with_flag(kind, field, value == "true")
    if field.is_quantity:
        return spelling.with_number(kind, field, Decimal(value), Decimal(value))
    if field.type.asked is Asked.RANGES:
        return spelling.with_days(kind, field, step.words(value) if step else field.type.spell(value)[0])
    target = field.type.refers_to
    called = target and words and selection.store.kind(target).is_found_by_heading
    return spelling.with_text(kind, field, words if called else str(value))
