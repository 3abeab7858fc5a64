"""The base of all records."""

from functools import cache
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator

from cq_tui.schema.field import Field, fields_of, shown
from cq_tui.schema.text import Text
from cq_tui.schema.types import Slug
from cq_tui.values.types.base import is_absent


class Record(BaseModel):
    """What every record has: an id, the passages it rests on, and a note."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)
    # Built by ``Schema.complete``: an archive may put models of its own in the place of shipped ones.

    HEADINGS: ClassVar[tuple[str, ...]] = ("title", "name", "anchor")
    """The fields of which the first that there is names a record."""

    id: Annotated[Slug, shown("编号", "ID")]
    cites: Annotated[tuple[Slug, ...], shown("出处", "Sources", "cite", to="passages", back=("支持", "Supports"))] = ()
    note: Annotated[Text | None, shown("说明", "Note", "备注", "remarks")] = None

    @model_validator(mode="after")
    def _amounts_have_currencies(self) -> Self:
        for currency, amounts in money_of(type(self)):
            filled = next((one for one in amounts if not is_absent(getattr(self, one.name))), None)
            if (filled is None) != (getattr(self, currency) is None):
                raise ValueError(f"amount_without_currency {(filled or amounts[0]).name} {currency}")
        return self

    @property
    def called(self) -> str:
        """What the record is called where another one refers to it."""
        return next((str(value) for name in self.HEADINGS if (value := getattr(self, name, None))), self.id)


@cache
def money_of(model: type[BaseModel]) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    """Each field that names a currency, with the amounts that are in it: a record has it if it has one of them.

    One that is the same for all records where they don't say otherwise is there anyway.
    """
    fields = fields_of(model)
    free = (one.name for one in fields if one.default is None)
    found = {name: tuple(one for one in fields if one.shown.currency == name) for name in free}
    return tuple((name, amounts) for name, amounts in found.items() if amounts)
