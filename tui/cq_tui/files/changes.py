"""Several files of a folder changed together: all of it or nothing, even if the process is killed in the middle.

What is new is written beside the folder's files first. Then a journal that names all moves is put in place by one
rename: until that moment nothing has changed, from it on everything will. The moves follow. A process that is killed
before leaves files that nobody reads; one that is killed after leaves the journal, and whoever opens the folder next
(``finish``) makes the rest of the moves. A move that fails is undone with all before it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from cq_tui.files.journal import Journal, Move
from cq_tui.files.locks import BusyError, locked
from cq_tui.files.write import WriteError, failure
from cq_tui.language import _
from cq_tui.values.clean import clean_line

_LOCK = "lock"
_PATIENCE = 10.0
"""Seconds that a reader waits for another process to make its moves, which takes that one a moment."""
_ATTEMPTS = 20


@dataclass
class Changes:
    """What is to be changed in a folder whose lock this process holds. Paths are relative to the folder."""

    root: Path
    _moves: list[Move] = field(default_factory=list)

    def write(self, target: str, pieces: Iterable[bytes]) -> None:
        """Give a file new content when all is committed. Raises WriteError, and what ``pieces`` raises."""
        number = len(self._moves)
        with self._worded(target):
            there = _mode(self.root / target)
            Journal(self.root).stage(number, pieces, there)
        self._moves.append(Move(target, number, fresh=True, stood=there is not None))

    def remove(self, target: str) -> None:
        """Remove a file, if it is there, when all is committed. Raises WriteError."""
        with self._worded(target):
            if _mode(self.root / target) is not None:
                self._moves.append(Move(target, len(self._moves), fresh=False, stood=True))

    def commit(self) -> None:
        """Make all changes at once. Raises WriteError; then, and when interrupted, nothing is changed."""
        moves, self._moves = self._moves, []
        if moves:
            with self._worded(""):
                Journal(self.root).commit(moves)

    @contextmanager
    def _worded(self, target: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise WriteError(failure(str(self.root / target), error)) from None


@contextmanager
def changing(root: Path, patience: float = 0, waiting: Callable[[], None] | None = None) -> Iterator[Changes]:
    """Hold a folder for changes; nobody else can change it meanwhile. What was not committed is dropped in the end.

    Waits ``patience`` seconds for another process; ``waiting`` is called once when that begins.
    Raises WriteError where the folder is held by another process, or can't be changed.
    """
    journal = Journal(root)
    with ExitStack() as held:
        held.callback(_leave, journal.workshop)
        try:
            _enter(held, journal.workshop, patience, waiting)
            journal.finish()
        except BusyError as busy:
            raise WriteError(_held_by(journal, str(busy))) from None
        except OSError as error:
            raise WriteError(failure(str(root), error)) from None
        journal.sweep()
        held.callback(journal.sweep)
        yield Changes(root)


def finish(root: Path) -> None:
    """Finish what a process that was killed had committed, and sweep what it had not.

    To be called before a folder is read. Raises WriteError where that can't be done, and reading would give a mixture.
    """
    journal = Journal(root)
    if not journal.workshop.is_dir():
        return
    try:
        with ExitStack() as held:
            _enter(held, journal.workshop, _PATIENCE if journal.exists else 0, None)
            journal.finish()
            journal.sweep()
    except (OSError, BusyError) as error:
        if journal.exists:
            why = str(error) if isinstance(error, BusyError) else error.strerror or type(error).__name__
            message = _(
                "{path}: a change was broken off and can't be finished ({why}); open it where it can be written."
            )
            raise WriteError(message.format(path=clean_line(str(root)), why=clean_line(why))) from None
    _leave(journal.workshop)


def _enter(held: ExitStack, workshop: Path, patience: float, waiting: Callable[[], None] | None) -> None:
    """Take the lock in the workshop, which its last owner may remove at any moment."""
    more = (waiting,) if waiting else ()
    for _attempt in range(_ATTEMPTS):
        with suppress(FileExistsError):
            workshop.mkdir()
        with suppress(FileNotFoundError):
            held.enter_context(locked(workshop / _LOCK, patience, *more))
            return
    raise BusyError


def _leave(workshop: Path) -> None:
    with suppress(OSError):  # there is a journal in it, or somebody else is in it by now
        workshop.rmdir()


def _held_by(journal: Journal, owner: str) -> str:
    """``owner`` is a host and the number of a process; empty where it is not known."""
    message = _(
        "{path}: another cq-tui is at work there ({owner}); try again when it is done. If none is, remove {folder}."
    )
    folder = clean_line(str(journal.workshop))
    return message.format(path=clean_line(str(journal.root)), owner=owner or "?", folder=folder)


def _mode(path: Path) -> int | None:
    """The mode of a file; None where there is none."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return None
