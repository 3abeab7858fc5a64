"""Says after an import which of its rows look like deals that the archive has already."""

from pathlib import Path

from cq_tui.commands.common import say
from cq_tui.importing.commit.manifest import ids_in
from cq_tui.language import _, sentences
from cq_tui.store.open_archive import open_archive
from cq_tui.store.twins.of_import import alike


def say_twins(root: Path, id_: str) -> None:
    """Tell how many rows of an import look like other deals of the archive, and where that can be decided."""
    opened = open_archive(root)
    if opened.problems:
        return
    found = alike(opened.store, set(ids_in(root / "data" / id_ / "deals.csv")))
    if found is None:
        say(_("Whether rows look like deals that are here already tells: cq-tui check --twins."))
    elif found.rows:
        say(sentences(found.words, _("cq-tui check --twins lists them.")))
