"""The id of a list in an archive, under which its files stand: a second sheet of a workbook is another list."""

from contextlib import suppress
from pathlib import Path

from cq_tui.files.text import FileFault
from cq_tui.files.toml import read_toml
from cq_tui.query.name_keys import shortened, slug
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line

_LONGEST = 60


def list_id(root: Path, path: Path, kind: Kind, event: str, sheet: str = "") -> str:
    """The id: of the event, the kind and the file's name; and of the sheet's where another one of the file has that."""
    id_ = _joined(event, kind.name, slug(clean_line(path.stem)))
    first = sheet_of(root / "imports" / id_ / "MAP.toml") if sheet else ""
    return id_ if first in ("", sheet) else _joined(id_, slug(sheet) or "sheet")


def sheet_of(mapping: Path | None) -> str:
    """The sheet that a MAP.toml names; empty where there is none, or no such file."""
    with suppress(FileFault):
        found = read_toml(mapping).tree.get("sheet", "") if mapping else ""
        return found if isinstance(found, str) else ""
    return ""


def _joined(*words: str) -> str:
    parts = [part for word in words for part in word.split("-") if part]
    return shortened("-".join(dict.fromkeys(parts)), _LONGEST)
