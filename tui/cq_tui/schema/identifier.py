"""Identifiers of organisations, as the kinds' models hold them."""

from typing import TYPE_CHECKING, Annotated, ClassVar

from cq_tui.schema.checks import After, Keeps
from cq_tui.schema.field import shown
from cq_tui.schema.model import Model
from cq_tui.values.schemes import LONGEST, Scheme
from cq_tui.values.types import identifier
from cq_tui.values.types.parts import Parts

if TYPE_CHECKING:
    from pydantic import ValidationInfo


def _in_one_spelling(value: str, info: "ValidationInfo") -> str:
    from cq_tui.values.identifiers import compact  # the rules of all schemes would cost every start 5 ms

    scheme = info.data.get("scheme")
    return value if scheme is None else compact(scheme, value)


class Identifier(Model):
    """The number that a register or a standard gives an organisation."""

    model_strips = True
    field_type: ClassVar[type[Parts]] = identifier.Identifier

    scheme: Annotated[Scheme, shown("编号体系", "Scheme")]
    id: Annotated[
        str,
        Keeps(min_length=1, max_length=LONGEST),
        After(_in_one_spelling, leaves_stored=True),
        shown("号码", "Number"),
    ]
