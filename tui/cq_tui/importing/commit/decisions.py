"""The decisions on deals told twice that go with the deals which an import takes out of the archive."""

from collections.abc import Collection, Iterable
from pathlib import Path

from cq_tui.archive.decide import Undecidable, naming, take_out
from cq_tui.archive.read import DEALS
from cq_tui.archive.same.file import has_file
from cq_tui.files.changes import Changes
from cq_tui.files.write import WriteError
from cq_tui.importing.commit.manifest import ids_in
from cq_tui.importing.commit.staging import Staged
from cq_tui.importing.errors import ImportProblem
from cq_tui.language import ngettext


def decisions_on(root: Path, gone: Collection[str]) -> int:
    """How many decisions go with some deals."""
    return naming(root, gone)


def drop_decisions(change: Changes, gone: Collection[str]) -> int:
    """Take the decisions on deals that go out with them; returns how many. Raises ImportProblem."""
    try:
        return take_out(change, gone)
    except (Undecidable, WriteError) as error:
        raise ImportProblem(str(error)) from None


def gone_deals(root: Path, id_: str, made: Iterable[Staged]) -> set[str]:
    """The deals of a list that its later edition has no more; none where the archive keeps no decisions."""
    if not has_file(root):
        return set()
    name = f"data/{id_}/{DEALS}.csv"
    return set(ids_in(root / name)).difference(*(ids_in(one.made) for one in made if one.name == name))


def decisions_words(count: int) -> str:
    """How many decisions go; empty where none does."""
    if not count:
        return ""
    words = ngettext(
        "{count} decision on deals told twice goes with them.",
        "{count} decisions on deals told twice go with them.",
        count,
    )
    return words.format(count=f"{count:,}")
