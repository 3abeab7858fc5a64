"""Platforms that were released or unveiled."""

from typing import Annotated

from cq_tui.schema.field import shown
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Slug
from cq_tui.values.codes import Basis, Code


class Action(Code):
    """How the platform was launched."""

    RELEASED = "released", "发布", "released"
    UNVEILED = "unveiled", "揭牌", "unveiled"


@kind("platforms", ("平台", "Platforms"), ("平台", "platform"), tab=4)
class Platform(Record):
    """A platform launched at an event."""

    name: Annotated[Text, shown("平台", "Platform", "名称", column=1)]
    event: Annotated[Slug, shown("活动", "Event", to="events", back=("发布平台", "Platforms launched"), widest=18)]
    session: Annotated[Slug | None, shown("议程", "Session", to="sessions", back=("平台", "Platforms"))] = None
    action: Annotated[
        Action | None, shown("方式", "Form", "发布方式", "launched", column=2, absent=("未说明", "not stated"))
    ] = None
    operators: Annotated[
        tuple[Slug, ...],
        shown(
            "运营方", "Operators", "operator",
            to="organisations", basis="operators_basis", back=("运营平台", "Operates"), column=4, widest=30,
        ),
    ] = ()  # fmt: skip
    operators_basis: Annotated[Basis, shown("运营方依据", "Operators basis")] = Basis.STATED
    purpose: Annotated[Text | None, shown("用途", "Purpose", column=3, widest=60)] = None
    chain_segment: Annotated[
        Slug | None,
        shown(
            "产业链环节", "Chain segment", "chain",
            to="chain", basis="chain_segment_basis", back=("相关平台", "Platforms here"),
        ),
    ] = None  # fmt: skip
    chain_segment_basis: Annotated[Basis, shown("环节依据", "Segment basis")] = Basis.STATED
