"""The base of all records."""

from typing import Annotated, ClassVar

from cq_tui.schema.field import Field, fields_of, shown
from cq_tui.schema.model import Model, once
from cq_tui.schema.text import Text
from cq_tui.schema.types import Slug
from cq_tui.values.types.base import is_absent


class Record(Model):
    """What every record has: an id, the passages it rests on, and a note."""

    model_strips = True

    HEADINGS: ClassVar[tuple[str, ...]] = ("title", "name", "anchor")
    """The fields of which the first that there is names a record."""

    id: Annotated[Slug, shown("编号", "ID")]
    cites: Annotated[tuple[Slug, ...], shown("出处", "Sources", "cite", to="passages", back=("支持", "Supports"))] = ()
    note: Annotated[Text | None, shown("说明", "Note", "备注", "remarks")] = None

    def __post_init__(self) -> None:
        """Amounts have currencies. Raises ValueError."""
        for currency, amounts in money_of(type(self)):
            filled = next((one for one in amounts if not is_absent(getattr(self, one.name))), None)
            if (filled is None) != (getattr(self, currency) is None):
                raise ValueError(f"amount_without_currency {(filled or amounts[0]).name} {currency}")

    @property
    def called(self) -> str:
        """What the record is called where another one refers to it."""
        return next((str(value) for name in self.HEADINGS if (value := getattr(self, name, None))), self.id)


def money_of(model: type[Model]) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    """Each field that names a currency, with the amounts that are in it: a record has it if it has one of them.

    One that is the same for all records where they don't say otherwise is there anyway.
    """
    return once(model, "_money", _amounts_by_currency)


def _amounts_by_currency(model: type[Model]) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    fields = fields_of(model)
    free = (one.name for one in fields if one.default is None)
    found = {name: tuple(one for one in fields if one.shown.currency == name) for name in free}
    return tuple((name, amounts) for name, amounts in found.items() if amounts)
