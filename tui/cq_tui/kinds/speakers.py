"""Who spoke, presented or sat on the panel: persons, and institutions where no person is named."""

from typing import Annotated

from cq_tui.schema.field import shown
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Slug
from cq_tui.values.codes import Basis, Code


class SpeakerType(Code):
    """Whether the source names a person or only an institution."""

    PERSON = "person", "个人", "person"
    INSTITUTION = "institution", "机构", "institution"


class SpeakerRole(Code):
    """What the speaker did at the event."""

    HOST_ADDRESS = "host-address", "主办地致辞", "host address"
    REMARK = "remark", "致辞", "remarks"
    INDUSTRY_PROMOTION = "industry-promotion", "产业推介", "industry promotion"
    KEYNOTE = "keynote", "主题演讲", "keynote"
    PANEL = "panel", "高端对话", "panel"


@kind("speakers", ("嘉宾", "Speakers"), ("嘉宾", "speaker"), tab=3)
class Speaker(Record):
    """A speaker at an event."""

    name: Annotated[Text, shown("嘉宾", "Speaker", "姓名", column=1)]
    type: Annotated[SpeakerType | None, shown("个人或机构", "Person or institution")] = None
    event: Annotated[Slug, shown("活动", "Event", to="events", back=("嘉宾", "Speakers"), widest=18)]
    session: Annotated[
        Slug | None, shown("议程", "Session", to="sessions", basis="session_basis", back=("嘉宾", "Speakers"))
    ] = None
    session_basis: Annotated[Basis, shown("议程依据", "Session basis")] = Basis.STATED
    role: Annotated[
        SpeakerRole | None,
        shown("发言形式", "Role", "环节", column=2, basis="role_basis", absent=("未说明", "not stated")),
    ] = None
    role_basis: Annotated[Basis, shown("发言形式依据", "Role basis")] = Basis.STATED
    posts: Annotated[tuple[Text, ...], shown("职务", "Posts", "post", column=4, widest=36)] = ()
    organisation: Annotated[
        Slug | None,
        shown(
            "机构", "Organisation", "org", to="organisations", back=("发言嘉宾", "Speakers"), column=3, widest=36,
            basis="organisation_basis",
        ),
    ] = None  # fmt: skip
    organisation_basis: Annotated[Basis, shown("机构依据", "Organisation basis")] = Basis.STATED
    topic: Annotated[Text | None, shown("题目", "Topic", column=5, widest=40)] = None
    chain_segment: Annotated[
        Slug | None,
        shown(
            "产业链环节", "Chain segment", "chain",
            to="chain", basis="chain_segment_basis", back=("相关嘉宾", "Speakers here"),
        ),
    ] = None  # fmt: skip
    chain_segment_basis: Annotated[Basis, shown("产业链环节依据", "Segment basis")] = Basis.STATED
