"""The parts of an event's programme, in their order."""

from typing import Annotated

from cq_tui.schema.field import shown
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Line, Place, Slug


@kind("sessions", ("议程", "Sessions"), ("议程", "session"))
class Session(Record):
    """One part of the programme."""

    name: Annotated[Text, shown("议程", "Session", "名称", column=1)]
    event: Annotated[Slug, shown("活动", "Event", to="events", back=("议程", "Programme"), widest=18)]
    order: Annotated[Place, shown("次序", "Order", column=2)]
    starts_at: Annotated[Line | None, shown("开始时间", "Starts at", column=3)] = None
    theme: Annotated[Text | None, shown("主题", "Theme")] = None
