"""Codes of a list that is an archive's own, where the archive declares none."""

from cq_tui.language import N_
from cq_tui.values.limits import Limits
from cq_tui.values.types.string import String

PATTERN = r"^[a-z0-9][a-z0-9-]{0,79}$"
"""What every code looks like."""


class OwnCode(String):
    """A code of the list ``list_name`` as long as no archive says which codes there are: any, each its own word.

    An archive that declares the list has its codes in this one's place, with their words.
    """

    is_free = False
    is_short = True
    sheet_width = 16
    example = '"a-code"'
    wrong = N_(
        "{value} is not a code: small letters, digits and hyphens. What a code is called stands in data/schema.toml"
    )

    def __init__(self, list_name: str) -> None:
        super().__init__(Limits(pattern=PATTERN, stripped=True), self.example, self.wrong)
        self.list_name = list_name
