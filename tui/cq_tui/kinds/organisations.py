"""Every organisation, once, with what else it is called."""

from typing import Annotated

from cq_tui.schema.field import shown
from cq_tui.schema.identifier import Identifier
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Country, Line, Slug, Url
from cq_tui.values.codes import Basis, Code
from cq_tui.values.countries import COUNTRIES


class OrganisationType(Code):
    """What an organisation is."""

    GOVERNMENT = "government", "政府机构", "government"
    COMPANY = "company", "企业", "company"
    BANK = "bank", "银行", "bank"
    GROUP = "group", "企业集团", "corporate group"
    DEVELOPMENT_AREA = "development-area", "开发开放区", "development area"
    ASSOCIATION = "association", "商协会", "association"
    PUBLIC_BODY = "public-body", "公共服务机构", "public body"
    RESEARCH = "research", "科研机构", "research"
    MEDIA = "media", "媒体", "media"


@kind("organisations", ("机构", "Organisations"), ("机构", "organisation"), tab=7, short=("机构", "Orgs"))
class Organisation(Record):
    """A company, authority, bank, chamber or other body."""

    name: Annotated[
        Text, shown("机构", "Organisation", "名称", "企业", "公司", "单位", "company", "firm", column=1, widest=48)
    ]
    aliases: Annotated[tuple[Line, ...], shown("别名", "Aliases", "alias", column=5, widest=36)] = ()
    type: Annotated[OrganisationType | None, shown("性质", "Type", column=2, absent=("未说明", "not stated"))] = None
    country: Annotated[
        Country | None, shown("国家", "Country", "国别", codes=COUNTRIES, column=3, basis="country_basis", widest=16)
    ] = None
    country_basis: Annotated[Basis, shown("国家依据", "Country basis")] = Basis.STATED
    parent: Annotated[
        Slug | None,
        shown(
            "上级机构", "Parent", to="organisations", back=("下属机构", "Parent of"), column=4, widest=30,
            basis="parent_basis", further="further_parents",
        ),
    ] = None  # fmt: skip
    parent_basis: Annotated[Basis, shown("上级依据", "Parent basis")] = Basis.STATED
    identifiers: Annotated[tuple[Identifier, ...], shown("标识号", "Identifiers", "identifier", widest=36)] = ()
    website: Annotated[
        Url | None,
        shown(
            "网址", "Website", "官网", "网站", "官方网站", "公司网址", "公司网站", "企业网址", "企业网站",
            "homepage", "home_page", "web", "web_site", "web_address", "url", "internet", widest=36,
        ),
    ] = None  # fmt: skip
    further_parents: Annotated[
        tuple[Slug, ...],
        shown(
            "其他上级机构", "Further parents", to="organisations", back=("下属机构", "Parent of"),
            basis="further_parents_basis", widest=30,
        ),
    ] = ()  # fmt: skip
    further_parents_basis: Annotated[Basis, shown("其他上级依据", "Further parents basis")] = Basis.STATED
