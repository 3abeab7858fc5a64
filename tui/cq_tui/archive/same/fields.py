"""The two fields that deals have in an archive which keeps decisions: what they are the same as, and how they count."""

from cq_tui.archive.tables import SAME_FILE
from cq_tui.schema.extension import OwnField
from cq_tui.schema.field import shown
from cq_tui.schema.kind import Exclusion
from cq_tui.schema.schema import Schema
from cq_tui.schema.types import Slug
from cq_tui.values.codes import Code

DEALS = "deals"
SAME_AS, TOLD = "same_as", "told_twice"


class Told(Code):
    """Which of several tellings of one deal a record is."""

    TAKEN = "taken", "多处记载，以此为准", "told several times, this one taken"
    SAME = "same", "重复记载", "told twice"
    EARLIER = "earlier", "已有后续记载", "told again later"


NOT_COUNTED = (Told.SAME, Told.EARLIER)
"""Another telling of the same deal counts in the place of these."""


def with_told_twice(schema: Schema) -> Schema:
    """A schema whose deals say of which other one they are a telling. Raises DeclarationError where a name is taken."""
    same_as = shown(
        "同一项目", "Same deal as", "also_told_as", to=DEALS, back=("另有记载", "Also told as"), kept_in=SAME_FILE
    )
    told = shown("重复记载", "Told twice", "twins", kept_in=SAME_FILE)
    extended = schema.extended(DEALS, OwnField(SAME_AS, Slug, same_as), OwnField(TOLD, Told, told))
    return extended.leaving_out({DEALS: [Exclusion(TOLD, one.value, one.label) for one in NOT_COUNTED]})
