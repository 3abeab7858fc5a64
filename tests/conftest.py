"""What holds for every test: a closed world, no deadline of Hypothesis, and nothing left behind."""

import contextlib
import gc
import os
import re
from collections.abc import Generator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import world

_HOME = Path(os.environ.get("HOME") or "/")
_WORLD = world.close()

# How fast a machine is says nothing about the program; `--timeout` bounds what hangs.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


class _Outside:
    """Looks, in the process that the workers of xdist belong to, at what the whole suite left."""

    def __init__(self) -> None:
        self._before = world.Outside(_HOME)
        self._left: list[str] = []

    @pytest.hookimpl(trylast=True)  # when the workers have ended
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self._left = self._before.left(_WORLD)
        if self._left and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self._left:
            terminalreporter.section("left outside of the tests' own folders", red=True)
            for path in self._left:
                terminalreporter.line(path)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, dict[str, object] | None, object]:
    """Reports go from the workers as UTF-8; a test of hostile texts that fails shows some that can't be written so.

    Without this the worker ends with it, and the whole run.
    """
    return _writable((yield))


def _writable(part: object) -> object:
    if isinstance(part, str):
        return part.encode("utf-8", "backslashreplace").decode()
    if isinstance(part, dict):
        return {_writable(name): _writable(value) for name, value in part.items()}
    if isinstance(part, list | tuple):
        return type(part)(map(_writable, part))
    return part


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish() -> None:
    """Archives that fixtures still hold put their temporary folders away, in each worker, as when a process ends."""
    from cq_tui.terminal.leaving import put_away  # not before: the tests' world decides what the program takes in

    put_away()


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Each worker imports a share of the test modules first, where all are to be collected.

    pytest rewrites their assertions at the first import and keeps the result: so a new checkout is rewritten once, not
    once by each worker.
    """
    mine: dict[str, str] | None = getattr(session.config, "workerinput", None)
    if mine is None or session.config.args != [str(one) for one in session.config.getini("testpaths")]:
        return
    files = sorted((world.ROOT / "tests").rglob("test_*.py"))
    for file in files[int(mine["workerid"].removeprefix("gw")) :: int(mine["workercount"])]:
        with contextlib.suppress(Exception, pytest.skip.Exception):  # told when it is collected
            import_module(".".join(file.relative_to(world.ROOT).with_suffix("").parts))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Look into no folder of which ``-m`` leaves out every test: together they hold a fifth of all that is collected.

    That its files can be imported is tried in ``test_project.py``.
    """
    left_out = re.search(rf"\bnot {collection_path.name}\b", config.getoption("markexpr"))
    return True if left_out and collection_path.name in world.APART and collection_path.is_dir() else None


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: the garbage collector need not go through it with each test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and os.environ.get("CQ_TUI_GOLDENS") != "write":
        config.pluginmanager.register(_Outside(), "outside")
