"""What an import leaves beside its mapping so that it can be listed and taken back: ``imports/<id>/import.toml``."""

import csv
import tomllib
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from cq_tui.files.text import FileFault, read_text
from cq_tui.values.clean import clean_line
from cq_tui.values.today import today

NAME = "import.toml"


@dataclass(frozen=True, slots=True)
class ListedImport:
    """An import that stands in an archive: its name there, the file, the day, records, and the fields it declared.

    ``made``: the ids of its records by kind.
    """

    id: str
    file: str
    taken: date
    fields: tuple[str, ...] = ()
    kind: str = ""
    made: dict[str, list[str]] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many records of the list's kind stand in the archive."""
        return len(self.made.get(self.kind, ()))


def manifest(root: Path, id_: str, file: str, kind: str, fields: Collection[str]) -> bytes:
    """The bytes of a manifest of today. Fields that an earlier import of the list declared stay its own."""
    before = _read(root / "imports" / id_ / NAME).get("fields", [])
    own = list(dict.fromkeys([*before, *fields]))
    return tomli_w.dumps({"file": file, "kind": kind, "taken": today(), "fields": own}).encode()


def taken_on(root: Path, id_: str) -> str:
    """The day on which a list was imported last; empty where its manifest does not say."""
    taken = _read(root / "imports" / id_ / NAME).get("taken")
    return taken.isoformat() if isinstance(taken, date) else ""


def imports(root: Path) -> list[ListedImport]:
    """The imports of an archive, the latest first."""
    folders = (path for path in (root / "data").glob("*") if path.is_dir() and (root / "imports" / path.name).is_dir())
    return sorted((_listed(root, path) for path in folders), key=lambda one: (one.taken, one.id), reverse=True)


def _listed(root: Path, folder: Path) -> ListedImport:
    told, seed = _read(root / "imports" / folder.name / NAME), root / "seeds" / f"{folder.name}.toml"
    source: dict[str, Any] = next(iter(_read(seed).get("sources", [])), {})
    taken = told.get("taken")
    if not isinstance(taken, date):  # an import of before there were manifests
        taken = date.fromtimestamp((seed if seed.exists() else folder).stat().st_mtime)
    made = {path.stem: ids_in(path) for path in sorted(folder.glob("*.csv"))}
    others = [name for name in made if name not in ("passages", "organisations")]
    kind = str(told.get("kind") or next(iter(others), "organisations"))
    made["sources"] = [folder.name]
    named = next(iter(source.get("name", {}).values()), folder.name)
    return ListedImport(
        folder.name,
        clean_line(str(told.get("file") or named)),
        taken,
        tuple(map(str, told.get("fields", ()))),
        kind,
        made,
    )


def ids_in(path: Path) -> list[str]:
    """The ids of the records of a table; none where there is no such file."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["id"] for row in csv.DictReader(file) if row.get("id")]


def _read(path: Path) -> dict[str, Any]:
    with suppress(FileFault, tomllib.TOMLDecodeError):
        return tomllib.loads(read_text(path)) if path.exists() else {}
    return {}
