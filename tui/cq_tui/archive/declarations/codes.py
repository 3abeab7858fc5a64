"""Words and codes as ``data/schema.toml`` declares them. An archive that declares no more needs no other model."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cq_tui.language import Label
from cq_tui.schema.declared import LONGEST_LABEL

Said = Annotated[str, Field(max_length=LONGEST_LABEL)]
Yes = Annotated[bool, Field(strict=True)]


class Declared(BaseModel):
    """What a table of the file may hold."""

    # Built when the first one is read: an archive may declare none of its sort.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class InWords(Declared):
    """Words in both languages. ``"District"`` is both; where one is left out the other one stands for it."""

    zh: Said = ""
    en: Said = ""

    @model_validator(mode="before")
    @classmethod
    def _one_text_is_both(cls, given: Any) -> Any:
        return {"zh": given, "en": given} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _one_at_least(self) -> "InWords":
        if not (self.zh or self.en):
            raise ValueError("text_empty")
        return self

    @property
    def in_both(self) -> Label:
        """The words for the screens of both languages."""
        return Label(self.zh or self.en, self.en or self.zh)


class CodeDeclaration(InWords):
    """A code of a list: its words, what else it is called, and whether sums count the records that have it."""

    aliases: tuple[Said, ...] = ()
    counted: Yes = True
