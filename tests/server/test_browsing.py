"""The browser in front of a server: the same program."""

import asyncio

from cq_tui.files.named import archive_root
from cq_tui.screens.base.session import Session
from cq_tui.store.server.open_server import open_server

from tests.pilot import browsing
from tests.server.made_server import Answer, MadeServer
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition
from tests.server.test_over_http import _url, served  # noqa: F401  a fixture
from tests.unit.conftest import Run, run  # noqa: F401  a fixture


def test_one_browses_what_one_command_loaded(run: Run, served: MadeServer) -> None:  # noqa: F811
    url = _url(served)
    assert run("publish", "--to", url).code == 0

    async def steps() -> None:
        session = Session(open_server(archive_root(url)), reopen=lambda: open_server(archive_root(url)))
        async with browsing(session, size=(100, 30)) as browser:
            await browser.press("1")
            await browser.press("/")
            await browser.type("xnl")
            await browser.press("enter")
            assert "西南铝" in browser.text or "Southwest Aluminium" in browser.text
            await browser.press("enter")
            await browser.press("escape", "escape")
            await browser.press("I")
            assert "This archive stands in a server" in browser.text
            await browser.press("escape", "?")
            await browser.press("G")
            assert "This archive is answered by a server" in browser.text
            assert "Chinese names are sorted by the server's own tables" in browser.text
            await browser.press("escape")
            before = browser.text
            await browser.press("R")
            assert browser.text.splitlines()[:20] == before.splitlines()[:20]

    asyncio.run(steps())


def test_a_server_that_fails_and_comes_back(run: Run, served: MadeServer) -> None:  # noqa: F811
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    answers = served.answers

    async def steps() -> None:
        session = Session(open_server(archive_root(url)), reopen=lambda: open_server(archive_root(url)))
        async with browsing(session, size=(120, 30)) as browser:
            await browser.press("1")
            served.answers = lambda _asked: Answer(b"Code: 209. DB::Exception: Timeout in the network", 209)
            await browser.press("/")
            await browser.type("xnl")
            await browser.press("enter")
            assert "Timeout in the network" in browser.text
            await browser.press("R")
            assert "Timeout in the network" in browser.text
            served.answers = answers
            await browser.press("R")
            assert "Timeout in the network" not in browser.text
            assert "xnl" in browser.text

    asyncio.run(steps())
