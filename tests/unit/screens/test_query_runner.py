"""The one rule of staleness: which results of background questions are shown."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from cq_tui.screens.base.query_runner import QueryRunner, Question
from cq_tui.store.engine.cancellation import Cancelled
from cq_tui.store.engine.errors import QueryError
from textual.app import App
from textual.screen import Screen

Scene = Callable[[App[None], Screen[None]], Awaitable[None]]


class Work:
    """Work that finds one thing after the other, each when it is let go."""

    def __init__(self, *results: Any, failure: Exception | None = None) -> None:
        self.results = results
        self.failure = failure
        self.go_on = threading.Semaphore(0)
        self.begun = threading.Event()
        self.ended = threading.Event()
        self.cancelled = 0
        self.show: Callable[[Any], object] = print

    def __call__(self, question: Question) -> None:
        self.begun.set()
        try:
            for result in self.results:
                self.go_on.acquire(timeout=10)
                question.show(self.show, result)
            if self.failure:
                self.go_on.acquire(timeout=10)
                raise self.failure
        finally:
            self.ended.set()

    def cancel(self) -> None:
        self.cancelled += 1

    async def until(self, event: threading.Event) -> None:
        async with asyncio.timeout(10):
            while not event.is_set():
                await asyncio.sleep(0.001)


def _play(scene: Scene) -> None:
    async def play() -> None:
        app: App[None] = App()
        async with app.run_test() as pilot:
            screen: Screen[None] = Screen()
            await app.push_screen(screen)
            await scene(app, screen)
            await pilot.pause(0)

    asyncio.run(play())


async def _idle(runner: QueryRunner) -> None:
    async with asyncio.timeout(10):
        while runner.busy:
            await asyncio.sleep(0.001)


def _ask(runner: QueryRunner, work: Work, shown: list[Any]) -> None:
    work.show = shown.append
    runner.ask(work, lambda error: shown.append(str(error)), cancel=work.cancel)


def test_results_are_shown_in_their_order() -> None:
    async def scene(_app: App[None], screen: Screen[None]) -> None:
        shown: list[Any] = []
        runner, work = QueryRunner(screen, "test"), Work("rows", "sums")
        _ask(runner, work, shown)
        assert runner.busy
        work.go_on.release(2)
        await _idle(runner)
        assert shown == ["rows", "sums"]
        assert work.cancelled == 0

    _play(scene)


def test_a_newer_question_cancels_the_older_one_and_nothing_of_it_is_shown_late() -> None:
    async def scene(_app: App[None], screen: Screen[None]) -> None:
        shown: list[Any] = []
        runner, older, newer = QueryRunner(screen, "test"), Work("old rows", "old sums"), Work("new")
        _ask(runner, older, shown)
        older.go_on.release()
        while not shown:
            await asyncio.sleep(0.001)
        _ask(runner, newer, shown)
        assert older.cancelled == 1
        older.go_on.release()
        await older.until(older.ended)
        newer.go_on.release()
        await _idle(runner)
        assert shown == ["old rows", "new"]

    _play(scene)


def test_what_is_kept_is_not_cancelled_but_nothing_more_of_it_is_shown() -> None:
    async def scene(_app: App[None], screen: Screen[None]) -> None:
        shown: list[Any] = []
        runner, newer = QueryRunner(screen, "test"), Work("new")
        go_on, ended, cancelled = threading.Event(), threading.Event(), threading.Event()

        def take(question: Question) -> None:
            shown.append("rows")
            question.keep()

        def older(question: Question) -> None:
            try:
                question.show(take, question)
                go_on.wait(10)
                question.show(shown.append, "late")
            finally:
                ended.set()

        runner.ask(older, shown.append, cancel=cancelled.set)
        while not shown:
            await asyncio.sleep(0.001)
        _ask(runner, newer, shown)
        go_on.set()
        await newer.until(ended)
        newer.go_on.release()
        await _idle(runner)
        assert shown == ["rows", "new"]
        assert not cancelled.is_set()

    _play(scene)


def test_nothing_is_shown_on_a_screen_that_was_closed_and_its_work_ends() -> None:
    async def scene(app: App[None], screen: Screen[None]) -> None:
        shown: list[Any] = []
        runner, work = QueryRunner(screen, "test"), Work("late", "later")
        _ask(runner, work, shown)
        await work.until(work.begun)
        await app.pop_screen()
        work.go_on.release()
        await work.until(work.ended)
        assert shown == []

    _play(scene)


def test_a_screen_below_another_one_is_not_closed() -> None:
    async def scene(app: App[None], screen: Screen[None]) -> None:
        shown: list[Any] = []
        runner, work = QueryRunner(screen, "test"), Work("found")
        _ask(runner, work, shown)
        await app.push_screen(Screen())
        work.go_on.release()
        await _idle(runner)
        assert shown == ["found"]

    _play(scene)


@pytest.mark.parametrize(
    ("failure", "expected"), [(QueryError("too long"), ["too long"]), (Cancelled(), [])], ids=["error", "interrupted"]
)
def test_what_goes_wrong_is_shown_once_and_another_question_can_be_asked(
    failure: Exception, expected: list[str]
) -> None:
    async def scene(_app: App[None], screen: Screen[None]) -> None:
        shown: list[Any] = []
        runner = QueryRunner(screen, "test")
        busy: list[bool] = []
        work = Work(failure=failure)
        runner.ask(work, lambda error: (busy.append(runner.busy), shown.append(str(error))), cancel=work.cancel)
        work.go_on.release()
        await _idle(runner)
        assert shown == expected
        assert busy == [False] * len(expected), "a failure may offer to ask again"

    _play(scene)


def test_what_is_given_up_twice_is_interrupted_once() -> None:
    async def scene(_app: App[None], screen: Screen[None]) -> None:
        runner, work = QueryRunner(screen, "test"), Work("found")
        shown: list[Any] = []
        _ask(runner, work, shown)
        runner.cancel()
        runner.cancel()
        work.go_on.release()
        await work.until(work.ended) if work.begun.is_set() else None
        assert (work.cancelled, shown, runner.busy) == (1, [], False)

    _play(scene)
