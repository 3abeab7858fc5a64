"""The base of all records."""

from functools import cache
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator

from cq_tui.schema.field import fields_of, shown
from cq_tui.schema.text import Text
from cq_tui.schema.types import Slug


class Record(BaseModel):
    """What every record has: an id, the passages it rests on, and a note."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    HEADINGS: ClassVar[tuple[str, ...]] = ("title", "name", "anchor")
    """The fields of which the first that there is names a record."""

    id: Annotated[Slug, shown("编号", "ID")]
    cites: Annotated[tuple[Slug, ...], shown("出处", "Sources", "cite", to="passages", back=("支持", "Supports"))] = ()
    note: Annotated[Text | None, shown("说明", "Note", "备注", "remarks")] = None

    @model_validator(mode="after")
    def _amounts_have_currencies(self) -> Self:
        for amount, currency in money_pairs(type(self)):
            if (getattr(self, amount) is None) != (getattr(self, currency) is None):
                raise ValueError("amount_without_currency")
        return self

    @property
    def called(self) -> str:
        """What the record is called where another one refers to it."""
        return next((str(value) for name in self.HEADINGS if (value := getattr(self, name, None))), self.id)


@cache
def money_pairs(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The names of each amount and its currency: a record has both or neither."""
    return tuple((field.name, field.shown.currency) for field in fields_of(model) if field.shown.currency)
