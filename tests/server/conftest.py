"""Archives in both engines, one of each for all tests; at the end, how many statements were asked."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from cq_tui import language, quotas
from cq_tui.archive.read import Archive, read, shipped
from cq_tui.store.store import Store
from cq_tui.values.today import VARIABLE

from tests.bench.made_deals import made_archive
from tests.server.both import Both, both_of
from tests.server.chdb_connection import end_session
from tests.unit.made_words import write_words
from tests.unit.made_years import TODAY, made_years, made_years_in_a_table

Compared = Callable[[str], tuple[Store, Both]]
_made: list[Both] = []


@pytest.fixture(autouse=True)
def _world(monkeypatch: pytest.MonkeyPatch) -> None:
    language.use("en")
    quotas.use(quotas.USUAL)
    monkeypatch.setenv(VARIABLE, TODAY)


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    """A store over both engines, by the name of its archive."""

    @cache
    def made(name: str) -> tuple[Store, Both]:
        archive = _archive(name, tmp_path_factory.mktemp(name))
        both = both_of(archive)
        _made.append(both)
        return Store(archive, door=lambda: both), both

    return made


def _archive(name: str, folder: Path) -> Archive:
    match name:
        case "shipped":
            return read(shipped())
        case "years":
            return read(made_years(folder))
        case "years-in-a-table":
            return read(made_years_in_a_table(folder, "csv"))
        case "own-words":
            return read(write_words(folder))
        case "made-deals":
            return made_archive(3000)
    raise ValueError(name)


def pytest_sessionfinish() -> None:
    """Before Python takes the engine down, and before the suite looks for what was left."""
    end_session()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    told = [one for both in _made for one in both.told]
    if told:
        alike = sum(not one.otherwise for one in told)
        terminalreporter.line(f"{alike} of {len(told)} statements answered alike by both engines")
