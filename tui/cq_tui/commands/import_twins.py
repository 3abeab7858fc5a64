"""Rows of an import that look like deals which the archive has already: told once they are in it, never decided."""

from pathlib import Path

from cq_tui.commands.common import say
from cq_tui.importing.commit.manifest import ids_in
from cq_tui.language import _, ngettext
from cq_tui.store.open_archive import open_archive
from cq_tui.store.twins.find import probable_twins
from cq_tui.store.twins.weighing import Likely

_MOST = 200_000
"""Deals of an archive up to which an import looks for them itself; that takes seconds."""


def say_twins(root: Path, id_: str) -> None:
    """Tell how many rows of an import look like other deals of the archive, and where that can be decided."""
    opened = open_archive(root)
    store = opened.store
    if opened.problems:
        return
    new = set(ids_in(root / "data" / id_ / "deals.csv"))
    if not new or store.totals["deals"] == len(new):
        return
    if store.totals["deals"] > _MOST:
        say(_("Whether rows look like deals that are here already tells: cq-tui check --twins."))
        return
    found = [one for one in probable_twins(store) if (one.one in new) != (one.other in new)]
    rows = {id_ for one in found for id_ in one.deals} & new
    sure = {id_ for one in found if one.likely is Likely.SURE for id_ in one.deals} & new
    if rows:
        message = ngettext(
            "{count} row looks like a deal that is here already, {sure} surely. Both count until it is decided: "
            "= in the list of deals shows them side by side, cq-tui check --twins lists them.",
            "{count} rows look like deals that are here already, {sure} surely. Both count until it is decided: "
            "= in the list of deals shows them side by side, cq-tui check --twins lists them.",
            len(rows),
        )
        say(message.format(count=f"{len(rows):,}", sure=f"{len(sure):,}"))
