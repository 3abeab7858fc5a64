"""Text in two languages, the data's own."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cq_tui.values.types.text import LONGEST, BilingualText


class Text(BaseModel):
    """The same words in Chinese and in English; one of the two may be missing."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    zh: Annotated[str, Field(max_length=LONGEST)] = ""
    en: Annotated[str, Field(max_length=LONGEST)] = ""

    @model_validator(mode="after")
    def _one_at_least(self) -> Self:
        if BilingualText.is_empty(self):
            raise ValueError("text_empty")
        return self

    def __str__(self) -> str:
        return BilingualText.chosen(self)
