"""Writing a folder of files: the whole folder or nothing, and no folder that holds anything else.

A new folder is filled beside its final name and gets that in one step. One that is there already is changed by a
journal (``changes``), so that its files are the old ones or the new ones.
"""

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cq_tui.files.changes import changing
from cq_tui.files.scratch import scratch
from cq_tui.files.write import FileExists, WriteError, failure, write
from cq_tui.language import _
from cq_tui.values.clean import clean_line

Files = Iterable[tuple[str, Iterable[bytes]]]
"""Names and contents, each taken to its end before the next one is asked for."""


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """Where a folder goes. ``private``: it is for its owner alone. ``called``: what messages call it, not its path."""

    path: Path
    private: bool = False
    called: str | None = None

    @property
    def shown(self) -> str:
        """What messages call the folder; safe to print."""
        return clean_line(self.called or str(self.path))

    def numbered(self, number: int) -> "FolderTarget":
        """The same folder with a number: name-2."""
        path = self.path.with_name(f"{self.path.name}-{number}")
        return replace(self, path=path, called=path.name if self.called else None)


def names_in(target: FolderTarget) -> list[str] | None:
    """The names in the folder; None where there is nothing. Raises WriteError for what is no folder."""
    try:
        mode = target.path.stat(follow_symlinks=False).st_mode
        if not stat.S_ISDIR(mode):
            raise WriteError(_("{path} is there already, and is no folder.").format(path=target.shown))
        return sorted(os.listdir(target.path))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WriteError(failure(target.shown, error)) from None


def make_folder(target: FolderTarget, files: Files) -> None:
    """Make a folder that is not there yet, or is empty. Raises WriteError, and what the contents raise.

    Then, and when interrupted, nothing of it is left.
    """
    try:
        with scratch(target.path.parent) as above:
            made = above / "made"
            made.mkdir(0o700 if target.private else 0o777)
            for name, pieces in files:
                write(made / name, pieces, private=target.private)
            _give_name(made, target)
    except OSError as error:
        raise WriteError(failure(target.shown, error)) from None


def _give_name(made: Path, target: FolderTarget) -> None:
    """One step, which replaces nothing but an empty folder and follows no link."""
    try:
        os.rename(made, target.path)
    except OSError as error:
        if os.path.lexists(target.path):
            raise FileExists(_("{path} is there already.").format(path=target.shown)) from None
        raise error from None
    with suppress(OSError):
        descriptor = os.open(target.path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def change_folder(target: FolderTarget, files: Files, old: Collection[str]) -> None:
    """Put files into a folder that is there, and remove those of the ``old`` names that are not among them.

    Whatever else is in it stays. Raises WriteError, and what the contents raise; then nothing is changed.
    """
    with _held(target) as root:
        try:
            with changing(root) as changes:
                left = set(old)
                for name, pieces in files:
                    changes.write(name, pieces)
                    left.discard(name)
                for name in sorted(left):
                    changes.remove(name)
                changes.commit()
        except WriteError as error:
            raise WriteError(str(error).replace(str(root), target.shown)) from None


@contextmanager
def _held(target: FolderTarget) -> Iterator[Path]:
    """The path of the folder; of a private one a path that no link put in its place meanwhile leads away from."""
    if not target.private:
        yield target.path
        return
    try:
        descriptor = os.open(target.path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        raise WriteError(failure(target.shown, error)) from None
    try:
        yield Path(f"/proc/self/fd/{descriptor}")
    finally:
        os.close(descriptor)
