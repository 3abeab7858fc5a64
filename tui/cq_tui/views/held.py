"""What a view held when it was last looked at: kept for each user in the state folder, never in the archive."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from cq_tui.files.text import FileFault, read_bytes
from cq_tui.files.write import WriteError, write
from cq_tui.language import _
from cq_tui.store.selection.digests import Digested
from cq_tui.store.selection.selection import Selection
from cq_tui.values.clean import clean_line
from cq_tui.views.saved import Saved

MOST = 20_000
"""Records that are remembered one by one; of more only the number is."""
_MOST_FILES = 200
"""Views whose contents are kept; those not looked at for longest go first."""
_SHORT = 16
"""Digits of a digest that are kept: that two of a view's records share them by chance is out of the question."""


class News(NamedTuple):
    """What came into a view, went or changed since it was last looked at.

    ``since``: None where it is looked at for the first time. ``gone``: what each was called, by its id. ``single``:
    whether records are remembered one by one. ``not_kept``: why what it holds now can't be remembered.
    """

    since: datetime | None
    before: int
    now: int
    new: Sequence[str] = ()
    changed: Sequence[str] = ()
    gone: Mapping[str, str] = {}
    single: bool = True
    not_kept: str = ""

    @property
    def signs(self) -> dict[str, str]:
        """The sign of each record that is marked, by its id."""
        return {**dict.fromkeys(self.new, "new"), **dict.fromkeys(self.changed, "changed")}


class Held(NamedTuple):
    """What was kept: when, of which list, how many records, and each with its digest and what it was called."""

    seen: datetime
    list: tuple[str, str]
    number: int
    records: Mapping[str, Digested] | None


def file_of(folder: Path, saved: Saved, roots: Sequence[Path]) -> Path:
    """The file of a view: one for each archive that it is opened in."""
    parts = "\0".join([saved.place.value, saved.view.name, *sorted(str(root.absolute()) for root in roots)])
    return folder / f"{hashlib.sha256(parts.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.json"


def look(folder: Path, saved: Saved, selection: Selection) -> News:
    """Tell what is new in a view, and remember what it holds now. Raises QueryError and Cancelled."""
    path = file_of(folder, saved, selection.store.archive.roots)
    asked = saved.view.kind, saved.view.filter
    before = _read(path)
    if before is not None and before.list != asked:  # another list was kept under that name since
        before = None
    count = selection.count
    records = selection.digests() if count <= MOST else None
    found = _compared(before, count, records)
    held = Held(datetime.now(UTC), asked, count, records)
    return found._replace(not_kept=_keep(folder, path, held))


def move(folder: Path, saved: Saved, other: Saved | None, roots: Sequence[Path]) -> None:
    """Let a view that is called otherwise, or is no longer there (None), keep what it held, or nothing."""
    with suppress(OSError):
        path = file_of(folder, saved, roots)
        if other is None:
            path.unlink()
        else:
            path.replace(file_of(folder, other, roots))


def _compared(before: Held | None, count: int, now: Mapping[str, Digested] | None) -> News:
    if before is None:
        return News(None, 0, count, single=now is not None)
    if before.records is None or now is None:
        return News(before.seen, before.number, count, single=False)
    then = before.records
    return News(
        before.seen,
        before.number,
        count,
        [one for one in now if one not in then],
        [one for one in now if one in then and now[one].digest[:_SHORT] != then[one].digest],
        {one: then[one].called for one in then if one not in now},
    )


def _read(path: Path) -> Held | None:
    """What was kept; None where there is nothing, or nothing that can be read."""
    try:
        tree = json.loads(read_bytes(path))
        return _held(tree)
    except (FileFault, ValueError, TypeError, KeyError, RecursionError, OverflowError, AttributeError):
        return None


def _held(tree: Any) -> Held:
    records = tree["records"]
    return Held(
        datetime.fromisoformat(tree["seen"]).astimezone(UTC),
        (str(tree["kind"]), str(tree["filter"])),
        int(tree["count"]),
        None
        if records is None
        else {clean_line(id_): Digested(str(sum_), clean_line(str(called))) for id_, (sum_, called) in records.items()},
    )


def _keep(folder: Path, path: Path, held: Held) -> str:
    """Remember; why that can't be, or nothing."""
    tree = {
        "seen": held.seen.isoformat(timespec="seconds"),
        "kind": held.list[0],
        "filter": held.list[1],
        "count": held.number,
        "records": None if held.records is None else {id_: _short(one) for id_, one in held.records.items()},
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write(path, [json.dumps(tree, ensure_ascii=False).encode()], replace=True, private=True)
        _sweep(folder)
    except (OSError, WriteError) as error:
        why = (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)
        return _("What it holds can't be remembered: {why}").format(why=clean_line(why))
    return ""


def _short(one: Digested) -> list[str]:
    return [one.digest[:_SHORT], one.called]


def _sweep(folder: Path) -> None:
    """Forget the views that were not looked at for longest, where there are too many."""
    files = [one for one in folder.iterdir() if one.suffix == ".json"]
    if len(files) > _MOST_FILES:
        files.sort(key=lambda one: os.stat(one).st_mtime_ns)
        for one in files[:-_MOST_FILES]:
            one.unlink()
