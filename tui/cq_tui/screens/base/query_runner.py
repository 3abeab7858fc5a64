"""Background questions of a screen, and the one rule of which results are still shown.

The rule of staleness:

- A runner has one question at a time. A newer question cancels the older one: its statement in the engine is
  interrupted, and nothing of it is shown any more, however far it is (*late*).
- A question may give several results, each in place of the one before; they are shown in the order in which they were
  found (*twice*).
- Nothing is shown on a screen that is closed or closing (*closed*).
- What is shown may be used on: ``Question.keep`` takes a result out of the reach of the next cancellation.

All of it is decided in the thread of the screens, the only one in which a question becomes stale: a thread that looks
whether its question is wanted, and shows its result a moment later, could be overtaken in between.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, ParamSpec, TypeVar

from textual.app import App
from textual.screen import Screen
from textual.worker import get_current_worker

from cq_tui.log import Log, timed
from cq_tui.store.engine.cancellation import Cancelled
from cq_tui.store.engine.errors import QueryError

_log = Log(__name__)

Arguments = ParamSpec("Arguments")
Found = TypeVar("Found")
Owner = Screen[Any] | App[Any]
"""Where results are shown: a screen, or the app for what concerns all of them."""


def _nothing() -> None:
    """Cancel work that can't be interrupted; its result is dropped."""


class Question:
    """One question on its way, handed to the work that answers it in a thread."""

    def __init__(self, owner: Owner, cancel: Callable[[], None] = _nothing) -> None:
        """``cancel`` interrupts the work from the screens' thread; the work then ends with Cancelled."""
        self._owner = owner
        self._app: App[Any] = owner.app  # a screen that is closed has none any more
        self._cancel = cancel
        self.stale = False

    def cancel(self) -> None:
        """Give it up: nothing of it is shown from now on."""
        if not self.stale:
            self.stale = True
            self._cancel()

    def keep(self) -> None:
        """Leave what was found usable when the next question is asked: it is on the screen until that is answered."""
        self._cancel = _nothing

    def show(self, callback: Callable[Arguments, object], *found: Arguments.args, **more: Arguments.kwargs) -> None:
        """Call something in the screens' thread with what was found, unless that is stale. To be called by the work.

        Raises Cancelled where nobody waits for it any more, so that the work ends.
        """
        # A worker that Textual cancelled belongs to a screen, or an app, that goes: its loop may never call back.
        if not self.stale and not get_current_worker().is_cancelled:
            # Waits until the screen has taken it, so that a second result can't overtake the first one.
            self._app.call_from_thread(self._take, partial(callback, *found, **more))
            if not self.stale:
                return
        raise Cancelled

    def _take(self, call: Callable[[], object]) -> None:
        if not _is_open(self._owner):
            self.cancel()
        _log.debug("result is %s", "stale" if self.stale else "shown")
        if not self.stale:
            call()


class QueryRunner:
    """The questions of one concern of a screen, in threads, one at a time."""

    def __init__(self, owner: Owner, group: str) -> None:
        """``group`` names the workers: ``KeyQueue`` waits for those of some groups before it hands on a key."""
        self._owner = owner
        self._group = group
        self._question: Question | None = None

    @property
    def busy(self) -> bool:
        """Whether a question is not answered to its end."""
        return self._question is not None

    def ask(
        self,
        work: Callable[[Question], None],
        fail: Callable[[Exception], object],
        *,
        cancel: Callable[[], None] = _nothing,
        errors: tuple[type[Exception], ...] = (QueryError,),
    ) -> None:
        """Cancel what is asked, and ask something else.

        ``work`` runs in a thread and hands its results to ``Question.show``; ``fail`` gets one of ``errors`` if it
        raises one, in the screens' thread; ``cancel`` interrupts it.
        """
        self.cancel()
        _log.debug("%s: ask", self._group)
        question = self._question = Question(self._owner, cancel)
        # Exclusive: Textual takes a cancelled worker for finished, and KeyQueue does not wait for it.
        self._owner.run_worker(
            partial(self._run, question, work, fail, errors), group=self._group, thread=True, exclusive=True
        )

    def find(
        self,
        find: Callable[[], Found],
        take: Callable[[Found], object],
        fail: Callable[[Exception], object],
        *,
        at_once: bool,
    ) -> None:
        """Hand on what is found, or why it can't be. ``at_once``: here, for what takes no time, or else in a thread."""
        if not at_once:
            self.ask(lambda question: question.show(take, find()), fail)
            return
        self.cancel()
        try:
            found = find()
        except QueryError as error:
            fail(error)
        else:
            take(found)

    def cancel(self) -> None:
        """Give up what is asked."""
        if self._question is not None:
            self._question.cancel()
            self._question = None

    def _run(
        self,
        question: Question,
        work: Callable[[Question], None],
        fail: Callable[[Exception], object],
        errors: tuple[type[Exception], ...],
    ) -> None:
        with suppress(Cancelled):
            try:
                with timed(_log, "%s: answer", self._group):
                    work(question)
            except errors as error:
                _log.info("%s: can't be answered, %s", self._group, error)
                question.show(self._failed, question, fail, error)
        with suppress(Cancelled):
            question.show(self._finished, question)

    def _failed(self, question: Question, fail: Callable[[Exception], object], error: Exception) -> None:
        self._finished(question)  # first: what is told of the failure may offer to ask again
        fail(error)

    def _finished(self, question: Question) -> None:
        if question is self._question:
            self._question = None


_OF_SCREEN = "_query_runners"


def new_runner(self: Screen[Any], group: str) -> QueryRunner:
    """A runner of questions in threads, which are given up when the screen closes; ``group`` names its workers.

    A method of every screen that asks, as ``give_up_runners`` is: screens and dialogs have no base class of ours in
    common.
    """
    runner = QueryRunner(self, group)
    self.__dict__.setdefault(_OF_SCREEN, []).append(runner)
    return runner


def give_up_runners(self: Screen[Any]) -> None:
    """Nobody waits for results any more."""
    for runner in self.__dict__.get(_OF_SCREEN, ()):
        runner.cancel()


def _is_open(owner: Owner) -> bool:
    """Whether results can be shown. A screen that closes loses its widgets before its workers are told."""
    if isinstance(owner, App):
        return owner.is_running
    return owner.is_attached and owner in owner.app.screen_stack
