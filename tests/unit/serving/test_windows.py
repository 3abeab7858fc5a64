"""A program for each window, and nothing left of it afterwards."""

import asyncio
import io
import json
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from tests.serve.serving import Served, runs, until
from tests.serve.socket import Window, cut
from tests.terminal.process import clean_environment


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("home"), "--readers", "3") as served:
        yield served


@pytest.fixture(autouse=True)
def _nothing_is_left(served: Served) -> Iterator[None]:
    yield
    until(lambda: served.readers() == [])


def test_filter_by_pinyin_open_and_leave(served: Served) -> None:
    async def read() -> None:
        async with Window(served.address) as window:
            await window.wait_for("Overview", "quit")
            await window.type("2")
            await window.wait_for("4 of 4")
            await window.type("/", "x", "n", "l")
            await window.wait_for("1 of 4")
            await window.type("\r", "\r")
            await window.wait_for("Southwest Aluminium's die-casting line", "Amount as written")
            await window.type("\x1b")
            await window.wait_for("1 of 4")
            await window.type("q")
            assert await window.wait_closed() == 1000

    asyncio.run(read())


def test_an_export_comes_as_a_download_once_with_the_bytes_of_the_command(served: Served, tmp_path: Path) -> None:
    async def export() -> tuple[bytes, str]:
        async with Window(served.address) as window:
            await window.wait_for("Overview", "quit")
            await window.type("2")
            await window.wait_for("4 of 4")
            await window.type("e")
            await window.wait_for("cq-tui export deals")
            await window.type("\r")
            key = await window.wait_offered()
            status, body, name = await window.fetch(key)
            assert status == 200
            assert (await window.fetch(key))[0] == 404
            return body, name

    body, name = asyncio.run(export())
    command = [sys.executable, "-m", "cq_tui", "--lang", "en", "export", "deals", "--as-shown", "--output", "deals.csv"]
    subprocess.run(command, cwd=tmp_path, env=clean_environment(tmp_path), check=True, capture_output=True)
    assert body == (tmp_path / "deals.csv").read_bytes()
    assert name.startswith('attachment; filename="2025-11-19-european-visit-2025-deals.csv"')


def test_what_is_published_comes_as_one_zip(served: Served) -> None:
    async def publish() -> bytes:
        async with Window(served.address) as window:
            await window.wait_for("Overview", "quit")
            await window.type("P")
            await window.wait_for("cq-tui publish")
            await window.type("\r")
            return (await window.fetch(await window.wait_offered()))[1]

    with zipfile.ZipFile(io.BytesIO(asyncio.run(publish()))) as file:
        assert file.testzip() is None
        assert json.loads(file.read("datapackage.json"))["resources"]


def test_two_readers_do_not_see_each_other(served: Served) -> None:
    async def read() -> None:
        async with Window(served.address) as one, Window(served.address, (120, 40)) as other:
            await one.wait_for("Overview", "quit")
            await other.wait_for("Overview", "quit")
            assert len(served.readers()) == 2
            await one.type("2")
            await one.wait_for("4 of 4")
            await other.type("3")
            await other.wait_for("Speaker")
            assert "4 of 4" not in other.screen.text()

    asyncio.run(read())


def test_one_reader_too_many_is_told_in_plain_words_and_gets_no_process(served: Served) -> None:
    async def come() -> None:
        async with Window(served.address) as one, Window(served.address) as two, Window(served.address) as three:
            for window in (one, two, three):
                await window.wait_for("Overview")
            async with aiohttp.ClientSession() as session, session.get(served.address) as answer:
                assert answer.status == 503
                assert "3 readers are here" in await answer.text()
                assert answer.headers["Retry-After"]
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await Window(served.address).__aenter__()
            assert refused.value.status == 503
            assert len(served.readers()) == 3

    asyncio.run(come())


def test_of_a_dropped_connection_no_process_is_left(served: Served) -> None:
    async def drop() -> list[int]:
        async with Window(served.address) as window:
            await window.wait_for("Overview", "quit")
            readers = served.readers()
            assert len(readers) == 1
            cut(window)
            return readers

    (reader,) = asyncio.run(drop())
    until(lambda: not runs(reader))


def test_keys_as_fast_as_they_can_be_sent_are_all_taken(served: Served) -> None:
    """Three thousand in messages of one each: what is typed behind them stands on the line."""

    async def hurry() -> None:
        async with Window(served.address) as window:
            await window.wait_for("Overview", "quit")
            await window.type("2")
            await window.wait_for("4 of 4")
            typing = asyncio.create_task(window.type(*("j" * 3_000), "/", "x", "n", "l"))
            await window.wait_for("1 of 4")
            await typing

    asyncio.run(hurry())


@pytest.mark.parametrize(
    "message",
    [
        "",
        "{",
        "[" * 100_000,
        '"stdin"',
        "[]",
        '["stdin"]',
        '["stdin", 1]',
        '["resize", {"width": "80"}]',
        '["resize", {"width": 80, "height": 1e9}]',
        '["run", "sh"]',
        '["deliver_file_start", "/etc/passwd"]',
    ],
)
def test_what_no_page_sends_closes_the_window(served: Served, message: str) -> None:
    async def send() -> int | None:
        async with Window(served.address) as window:
            await window.socket.send_str(message)
            return await window.wait_closed()

    assert asyncio.run(send()) == 1008


def test_bytes_and_messages_without_bound_close_the_window(served: Served) -> None:
    async def send(what: bytes | str) -> int | None:
        async with Window(served.address) as window:
            await (window.socket.send_bytes(what) if isinstance(what, bytes) else window.socket.send_str(what))
            return await window.wait_closed()

    assert asyncio.run(send(b"\x00" * 100)) == 1008
    assert asyncio.run(send(json.dumps(["stdin", "a" * 2_000_000]))) == 1009


def test_sizes_are_bounded_and_lone_halves_of_characters_do_no_harm(served: Served) -> None:
    async def send() -> None:
        async with Window(served.address) as window:
            await window.wait_for("Overview", "quit")
            await window.send("resize", {"width": 10**9, "height": -5})
            await window.send("resize", {"width": 80, "height": 24})
            await window.send("stdin", "\ud83d")
            await window.type("2")
            await window.wait_for("4 of 4")

    asyncio.run(send())


def test_the_program_is_in_secure_mode_with_nothing_of_the_servers_environment(served: Served) -> None:
    async def look() -> dict[str, str]:
        async with Window(served.address) as window:
            await window.wait_for("Overview", "quit")
            (reader,) = served.readers()
            await window.type("I")  # import, which is off
            await window.type("2")
            await window.wait_for("4 of 4")
            text = Path(f"/proc/{reader}/environ").read_bytes().decode()
            return dict(one.split("=", 1) for one in text.split("\0") if one)

    environment = asyncio.run(look())
    assert environment["CQ_TUI_SECURE"] == "1"
    assert Path(environment["CQ_TUI_EXPORT_DIR"]).is_relative_to(served.temporary)
    assert {"PATH", "TERM", "HOME"} <= set(environment)
    assert not any(name.startswith(("PYTHON", "TEXTUAL", "SSH_")) for name in environment)


def test_the_readers_browser_says_which_language(tmp_path: Path) -> None:
    async def read(address: str) -> None:
        async with Window(address, **{"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"}) as window:
            await window.wait_for("概览")

    with Served(tmp_path, language=None) as served:
        asyncio.run(read(served.address))


def test_told_to_end_it_closes_the_windows_and_leaves_nothing(tmp_path: Path) -> None:
    async def end() -> tuple[list[int], int | None]:
        async with Window(server.address) as window:
            await window.wait_for("Overview", "quit")
            readers = server.readers()
            ending = asyncio.create_task(asyncio.to_thread(server.signal, signal.SIGTERM))
            code = await window.wait_closed()
            assert await ending == 143
            return readers, code

    with Served(tmp_path) as server:
        readers, code = asyncio.run(end())
        assert code == 1001
        assert len(readers) == 1
        assert not any(map(runs, readers))
        assert server.said() == ""
    assert list(server.temporary.iterdir()) == []


def test_killed_at_once_it_leaves_no_program(tmp_path: Path) -> None:
    async def kill() -> list[int]:
        async with Window(server.address) as window:
            await window.wait_for("Overview", "quit")
            readers = server.readers()
            server.signal(signal.SIGKILL)
            return readers

    with Served(tmp_path) as server:
        readers = asyncio.run(kill())
        assert len(readers) == 1
        until(lambda: not any(map(runs, readers)))
