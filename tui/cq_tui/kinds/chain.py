"""The host's industrial chain: its segments, named or only counted."""

from typing import Annotated

from cq_tui.schema.field import shown
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Count, Flag, Slug
from cq_tui.values.codes import Basis, Code


class Tier(Code):
    """Where a segment stands in the chain, in the order in which goods flow."""

    INDUSTRY = "industry", "产业", "industry"
    MATERIAL = "material", "材料", "material"
    COMPONENT = "component", "部件", "component"
    ASSEMBLY = "assembly", "总成", "assembly"
    SYSTEM = "system", "系统", "system"
    LEADER = "leader", "龙头企业", "leader", "vehicle maker", "整车"
    SERVICE = "service", "服务", "service", "出海", "export"


@kind("chain", ("汽车产业链", "Auto chain"), ("环节", "segment"), tab=5, short=("汽车产业链", "Chain"))
class Segment(Record):
    """A segment of the chain: one company, one field, or a class whose members are only counted."""

    name: Annotated[Text, shown("环节", "Segment", "名称", column=1)]
    tier: Annotated[Tier, shown("层级", "Tier", column=2)]
    parent: Annotated[
        Slug | None,
        shown("上级环节", "Part of", to="chain", back=("下级环节", "Parts"), column=5, widest=24, basis="parent_basis"),
    ] = None
    parent_basis: Annotated[Basis, shown("上级依据", "Parent basis")] = Basis.STATED
    count: Annotated[Count | None, shown("数量", "Count", column=3, absent=("-", "-"))] = None
    members_named: Annotated[Flag | None, shown("逐一列名", "Members named")] = None
    organisation: Annotated[
        Slug | None, shown("机构", "Organisation", "org", to="organisations", back=("产业链环节", "In the chain"))
    ] = None
    basis: Annotated[Basis, shown("依据", "Basis", column=4)] = Basis.STATED
