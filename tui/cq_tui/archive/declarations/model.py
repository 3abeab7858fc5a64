"""What may stand in ``data/schema.toml``, as models: names, types and words; what they refer to is judged elsewhere."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from cq_tui.language import Label
from cq_tui.schema.declared import LONGEST_LABEL

Said = Annotated[str, Field(max_length=LONGEST_LABEL)]
Yes = Annotated[bool, Field(strict=True)]


class _Declared(BaseModel):
    # Built with the model of the whole file, and not each on its own.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class InWords(_Declared):
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
    """A code of a list: its words, and what else it is called."""

    aliases: tuple[Said, ...] = ()


class FieldDeclaration(_Declared):
    """A field of a kind.

    ``type``: one of the words in ``types.py``; ``list``: the field holds several of them. ``codes`` names the list of a
    code; ``to`` the kind that a link leads to and ``back`` what the link is called from there. ``currency``: of money,
    a code where all amounts have the same (``"CNY"``), else the field that names it; ``<name>_currency`` is added where
    nothing is said. ``unit``: what numbers are counted in. ``sum``: whether lists tell what the field adds up to.
    ``column``: 1 is the most important column of the list, 0 is none until the user asks for it.
    ``precision``, ``bound`` and ``basis`` add the field that says how exact a day or a number is, or who judged it.
    """

    label: InWords
    type: str
    list: Yes = False
    codes: str | None = None
    to: str | None = None
    back: InWords | None = None
    currency: str | None = None
    unit: Said | None = None
    aliases: tuple[Said, ...] = ()
    required: Yes = False
    column: Annotated[int, Field(strict=True, ge=0, le=999)] | None = None
    sum: Yes | None = None
    precision: Yes = False
    bound: Yes = False
    basis: Yes = False


class KindDeclaration(_Declared):
    """A kind: what it is called, what one of its records is, what stands on its tab, and which tab it is.

    ``heading``: the field that names a record; ``name``, which is added, if not given. ``money``: the field whose
    amounts lists add up; the first one of money if not given.
    """

    label: InWords
    one: InWords | None = None
    short: InWords | None = None
    tab: Annotated[int, Field(strict=True, ge=2, le=99)] | None = None
    heading: str | None = None
    money: str | None = None


class Declarations(_Declared):
    """The file: code lists by name, fields by kind and name, kinds by name."""

    codes: dict[str, dict[str, CodeDeclaration]] = {}
    fields: dict[str, dict[str, FieldDeclaration]] = {}
    kinds: dict[str, KindDeclaration] = {}
