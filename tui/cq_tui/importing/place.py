"""Putting an import's files into the archive: all of them or none, nothing replaced unasked, nothing left when cut."""

import contextlib
import filecmp
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cq_tui.files.write import WriteError, failure, write
from cq_tui.importing.accept import Progress
from cq_tui.importing.files import Pieces
from cq_tui.importing.problem import ImportProblem
from cq_tui.language import _

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Staged:
    """A file made and not yet in its place: its path in the archive, and where its bytes are."""

    name: str
    made: Path


def stage(pieces: Mapping[str, Pieces], folder: Path, progress: Progress) -> list[Staged]:
    """Make every file in a folder outside the archive; this is the long part, and it may be interrupted."""
    staged = []
    for number, (name, make) in enumerate(pieces.items()):
        made = folder / f"staged-{number}"
        with made.open("wb") as file:
            for piece in make():
                progress(_("writing"), number + 1, len(pieces))
                file.write(piece)
        staged.append(Staged(name, made))
    return staged


def changes(root: Path, staged: Iterable[Staged]) -> list[Staged]:
    """The files that are not in the archive yet, byte for byte."""
    return [one for one in staged if not _is_same(root / one.name, one.made)]


def place(root: Path, staged: Iterable[Staged], stale: Iterable[str], backup: Path) -> None:
    """Write the files, and take away those that an earlier import left and this one does not make.

    Raises ImportProblem; then, and when interrupted, the archive is as it was.
    """
    undo: list[tuple[Path, Path | None]] = []
    folders: list[Path] = []
    try:
        for number, name in enumerate(stale):
            undo.append((root / name, _kept(root / name, backup / f"stale-{number}")))
            (root / name).unlink(missing_ok=True)
        for number, one in enumerate(staged):
            target = root / one.name
            folders += _make_folders(target.parent)
            kept = _kept(target, backup / f"kept-{number}")
            undo.append((target, kept))
            write(target, _pieces(one.made), replace=kept is not None)
    except BaseException as error:
        _undo(undo, folders)
        if isinstance(error, WriteError):
            raise ImportProblem(str(error)) from None
        if isinstance(error, OSError):
            raise ImportProblem(failure(str(error.filename or root), error)) from None
        raise


def _undo(undo: list[tuple[Path, Path | None]], folders: list[Path]) -> None:
    with contextlib.suppress(OSError):
        for target, kept in reversed(undo):
            if kept is None:
                target.unlink(missing_ok=True)
            else:
                write(target, _pieces(kept), replace=True)
        for folder in reversed(folders):
            folder.rmdir()


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and what is missing above it; returns those that were made."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return list(reversed(missing))


def _kept(target: Path, copy: Path) -> Path | None:
    return Path(shutil.copyfile(target, copy)) if target.exists() else None


def _is_same(target: Path, made: Path) -> bool:
    return target.is_file() and filecmp.cmp(target, made, shallow=False)


def _pieces(path: Path) -> Iterable[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
