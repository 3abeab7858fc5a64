"""What a later edition of a list would change in an archive, before it replaces what the earlier one wrote.

The files of the list alone are set against those that would be in their place: an archive of them, then and now.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from cq_tui.archive.declare import SCHEMA_PATH
from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import read
from cq_tui.diff.difference import KindDifference, Pair
from cq_tui.files.scratch import scratch
from cq_tui.files.write import failure
from cq_tui.importing.commit.decisions import decisions_on, gone_deals
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.importer import Converted
from cq_tui.importing.writing import Staging
from cq_tui.store.store import Store

_OF_PLACE = ("cites",)
"""Where in the list a record stands: a row that is put between changes nothing that the others say."""


class LaterEdition:
    """The records of a list, then and now."""

    def __init__(self, stores: Pair, converted: Converted, decisions: int) -> None:
        """Compare the kinds that an import of the list writes; ``stores`` hold nothing but these records.

        ``decisions``: how many decisions on deals told twice would go with those that are gone.
        """
        self.decisions = decisions
        whole, kind = converted.prepared.store, converted.prepared.kind.name
        new = {one.id: str(one.called) for one in converted.known.new.values()}
        self.differences = [KindDifference(name, stores, _OF_PLACE) for name in dict.fromkeys((kind, "organisations"))]
        self.names = Pair(_names(stores.old, whole, {}), _names(stores.new, whole, new))
        """What each edition calls the records that it refers to."""

    @property
    def differing(self) -> list[KindDifference]:
        """The kinds in which anything changes."""
        return [one for one in self.differences if not one.is_empty]


@contextmanager
def later_edition(converted: Converted, staged: Staging) -> Iterator[LaterEdition]:
    """The two editions of a list, held as long as they are looked at. Raises ImportProblem and QueryError."""
    root = converted.prepared.store.archive.root
    own = f"data/{converted.prepared.listed.id}/"
    made: Mapping[str, Path] = {one.name: one.made for one in staged.every}
    there = {f"{own}{path.name}": path for path in (root / own).glob("*") if path.is_file()}
    declared = {SCHEMA_PATH: root / SCHEMA_PATH} if (root / SCHEMA_PATH).is_file() else {}
    now = {name: path for name, path in made.items() if name.startswith(own) or name == SCHEMA_PATH}
    try:
        with scratch() as folder:
            editions = Pair(_edition(folder / "old", declared | there), _edition(folder / "new", declared | now))
            gone = gone_deals(root, converted.prepared.listed.id, staged.every)
            yield LaterEdition(editions, converted, decisions_on(root, gone))
    except OSError as error:
        raise ImportProblem(failure(str(error.filename or root), error)) from None
    except ArchiveError as error:
        raise ImportProblem(str(error)) from None


def _edition(folder: Path, files: Mapping[str, Path]) -> Store:
    (folder / "data").mkdir(parents=True)
    for name, path in files.items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        try:
            os.symlink(path.absolute(), target)
        except OSError:  # on a file system without links
            shutil.copyfile(path, target)
    return Store(read(folder))


def _names(store: Store, whole: Store, new: Mapping[str, str]) -> Callable[[str, str], str]:
    """What is called how: in the list's own records, in the archive, among the organisations that it makes."""

    def name(kind: str, id_: str) -> str:
        if kind in store.schema and (record := store.get(kind, id_)) is not None:
            return record.called
        return (new.get(id_) if kind == "organisations" else None) or whole.name(kind, id_)

    return name
