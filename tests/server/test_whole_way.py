"""The whole way, at a terminal: one command loads an archive into a server, one browses it there.

The program is the real one, on a pseudo-terminal; the server is ClickHouse in this process behind HTTP.
"""

from pathlib import Path
from threading import Event

import pytest

from tests.bench.made_files import made_archive
from tests.server.made_server import Answer, Asked, MadeServer
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition
from tests.server.test_over_http import _url, served  # noqa: F401  a fixture
from tests.terminal import driver
from tests.terminal.driver import Terminal
from tests.terminal.process import PROGRAM, Process, clean_environment
from tests.unit.conftest import Run, run  # noqa: F401  a fixture

MANY = 1_000_000
_ALL, _LAST = f"{MANY:,}", f"Made deal {MANY - 1}"
_MINUTES = 30


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(driver, "PATIENCE", 120.0)
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def _load(home: Path, *words: str) -> str:
    """``cq-tui publish --to ...``: what it says once it has ended well."""
    with Process([*PROGRAM, "--lang", "en", "publish", "--to", *words], home, clean_environment(home)) as command:
        code = command.exit_code(60 * _MINUTES)
        said = command.raw.decode()
    assert code == 0, said
    return said


def test_the_shipped_event(home: Path, served: MadeServer) -> None:  # noqa: F811
    url = _url(served)
    said = _load(home, url)
    assert "Deals: 4 / 4" in said  # while it goes on
    assert f"117 records loaded into {url}." in said
    with Terminal(["--lang", "en", url], home=home, size=(120, 40)) as terminal:
        terminal.wait_for("Visit to Chongqing", "97.55 bn")
        terminal.press("2").wait_for("[2 ", "4 of 4")
        terminal.press("/").press("xnl").wait_for("1 of 4", "Southwest Aluminium")
        terminal.press("enter").settle().press("enter").wait_for("Southwest Aluminium", "Parties")
        terminal.press("esc").settle().press("q")
        assert terminal.wait_exit() == 0


def test_ctrl_c_while_it_is_loaded(run: Run, home: Path, served: MadeServer) -> None:  # noqa: F811
    """The earlier archive stays, and the same command loads it again."""
    url = _url(served)
    _load(home, url)
    begun, ended = Event(), Event()

    def held(asked: Asked) -> Answer | None:
        if asked.sql.startswith("INSERT"):
            begun.set()
            ended.wait(60)
        return None

    served.instead = held
    words = [*PROGRAM, "--lang", "en", "publish", "--to", url, "--force", "--filter", "xnl"]
    with Process(words, home, clean_environment(home)) as command:
        assert begun.wait(60)
        command.write(b"\x03")
        assert command.exit_code(60) == 130
    ended.set()
    served.instead = lambda _asked: None
    assert run("list", "deals", "--archive", url).out == run("list", "deals").out
    _load(home, url, "--force", "--filter", "xnl")
    assert run("list", "deals", "--archive", url).out == run("list", "deals", "--filter", "xnl").out


@pytest.mark.large
def test_a_million_made_deals(run: Run, home: Path, served: MadeServer, tmp_path: Path) -> None:  # noqa: F811
    """Minutes long: ``make test-large`` runs it where chdb is installed."""
    folder, url = made_archive(tmp_path / "made", MANY), _url(served)
    said = _load(home, url, "--archive", str(folder))
    assert f"Deals: {_ALL} / {_ALL}" in said
    assert f"records loaded into {url}." in said
    with Terminal(["--lang", "en", url, "--tab", "deals"], home=home, size=(120, 40)) as terminal:
        terminal.wait_for(f"{_ALL} of {_ALL}", "Made deal 0 ")
        terminal.press("/").press("西南铝").wait_for(f"of {_ALL}", "西南铝")
        terminal.press("enter").settle().press("esc").wait_for(f"{_ALL} of {_ALL}")
        terminal.press("/").press("项目z").wait_for("Nothing here matches the filter", f"0 of {_ALL}")
        terminal.press("esc").wait_for(f"{_ALL} of {_ALL}").press("end").wait_for(_LAST)
        terminal.press("enter").settle().press("esc").settle().press("q")
        assert terminal.wait_exit() == 0
    for command in (
        ["list", "deals", "--filter", "西南铝 amount>=99亿", "--sort", "amount-desc", "--columns", "id,amount"],
        ["list", "deals", "--filter", "项目z"],
        ["list", "deals", "--by", "category"],
    ):
        here, there = run(*command, "--archive", folder), run(*command, "--archive", url)
        assert (there.code, there.out) == (here.code, here.out), command
