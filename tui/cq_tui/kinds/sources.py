"""The sources that passages are taken from."""

from typing import Annotated

from cq_tui.schema.field import shown
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Count, Day, Hash, Line, Slug, Url
from cq_tui.values.codes import Basis


@kind("sources", ("原始来源", "Source documents"), ("原始来源", "source document"))
class Source(Record):
    """A document: a press report, a file."""

    name: Annotated[Text, shown("名称", "Name", column=1)]
    publisher: Annotated[
        Slug | None,
        shown("发布者", "Publisher", to="organisations", back=("发布来源", "Published"), basis="publisher_basis"),
    ] = None
    published: Annotated[Day | None, shown("发布日期", "Published", column=2, basis="published_basis")] = None
    published_basis: Annotated[Basis, shown("日期依据", "Date basis")] = Basis.STATED
    language: Annotated[Line, shown("语言", "Language", column=3)]
    sha256: Annotated[Hash | None, shown("SHA-256", "SHA-256")] = None
    paragraphs: Annotated[Count, shown("段落数", "Paragraphs", column=4)]
    address: Annotated[Url | None, shown("网址", "Address", "url", "链接")] = None
    publisher_basis: Annotated[Basis, shown("发布者依据", "Publisher basis")] = Basis.STATED
    retrieved: Annotated[
        Day | None, shown("获取日期", "Retrieved", "访问日期", "accessed", basis="retrieved_basis")
    ] = None
    retrieved_basis: Annotated[Basis, shown("获取日期依据", "Retrieval date basis")] = Basis.STATED
    archived: Annotated[Url | None, shown("存档网址", "Archived copy", "存档", "archive", "archive_url")] = None
