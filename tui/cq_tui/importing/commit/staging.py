"""Stages an import's files outside the archive, then commits them: all of them or none."""

import filecmp
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from cq_tui.files.changes import Changes, changing
from cq_tui.files.write import WriteError, failure
from cq_tui.importing.commit.output_files import Pieces
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.progress import Progress
from cq_tui.language import _

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Staged:
    """A staged file: its path in the archive, and where its bytes are now."""

    name: str
    made: Path


def stage(pieces: Mapping[str, Pieces], folder: Path, progress: Progress) -> list[Staged]:
    """Write every file into a folder outside the archive. This is the long part, and it may be cancelled.

    Raises ImportProblem, and what ``progress`` raises.
    """
    staged = []
    for number, (name, make) in enumerate(pieces.items()):
        made = folder / f"staged-{number}"
        try:
            with made.open("wb") as file:
                for piece in make():
                    progress(_("writing"), number + 1, len(pieces))
                    file.write(piece)
        except OSError as error:
            raise ImportProblem(failure(str(folder), error)) from None
        staged.append(Staged(name, made))
    return staged


def differing(root: Path, staged: Iterable[Staged]) -> list[Staged]:
    """The staged files that differ from those in the archive."""
    return [one for one in staged if not _is_same(root / one.name, one.made)]


def commit_files(change: Changes, staged: Iterable[Staged], stale: Iterable[str], more: Mapping[str, bytes]) -> None:
    """Write the files and ``more``, and remove the ``stale`` ones of an earlier import that this one does not write.

    Raises ImportProblem; then, and when interrupted or killed, the archive is as it was.
    """
    try:
        for name in stale:
            change.remove(name)
        for one in staged:
            change.write(one.name, _pieces(one.made))
        for name, text in more.items():
            change.write(name, [text])
        change.commit()
    except WriteError as error:
        raise ImportProblem(str(error)) from None


@contextmanager
def holding(root: Path, held: Changes | None = None) -> Iterator[Changes]:
    """An archive held for changes; ``held`` where it is already. Raises ImportProblem if another import holds it."""
    if held is not None:
        yield held
        return
    with ExitStack() as entered:
        try:
            change = entered.enter_context(changing(root))
        except WriteError as error:
            raise ImportProblem(str(error)) from None
        yield change


def _is_same(target: Path, made: Path) -> bool:
    return target.is_file() and filecmp.cmp(target, made, shallow=False)


def _pieces(path: Path) -> Iterable[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
