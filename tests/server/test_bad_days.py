"""What may happen to a server while somebody browses its archive: a line that says so, and nothing is lost.

In each test the list stays on the screen with its filter, `R` asks again, says the same while it is so, and shows the
archive once the server is well.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from cq_tui import __version__, quotas
from cq_tui.files.named import archive_root
from cq_tui.screens.base.session import Session
from cq_tui.store.server.open_server import open_server

from tests.pilot import Browser, browsing
from tests.server.made_server import Answer, Asked, MadeServer
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition
from tests.server.test_over_http import _url, served  # noqa: F401  a fixture
from tests.unit.conftest import Run, run  # noqa: F401  a fixture

Instead = Callable[[Asked], Answer | None]
_SECONDS = 1


@pytest.fixture(autouse=True)
def _nobody_waits_long(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("cq_tui.store.server.small_kinds._FEW", 0)
    monkeypatch.setattr("cq_tui.store.server.http._CONNECT_SECONDS", 1)
    yield
    quotas.use(quotas.USUAL)


def _rows(browser: Browser) -> list[str]:
    return browser.text.splitlines()[6:9]


def _stays_and_comes_back(made: MadeServer, instead: Instead, told: str, told_by_r: str = "") -> None:
    """Browse, let something happen, ask for more, ask again, let it be over, and ask again."""
    url = _url(made)

    async def steps() -> None:
        session = Session(open_server(archive_root(url)), reopen=lambda: open_server(archive_root(url)))
        async with browsing(session, size=(160, 30)) as browser:
            await browser.press("1", "/")
            await browser.type("finance")
            await browser.press("enter")
            rows = _rows(browser)
            assert "finance" in rows[0]
            made.instead = instead
            if told:
                await browser.press("/")
                await browser.type(" xnl")
                await browser.press("enter")
                assert told in browser.text
                assert _rows(browser) == rows
            await browser.press("R")
            assert (told_by_r or told) in browser.text
            assert _rows(browser) == rows
            made.instead = lambda _asked: None
            await browser.press("R")
            assert (told_by_r or told) not in browser.text
            assert "finance" in browser.text.splitlines()[2]
            assert ("xnl" in browser.text.splitlines()[2]) == bool(told)

    asyncio.run(steps())


def test_it_goes_down(run: Run, served: MadeServer) -> None:  # noqa: F811
    assert run("publish", "--to", _url(served)).code == 0
    _stays_and_comes_back(served, lambda _asked: Answer(gone=True), f"127.0.0.1:{served.port} does not answer:")


def test_it_is_slow(run: Run, served: MadeServer) -> None:  # noqa: F811
    """It is given up after the time that a question may take."""
    assert run("publish", "--to", _url(served)).code == 0
    quotas.use(replace(quotas.USUAL, seconds=_SECONDS))

    def slow(asked: Asked) -> Answer | None:
        if "KILL QUERY" not in asked.sql:
            time.sleep(3 * _SECONDS)
        return None

    told = f"This takes longer than {_SECONDS} second and was given up"
    _stays_and_comes_back(served, slow, told, f"127.0.0.1:{served.port} does not answer: Read timed out.")


def test_it_is_another_version_by_now(run: Run, served: MadeServer) -> None:  # noqa: F811
    """It was set up anew: it has forgotten what the session kept, and is too old."""
    assert run("publish", "--to", _url(served)).code == 0

    def older(asked: Asked) -> Answer | None:
        if asked.sql.startswith("SELECT version(), timezone()"):
            return Answer(b"24.3.1.1\tUTC\n")
        if "system.settings" in asked.sql or asked.sql.startswith("SELECT 1 AS check"):
            return None
        return Answer(b"Code: 60. DB::Exception: Unknown table expression identifier '_kept_1'", 60)

    host = f"127.0.0.1:{served.port}"
    told = "The server has forgotten what was found; R asks again."
    _stays_and_comes_back(served, older, told, f"{host} runs ClickHouse 24.3.1.1; 25.6 is the oldest")


def test_it_refuses_the_password_by_now(run: Run, served: MadeServer) -> None:  # noqa: F811
    assert run("publish", "--to", _url(served)).code == 0
    refusal = b"Code: 516. DB::Exception: reader: Authentication failed: password is incorrect"
    told = f"127.0.0.1:{served.port} refuses the user or the password; CQ_TUI_SERVER_USER and"
    _stays_and_comes_back(served, lambda _asked: Answer(refusal, 516), told)


def test_it_drops_the_line_in_the_middle_of_a_page(run: Run, served: MadeServer) -> None:  # noqa: F811
    assert run("publish", "--to", _url(served)).code == 0
    answers = served.answers

    def cut(asked: Asked) -> Answer | None:
        if asked.sql.startswith("SELECT version()"):
            return Answer(b"26.9.1.1\tUTC\n")
        if "system.settings" in asked.sql or asked.sql.startswith("SELECT 1 AS check"):
            return Answer(b"", cut=True)
        whole = answers(asked)
        return replace(whole, body=whole.body[: len(whole.body) * 2 // 3], cut=True)

    told = f"127.0.0.1:{served.port}: the line was cut in the middle of an answer"
    _stays_and_comes_back(served, cut, told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'["columns","{}"]', f"was loaded by cq-tui {__version__}, whose tables are other ones; load it again"),
        (b"", "holds half an archive; cq-tui publish --to was broken off, and loads it when run again"),
    ],
)
def test_somebody_loads_another_archive_into_it(
    run: Run,  # noqa: F811
    served: MadeServer,  # noqa: F811
    line: bytes,
    told: str,
) -> None:
    """One with other columns, or half of one: what is shown stays, and `R` says what it found there."""
    assert run("publish", "--to", _url(served)).code == 0
    answers = served.answers

    def other(asked: Asked) -> Answer | None:
        if "FROM _archive" not in asked.sql:
            return None
        key = b'["columns"' if line else b'["complete"'
        lines = [one for one in answers(asked).body.splitlines() if not one.startswith(key)]
        return Answer(b"\n".join([*lines, line]) + b"\n")

    _stays_and_comes_back(served, other, "", told)
