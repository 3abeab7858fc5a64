"""The journal of a change to several files: which moves belong to it, made again or taken back from wherever they were.

All paths are below one folder, the root. The workshop is a folder inside of it: ``new/<number>`` holds the new content
of a file, ``old/<number>`` what stood in its place, ``journal`` all moves.
"""

import errno
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cq_tui.files.regular import read_regular
from cq_tui.files.write import write
from cq_tui.language import _

WORKSHOP = ".cq-tui-changes"
_JOURNAL, _BEGUN, _NEW, _OLD = "journal", "journal.begun", "new", "old"
_LARGEST = 1024 * 1024
_PIECE = 1024 * 1024


class Move(NamedTuple):
    """One file of the change: ``new/<number>`` becomes ``target``, what stood there goes to ``old/<number>``.

    ``fresh``: there is new content; else the file is removed. ``stood``: there was such a file before.
    """

    target: str
    number: int
    fresh: bool
    stood: bool


@dataclass(frozen=True, slots=True)
class Journal:
    """The moves below a root. Whoever calls holds the root's lock."""

    root: Path

    @property
    def workshop(self) -> Path:
        """Where all but the files themselves is kept."""
        return self.root / WORKSHOP

    @property
    def exists(self) -> bool:
        """Whether a change is committed and its moves may not all be made."""
        return (self.workshop / _JOURNAL).exists()

    def stage(self, number: int, pieces: Iterable[bytes], mode: int | None) -> None:
        """Write new content; ``mode``: that of the file that it will replace. Raises OSError, and what pieces raise."""
        (self.workshop / _NEW).mkdir(parents=True, exist_ok=True)
        _write(self.workshop / _NEW / str(number), pieces, mode)

    def commit(self, moves: list[Move]) -> None:
        """Make all moves or none. Raises OSError; then, and when interrupted, everything is as it was."""
        folders = self._missing_folders(moves)
        try:
            self._begin(moves)
            self._make_all(moves)
        except BaseException:
            self._undo_all(moves, folders)
            raise
        self._forget()

    def finish(self) -> None:
        """Make the moves of a journal that was left, from wherever they were broken off. Raises OSError."""
        try:
            text = read_regular(self.workshop / _JOURNAL, _LARGEST)
        except FileNotFoundError:
            return
        self._make_all(_moves(text))
        self._forget()

    def sweep(self) -> None:
        """Remove what is not needed, which is all where there is no journal."""
        if not self.exists:
            for name in (_NEW, _OLD):
                import shutil  # for what a process that was killed left

                shutil.rmtree(self.workshop / name, ignore_errors=True)
            with suppress(OSError):
                os.unlink(self.workshop / _BEGUN)

    def _begin(self, moves: list[Move]) -> None:
        """Put the journal into its place by one rename: the moment at which the change is decided."""
        (self.workshop / _OLD).mkdir(parents=True, exist_ok=True)
        _write(self.workshop / _BEGUN, [json.dumps([move._asdict() for move in moves]).encode()], None)
        os.rename(self.workshop / _BEGUN, self.workshop / _JOURNAL)
        _synchronise(self.workshop)

    def _make_all(self, moves: list[Move]) -> None:
        for move in moves:
            self._make(move)
        for folder in {(self.root / move.target).parent for move in moves}:
            _synchronise(folder)

    def _make(self, move: Move) -> None:
        """Put the old file aside and the new one into its place, as far as that is not done yet."""
        target, new, old = self._paths(move)
        if move.fresh and not new.exists():
            return
        if move.stood and not old.exists() and _is_there(target):
            _rename(target, old)
        if move.fresh:
            target.parent.mkdir(parents=True, exist_ok=True)
            _rename(new, target)

    def _undo_all(self, moves: list[Move], folders: list[str]) -> None:
        """Take all moves back. If one can't be, the journal stays, and the next opening makes all of them instead."""
        with suppress(OSError):
            for move in reversed(moves):
                self._undo(move)
            for folder in reversed(folders):
                with suppress(OSError):
                    (self.root / folder).rmdir()
            self._forget()

    def _undo(self, move: Move) -> None:
        target, new, old = self._paths(move)
        if move.fresh and not new.exists():
            _rename(target, new)
        if old.exists():
            _rename(old, target)

    def _forget(self) -> None:
        """From here on the change is history, made or undone."""
        with suppress(FileNotFoundError):
            os.unlink(self.workshop / _JOURNAL)
        _synchronise(self.workshop)

    def _paths(self, move: Move) -> tuple[Path, Path, Path]:
        """The target, its new content, its old one."""
        number = str(move.number)
        return self.root / move.target, self.workshop / _NEW / number, self.workshop / _OLD / number

    def _missing_folders(self, moves: Iterable[Move]) -> list[str]:
        """The folders that the moves make, outer ones first."""
        every = {str(folder) for move in moves for folder in Path(move.target).parents}
        return sorted((folder for folder in every if not (self.root / folder).exists()), key=len)


def _moves(text: bytes) -> list[Move]:
    """The moves of a journal. Raises OSError for one that this program did not write: it could lead anywhere."""
    try:
        moves = [Move(**one) for one in json.loads(text)]
        wrong = any(Path(move.target).is_absolute() or ".." in Path(move.target).parts for move in moves)
    except (ValueError, TypeError):
        wrong = True
    if wrong:
        raise OSError(errno.EINVAL, _("its journal can't be read"))
    return moves


def _write(path: Path, pieces: Iterable[bytes], mode: int | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    try:
        for piece in pieces:
            left = memoryview(piece)
            while left:
                left = left[os.write(descriptor, left) :]
        if mode is not None:
            with suppress(OSError):  # FAT has no modes
                os.fchmod(descriptor, mode)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _rename(source: Path, target: Path) -> None:
    """Move a file, also onto another file system, where a folder of the archive may be mounted."""
    try:
        os.rename(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write(target, _pieces(source), replace=True)
        os.unlink(source)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _synchronise(folder: Path) -> None:
    """Best effort: a crash of the whole system alone needs it, and not every file system or folder takes it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
