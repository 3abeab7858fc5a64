"""One sshd for all tests of a worker, and an empty export folder for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ssh.server import MISSING, PROGRAM, Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is marked ``ssh``, and skipped where there is no sshd."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("ssh")
            if MISSING:
                item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest.fixture(scope="session")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture(scope="session")
def deaf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose programs ignore SIGHUP, as under nohup."""
    with Server(tmp_path_factory.mktemp("deaf"), f"trap '' HUP; {PROGRAM}") as server:
        yield server


@pytest.fixture(scope="session")
def eager(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that soon gives up a silent client."""
    with Server(tmp_path_factory.mktemp("eager"), alive=(1, 3)) as server:
        yield server


@pytest.fixture
def server(sshd: Server) -> Iterator[Server]:
    """The server with nothing in the export folder; afterwards nothing may be anywhere else, and nobody there."""
    for file in sshd.export.iterdir():
        file.unlink()
    yield sshd
    sshd.seconds_until_empty(5)
    assert sshd.strays() == []
