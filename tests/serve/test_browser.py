"""Staff with a browser and nothing else: the program in a page of Chromium."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serve.chromium import Chromium, found, starts, until
from tests.serve.serving import PATIENCE, Served, runs
from tests.terminal.process import clean_environment

pytestmark = [
    pytest.mark.serve,
    pytest.mark.skipif(found() is None, reason="there is no Chromium (Debian, Ubuntu: apt install chromium)"),
]

Act = Callable[[Chromium, Served], Coroutine[Any, Any, None]]


@pytest.fixture(scope="module", autouse=True)
def _chromium(tmp_path_factory: pytest.TempPathFactory) -> None:
    if not starts(tmp_path_factory.mktemp("chromium")):
        pytest.skip("Chromium does not start here")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with Served(tmp_path, "--readers", "2") as served:
        yield served


@pytest.fixture
def act(served: Served, tmp_path: Path) -> Callable[[Act], None]:
    """Runs what somebody does in a browser."""

    async def run(what: Act) -> None:
        async with Chromium(tmp_path) as browser:
            await what(browser, served)

    return lambda what: asyncio.run(run(what))


def test_filter_open_and_export_with_nothing_from_elsewhere(act: Callable[[Act], None], tmp_path: Path) -> None:
    async def read(browser: Chromium, served: Served) -> None:
        page = await browser.open(served.address)
        await page.wait_for("Overview", "quit")
        await (await page.press("2")).wait_for("4 of 4")
        await (await page.press("/", "x", "n", "l")).wait_for("1 of 4")
        await page.press("Enter")
        await (await page.press("e")).wait_for("cq-tui export deals")
        await page.press("Enter")
        await until(lambda: any(one.suffix == ".csv" for one in browser.downloads.iterdir()))
        await (await page.press("Enter")).wait_for("Amount as written")
        await page.picture(tmp_path / "record.png")
        assert await page.value("document.title") == "cq-tui"
        assert page.complaints == []
        ours = served.address, served.address.replace("http:", "ws:")
        assert [one for one in page.requests if not one.startswith((*ours, "data:", "about:"))] == []

    act(read)
    (file,) = (tmp_path / "downloads").iterdir()
    command = "export deals --filter xnl --as-shown --output wanted.csv".split()
    environment = clean_environment(tmp_path)
    subprocess.run(
        [sys.executable, "-m", "cq_tui", "--lang", "en", *command], cwd=tmp_path, env=environment, check=True
    )
    assert file.read_bytes() == (tmp_path / "wanted.csv").read_bytes()
    assert "xnl" in file.name


def test_chinese_by_an_input_method(act: Callable[[Act], None]) -> None:
    async def read(browser: Chromium, served: Served) -> None:
        page = await browser.open(served.address)
        await page.wait_for("Overview", "quit")
        await (await page.press("2", "/")).wait_for("Esc")
        await page.ask("Input.imeSetComposition", text="xi nan lv", selectionStart=9, selectionEnd=9)
        await page.ask("Input.insertText", text="西南铝")
        await page.wait_for("西南铝", "1 of 4")
        assert "xi nan" not in page.screen.text()

    act(read)


def test_what_is_copied_is_given_to_the_clipboard_of_the_reader(act: Callable[[Act], None]) -> None:
    """Asked where the page hands it over: a browser without a screen may have no clipboard of its own."""
    script = "Clipboard.prototype.writeText = async (text) => { window.copied = text; };"

    async def read(browser: Chromium, served: Served) -> None:
        page = await browser.open("about:blank")
        await page.ask("Page.addScriptToEvaluateOnNewDocument", source=script)
        await page.ask("Page.navigate", url=served.address)
        await page.wait_for("Overview", "quit")
        await (await page.press("2")).wait_for("4 of 4")
        await (await page.press("Y")).wait_for("cq-tui export deals")
        await page.press("Enter")
        async with asyncio.timeout(PATIENCE):
            while "cq-tui export deals" not in str(await page.value("window.copied || ''")):
                await asyncio.sleep(0.1)

    act(read)


def test_two_readers_at_once_a_third_is_told_and_who_leaves_leaves_nothing(act: Callable[[Act], None]) -> None:
    async def read(browser: Chromium, served: Served) -> None:
        one, other = await browser.open(served.address), await browser.open(served.address)
        await (await one.wait_for("Overview", "quit")).press("2")
        await (await other.wait_for("Overview", "quit")).press("3")
        await one.wait_for("4 of 4")
        assert "4 of 4" not in other.screen.text()
        third = await browser.open(served.address)
        readers = served.readers()
        assert len(readers) == 2
        assert "2 readers are here" in await _text(third)
        await one.close()
        await until(lambda: len(served.readers()) == 1)
        await (await other.press("2")).wait_for("4 of 4")
        await other.press("q")
        await until(lambda: not any(map(runs, readers)))
        assert "You have left cq-tui" in await _text(other)

    act(read)


async def _text(page: Any) -> str:
    text = ""

    async def look() -> None:
        nonlocal text
        while not text.strip():
            text = str(await page.value("document.body ? document.body.innerText : ''") or "")

    async with asyncio.timeout(PATIENCE):
        await look()
        return text
