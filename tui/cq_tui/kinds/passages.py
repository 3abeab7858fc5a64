"""Passages of a source, told in our own words, each with a short literal anchor."""

from typing import Annotated

from cq_tui.language import _
from cq_tui.schema.field import shown
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Anchor, Flag, Place, Slug


@kind("passages", ("来源", "Sources"), ("段落", "passage"), tab=8)
class Passage(Record):
    """What a paragraph of a source says, in our own words."""

    anchor: Annotated[Anchor, shown("原文片段", "Original words", "锚点", column=4, widest=34)]
    source: Annotated[Slug, shown("来源", "Source", to="sources", back=("段落", "Passages"))]
    paragraph: Annotated[Place, shown("段", "Para.", "paragraph", column=2)]
    row: Annotated[Flag, shown("以行号定位", "Numbered by rows")] = False
    section: Annotated[Text, shown("章节", "Section", column=3, widest=24)]
    words: Annotated[Text, shown("内容（转述）", "Content (retold)", "内容", "content", column=1, widest=90)]

    @property
    def called(self) -> str:
        """The paragraph and the anchor in it; for a row of a list, the list and the row."""
        if self.row:
            return _("{section}, row {number}").format(section=self.section, number=self.paragraph)
        return _("para. {number}: {anchor}").format(number=self.paragraph, anchor=self.anchor)
