"""Rows of an import that look like deals which the archive has already: told once they are in it, never decided."""

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from cq_tui.language import ngettext
from cq_tui.store.store import Store
from cq_tui.store.twins.find import probable_twins
from cq_tui.store.twins.weighing import Likely

MOST = 200_000
"""Deals of an archive up to which an import looks for them itself; that takes seconds."""


class Alike(NamedTuple):
    """How many rows of a list look like other deals of the archive, and how many of them surely do."""

    rows: int
    sure: int

    @property
    def words(self) -> str:
        """As one sentence, which says where it is decided; empty where there is none."""
        if not self.rows:
            return ""
        message = ngettext(
            "{count} row looks like a deal that is here already, {sure} surely; both count until = decides it.",
            "{count} rows look like deals that are here already, {sure} surely; both count until = decides it.",
            self.rows,
        )
        return message.format(count=f"{self.rows:,}", sure=f"{self.sure:,}")


def alike(store: Store, new: AbstractSet[str]) -> Alike | None:
    """The deals of these ids that look like others; None where there are too many deals to look at once.

    Raises QueryError.
    """
    if not new or store.totals["deals"] == len(new):
        return Alike(0, 0)
    if store.totals["deals"] > MOST:
        return None
    found = [one for one in probable_twins(store) if (one.one in new) != (one.other in new)]
    rows = {deal for one in found for deal in one.deals} & new
    sure = {deal for one in found if one.likely is Likely.SURE for deal in one.deals} & new
    return Alike(len(rows), len(sure))
