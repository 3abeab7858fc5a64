"""The work of the Import screen, in a thread and one at a time: a newer one breaks off an older one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from textual.screen import Screen

from cq_tui.importing.accept import Progress
from cq_tui.importing.problem import ImportProblem
from cq_tui.screens.base.worker_handoff import hand_over
from cq_tui.store.store import Cancelled, QueryError

Found = TypeVar("Found")


@dataclass
class _Run:
    stopped: bool = False
    told: str = ""


class Work:
    """Runs what is given to it, tells how far it is, and what came of it; of what was broken off nothing is heard."""

    def __init__(self, screen: Screen[Any], tell: Callable[[str], None], fail: Callable[[Exception], None]) -> None:
        """``tell`` is called with the progress in words, ``fail`` with what went wrong; both in the screen's thread."""
        self._screen = screen
        self._show_message = tell
        self._fail = fail
        self._run = _Run()

    def stop(self) -> None:
        """Break off what runs."""
        self._run.stopped = True

    def begin(self, do: Callable[[Progress], Found], arrive: Callable[[Found], None]) -> None:
        """Break off what runs and do something else; ``arrive`` is called with what it gives."""
        self.stop()
        self._run = _Run()
        self._screen.run_worker(partial(self._done, self._run, do, arrive), thread=True, group="import")

    def _done(self, run: _Run, do: Callable[[Progress], Found], arrive: Callable[[Found], None]) -> None:
        try:
            found = do(partial(self._progress, run))
        except Cancelled:
            return
        except (ImportProblem, QueryError) as problem:
            self._report(run, partial(self._fail, problem))
        else:
            self._report(run, partial(arrive, found))

    def _progress(self, run: _Run, what: str, done: int, of: int) -> None:
        if run.stopped:
            raise Cancelled
        words = f"{what} {done} / {of}" if of else f"{what} {done:,}" if done else what
        if words != run.told:
            run.told = words
            self._report(run, partial(self._show_message, words))

    def _report(self, run: _Run, call: Callable[[], None]) -> None:
        """Call something in the screen's thread, unless nobody waits for it any more."""
        if not run.stopped:
            hand_over(self._screen, lambda: None if run.stopped else call())
