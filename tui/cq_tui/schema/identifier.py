"""Identifiers of organisations, as the kinds' models hold them."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from cq_tui.schema.field import shown
from cq_tui.values.schemes import LONGEST, Scheme
from cq_tui.values.types import identifier
from cq_tui.values.types.parts import Parts


class Identifier(BaseModel):
    """The number that a register or a standard gives an organisation."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    field_type: ClassVar[type[Parts]] = identifier.Identifier

    scheme: Annotated[Scheme, shown("编号体系", "Scheme")]
    id: Annotated[str, Field(min_length=1, max_length=LONGEST), shown("号码", "Number")]

    @field_validator("id")
    @classmethod
    def _in_one_spelling(cls, value: str, info: ValidationInfo) -> str:
        from cq_tui.values.identifiers import compact  # the rules of all schemes would cost every start 5 ms

        scheme = info.data.get("scheme")
        return value if scheme is None else compact(scheme, value)
