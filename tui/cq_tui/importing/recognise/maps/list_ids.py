"""The id of a list in an archive, under which its files stand: a second sheet of a workbook is another list."""

from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from cq_tui.files.text import FileFault
from cq_tui.files.toml import read_toml
from cq_tui.query.name_keys import key, shortened, slug
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line

_LONGEST = 60


def list_id(root: Path, path: Path, kind: Kind, event: str, sheet: str = "") -> str:
    """The id: of the event, the kind and the file's name; and of the sheet's where another one of the file has that.

    A sheet that is called as the kind is, or in signs that no id has, is told apart from another one by a number.
    """
    id_ = _joined(event, kind.name, slug(clean_line(path.stem)))
    if not sheet or _is_of(root, id_, sheet):
        return id_
    own = _joined(id_, slug(sheet) or "sheet")
    numbered = (f"{own}-{number}" for number in count(2))
    return next(one for one in chain((own,), numbered) if one != id_ and _is_of(root, one, sheet))


def _is_of(root: Path, id_: str, sheet: str) -> bool:
    """Whether the mapping that an id stands for is one of this sheet, or there is none.

    One that names no sheet is of the file's records, not of a list within them; one that says nothing but the kind
    waits for an answer to which sheet it is.
    """
    held = root / "imports" / id_ / "MAP.toml"
    return not held.exists() or sheet_of(held) == sheet or _waits(held)


def _waits(mapping: Path) -> bool:
    with suppress(FileFault):
        return read_toml(mapping).tree.keys() <= {"kind", "encoding"}
    return False


def sheet_of(mapping: Path | None) -> str:
    """The sheet that a MAP.toml names; empty where there is none, or no such file."""
    with suppress(FileFault):
        found = read_toml(mapping).tree.get("sheet", "") if mapping else ""
        return found if isinstance(found, str) else ""
    return ""


def is_called(sheet: str, kind: Kind) -> bool:
    """Whether a sheet is called as a kind is: ``Deals``, ``项目``."""
    called = {key(name) for label in (kind.label, kind.one) for name in (label.zh, label.en)} | {key(kind.name)}
    return key(sheet) in called


def _joined(*words: str) -> str:
    parts = [part for word in words for part in word.split("-") if part]
    return shortened("-".join(dict.fromkeys(parts)), _LONGEST)
