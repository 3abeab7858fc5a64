"""Fields and kinds as ``data/schema.toml`` declares them, as models; what they refer to is judged elsewhere."""

from typing import Annotated

from pydantic import Field

from cq_tui.archive.declarations.codes import Declared, InWords, Said, Yes
from cq_tui.schema.types import MOST_PLACES


class FieldDeclaration(Declared):
    """A field of a kind.

    ``type``: one of the words in ``types.py``; ``list``: the field holds several of them. ``codes`` names the list of a
    code; ``to`` the kind that a link leads to and ``back`` what the link is called from there. ``currency``: of money,
    a code where all amounts have the same (``"CNY"``), else the field that names it; ``<name>_currency`` is added where
    nothing is said. ``unit``: what numbers are counted in; ``places``: how many decimals,
    if more than four. ``sum``: whether lists tell what the field adds up to.
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
    places: Annotated[int, Field(strict=True, ge=0, le=MOST_PLACES)] | None = None
    aliases: tuple[Said, ...] = ()
    required: Yes = False
    column: Annotated[int, Field(strict=True, ge=0, le=999)] | None = None
    sum: Yes | None = None
    precision: Yes = False
    bound: Yes = False
    basis: Yes = False


class KindDeclaration(Declared):
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
