"""Deals of an archive that tells of them over the years: what it knew of each, and when."""

from typing import Annotated, Any, ClassVar

from cq_tui.kinds.deals import Deal, Stage
from cq_tui.schema.checks import After
from cq_tui.schema.field import shown
from cq_tui.schema.history import History, HistoryFault
from cq_tui.schema.model import Model
from cq_tui.schema.schema import Schema
from cq_tui.schema.text import Text
from cq_tui.schema.types import Currency, Flag, PartialDay, SignedAmount, Slug
from cq_tui.values.reasons import refused
from cq_tui.values.types.entries import Entry
from cq_tui.values.types.parts import Parts

KIND = "deals"


class HistoryEntry(Model):
    """What was told of a deal at some time: its stage, its amount, or both. ``planned``: what was to come by then."""

    model_strips = True
    field_type: ClassVar[type[Parts]] = Entry

    date: Annotated[PartialDay, shown("时间", "When")]
    stage: Annotated[Stage | None, shown("阶段", "Stage")] = None
    amount: Annotated[SignedAmount | None, shown("金额", "Amount", currency="currency")] = None
    currency: Annotated[Currency | None, shown("币种", "Currency")] = None
    planned: Annotated[Flag | None, shown("计划", "Planned")] = None
    note: Annotated[Text | None, shown("说明", "Note")] = None
    cites: Annotated[
        tuple[Slug, ...], shown("出处", "Sources", to="passages", back=("历程出处", "Told in a history"))
    ] = ()

    @staticmethod
    def _before(given: Any) -> Any:
        """A table file gives each part of an entry."""
        return {name: one for name, one in given.items() if one is not None} if isinstance(given, dict) else given

    def __post_init__(self) -> None:
        """It is whole. Raises ReasonError."""
        if (self.amount is None) != (self.currency is None):
            raise refused(HistoryFault.MONEY)
        if self.planned and self.stage is None:
            raise refused(HistoryFault.PLAN)


def _in_order(entries: tuple[HistoryEntry, ...]) -> tuple[HistoryEntry, ...]:
    RULE.check(entries)
    return entries


class DealOverTime(Deal):
    """A deal with what was told of it over the years. Stage and amount are those that were told last."""

    model_makes_more = True

    history: Annotated[tuple[HistoryEntry, ...], After(_in_order), shown("历程", "History", column=6, widest=9)] = ()

    def __post_init__(self) -> None:
        """Stage and amount follow from the history. Raises ValueError."""
        super().__post_init__()
        if self.history:
            found: dict[str, Any] = {"stage": RULE.stage(self.stage, self.history)}
            if self.amount is None:
                found["amount"], found["currency"] = RULE.money(self.history)
            self.__dict__.update(found)


_FAR = (Stage.PLEDGED, Stage.PLANNED, Stage.COMMITTED, Stage.SIGNED, Stage.APPROVED, Stage.STARTED, Stage.IMPLEMENTING)
"""Stages that imply those before them."""
_THERE = (Stage.COMPLETED, Stage.OPERATING, Stage.REALISED)

DealOverTime.__name__ = Deal.__name__
"""What files are called after their model stays as it is."""

RULE = History(
    final=Stage.CANCELLED.value,
    reached={
        **{one.value: tuple(str(far) for far in (*_FAR[at:], *_THERE)) for at, one in enumerate(_FAR)},
        Stage.COMPLETED.value: tuple(map(str, _THERE)),
        Stage.OPERATING.value: (Stage.OPERATING.value, Stage.REALISED.value),
    },
)


def over_time(schema: Schema) -> Schema:
    """A schema whose deals may have a history."""
    return schema.with_history(KIND, DealOverTime, RULE)
