"""What the unit tests share: the shipped archive, a store over it, and copies to spoil."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cq_tui import language, quotas
from cq_tui.archive.read import Archive, read, shipped
from cq_tui.cli import main
from cq_tui.query.parse import parse
from cq_tui.query.terms import Query
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds

Ids = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = language.current()
    language.use("en")
    quotas.use(quotas.USUAL)
    yield
    language.use(before)


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nobody's own configuration and state have a say in the tests."""
    home = tmp_path_factory.getbasetemp() / "nobody"
    monkeypatch.setenv("CQ_TUI_CONFIG", str(home / "config.toml"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home))


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ``fsync`` is for only a power cut would show, and waiting for it is most of the time that writing takes.

    A descriptor that is none is still refused.
    """
    monkeypatch.setattr(os, "fsync", os.fstat)


@pytest.fixture(scope="session")
def archive() -> Archive:
    return read(shipped())


@pytest.fixture(scope="session")
def store(archive: Archive) -> Store:
    return Store(archive)


@pytest.fixture(scope="session")
def selection(store: Store) -> Callable[..., Selection]:
    def selected(text: str = "", kind: str = "deals") -> Selection:
        query = parse(text, kinds()[kind])
        assert query.faults == ()
        return Selection(store, query)

    return selected


@pytest.fixture(scope="session")
def select(selection: Callable[..., Selection]) -> Ids:
    def ids(text: str = "", kind: str = "deals") -> list[str]:
        return [record.id for record in selection(text, kind)]

    return ids


@pytest.fixture(scope="session")
def query() -> Callable[..., Query]:
    def parsed(text: str, kind: str = "deals") -> Query:
        return parse(text, kinds()[kind])

    return parsed


@pytest.fixture
def copy_of_archive(tmp_path: Path) -> Path:
    root = tmp_path / "copy"
    for folder in ("data", "seeds"):
        shutil.copytree(shipped() / folder, root / folder, ignore=shutil.ignore_patterns("originals"))
    return root


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    for variable in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    def ran(*arguments: str | Path) -> Ran:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        found = capsysbinary.readouterr()
        return Ran(code, found.out.decode(), found.err.decode())

    return ran
