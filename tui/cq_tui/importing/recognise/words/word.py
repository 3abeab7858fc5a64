"""What a column's header was matched with."""

from dataclasses import dataclass

from cq_tui.schema.field import Field
from cq_tui.values.measures import UNTOLD, Measure

EXACT = 3
ENDING = 2
WEAK = 1
"""How surely a header means a field: all of it is the field's name; it ends in it; only the cells can say so."""


@dataclass(frozen=True, slots=True)
class Word:
    """A matched header. ``part``: a part of a date or a name. ``role``: a code of the list of parts that it fills.

    ``said``: the words that tell the measure. ``brackets``: what stands in brackets and was not understood.
    ``about``: the role whose companies the column tells something of, as ``Investor country``.
    """

    field: Field | None = None
    certainty: int = 0
    language: str = ""
    part: str = ""
    role: str = ""
    measure: Measure = UNTOLD
    said: str = ""
    brackets: tuple[str, ...] = ()
    is_percent: bool = False
    about: str = ""
    is_unit: bool = False
    by_cells: bool = False
    """Whether the cells alone say what the column is, and no word of its header does."""
    by_headings: bool = False
    """Whether the column holds what the headings between the rows say."""
    full: str = ""
    """The column with the full names of those that this one names in short."""
