"""Text in two languages, the data's own."""

from typing import Annotated

from cq_tui.schema.checks import Keeps
from cq_tui.schema.model import Model
from cq_tui.values.types.text import LONGEST, BilingualText


class Text(Model):
    """The same words in Chinese and in English; one of the two may be missing."""

    model_strips = True

    zh: Annotated[str, Keeps(max_length=LONGEST)] = ""
    en: Annotated[str, Keeps(max_length=LONGEST)] = ""

    def __post_init__(self) -> None:
        if BilingualText.is_empty(self):
            raise ValueError("text_empty")

    def __str__(self) -> str:
        return BilingualText.chosen(self)
