"""Who may come in, by which name, how many at once, and what the pages fetch."""

import asyncio
import re
import resource
import select
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest
from cq_tui.files.named import archive_root, archive_roots
from cq_tui.serving.downloads import Downloads
from cq_tui.serving.pages import STATIC, attachment, static
from cq_tui.serving.settings import Settings, command, environment

from tests.serve.serving import PATIENCE, Served
from tests.serve.socket import Window
from tests.terminal.process import clean_environment


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("home"), "--readers", "2") as served:
        yield served


def _get(address: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    async def get() -> tuple[int, str, dict[str, str]]:
        async with aiohttp.ClientSession() as session, session.get(address, headers=headers) as answer:
            return answer.status, (await answer.read()).decode(errors="replace"), dict(answer.headers)

    return asyncio.run(get())


def test_all_that_the_page_fetches_is_ours_and_the_policy_forbids_the_rest(served: Served) -> None:
    status, page, headers = _get(served.address)
    assert status == 200
    fetched = re.findall(r'(?:href|src)="([^"]+)"', page)
    assert set(fetched) <= {f"static/{name}" for name in STATIC}
    assert {one.rpartition(".")[2] for one in fetched} == {"js", "css", "svg"}
    assert re.findall(r"https?://|//\w", page) == []
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    for name in fetched:
        assert _get(served.address + name)[0] == 200
    assert _get(f"{served.address}favicon.ico")[0] == 200


@pytest.mark.parametrize("name", STATIC)
def test_no_file_of_the_pages_names_an_address_of_elsewhere(name: str) -> None:
    body = bytes(static(name).body or b"").decode("latin-1")
    body = re.sub(r"/\*.*?\*/", "", body, flags=re.DOTALL) if name.endswith(".css") else body
    addresses = set(re.findall(r"(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}[^\s\"')]*", body)) - {"http://www.w3.org/2000/svg"}
    assert addresses == set()


@pytest.mark.parametrize(
    "path", ["nothing", "static/", "static/..%2F..%2Fsecure.py", "download/", "download/abc", "ws/x"]
)
def test_what_is_not_there_is_said_on_a_plain_page(served: Served, path: str) -> None:
    status, page, headers = _get(served.address + path)
    assert status == 404
    assert "404 Not Found" in page
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_a_name_that_is_not_the_servers_gets_no_page_and_no_window(served: Served) -> None:
    assert _get(served.address, Host=f"rebound.example:{served.port}")[0] == 421
    assert _get(served.address, Host="[")[0] == 421
    assert _get(served.address, Host=f"localhost:{served.port}")[0] == 200

    async def from_another_page(origin: str) -> None:
        async with Window(served.address, Origin=origin):
            pass

    for origin in ("https://elsewhere.example", "null", "https://["):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            asyncio.run(from_another_page(origin))
        assert refused.value.status == 403


def test_behind_a_proxy_only_its_name_counts(tmp_path: Path) -> None:
    with Served(tmp_path, "--public-url", "https://fairs.example.org") as served:
        assert _get(served.address)[0] == 421
        assert _get(served.address, Host="fairs.example.org")[0] == 200


def test_of_a_thousand_connections_that_say_nothing_few_are_taken_and_none_stays(served: Served) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4096)), hard))  # each is a file here, too
    silent = [socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) for _one in range(1000)]
    try:
        told = _answered(silent)
        begun = {one.recv(200)[:12] for one in told}
        assert b"HTTP/1.1 503" in begun
        assert begun <= {b"HTTP/1.1 503", b""}  # nothing: closed because it asked nothing for so long
        assert len(silent) - len(told) <= 2 * 4 + 100 + 64
    finally:
        for one in silent:
            one.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    async def read() -> None:
        async with Window(served.address) as window:
            await window.wait_for("Overview", "quit")

    asyncio.run(read())


def _answered(connections: list[socket.socket]) -> list[socket.socket]:
    """Those that were sent away, once no more are within a moment."""
    poll = select.poll()
    known = {one.fileno(): one for one in connections}
    for number in known:
        poll.register(number, select.POLLIN)
    answered: set[int] = set()
    while fresh := {number for number, _event in poll.poll(5000)} - answered:
        answered |= fresh
        for number in fresh:
            poll.unregister(number)
    return [known[number] for number in answered]


def _refused(cwd: Path, *words: str) -> tuple[int, str]:
    given = [sys.executable, "-m", "cq_tui", "--lang", "en", "serve", *words]
    done = subprocess.run(
        given, cwd=cwd, env=clean_environment(cwd), capture_output=True, text=True, timeout=120, check=False
    )
    return done.returncode, done.stderr


def test_a_second_server_on_the_port_is_one_line(served: Served, tmp_path: Path) -> None:
    code, said = _refused(tmp_path, "--port", str(served.port))
    assert code == 2
    why = "another program has that port; --port names another"
    assert said == f"cq-tui: 127.0.0.1, port {served.port} can't be served: {why}\n"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["--port", "99999"], "a port is a number from 0 to 65535"),
        (["--readers", "0"], "a number from 1 to 1000"),
        (["--public-url", "fairs.example.org"], "an address begins with https:// or http://"),
        (["--host", "0.0.0.0"], "nothing here asks who they are"),
        (["--secure"], "cq-tui serve is off in secure mode"),
        (["nowhere"], "nowhere"),
    ],
)
def test_what_cannot_be_served_is_one_line(tmp_path: Path, words: list[str], wanted: str) -> None:
    code, said = _refused(tmp_path, *words)
    assert code in (1, 2)
    assert wanted in said
    assert said.count("\n") == 1


def test_a_reader_gets_named_variables_and_secure_mode_alone(tmp_path: Path) -> None:
    given = {
        "PATH": "/bin",
        "PYTHONPATH": "/evil",
        "CQ_TUI_MEMORY_MB": "512",
        "AWS_SECRET": "x",
        "SSH_ORIGINAL_COMMAND": "sh",
    }
    settings = Settings(archives=[Path("fairs"), Path("/srv/more")])
    made = environment(settings, tmp_path, 7, given)
    assert made["CQ_TUI_MEMORY_MB"] == "512"
    assert made["CQ_TUI_SECURE"] == "1"
    assert made["CQ_TUI_EXPORT_DIR"] == str(tmp_path)
    assert made["CQ_TUI_ARCHIVE"] == f"{Path('fairs').absolute()}:/srv/more"
    assert not {"PYTHONPATH", "AWS_SECRET", "SSH_ORIGINAL_COMMAND"} & set(made)
    assert "--secure" in command(settings, "zh")
    assert command(Settings(language="en"), "zh")[-1] == "en"


def test_a_reader_of_a_server_s_archive_asks_as_the_host_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = {"CQ_TUI_SERVER_USER": "reader", "CQ_TUI_SERVER_PASSWORD": "s3cret", "CQ_TUI_SERVER_FILE": "who"}
    settings = Settings(archives=[archive_root("clickhouse://a.example:8443,b.example/fairs")])
    made = environment(settings, tmp_path, 7, given)
    assert archive_roots(made["CQ_TUI_ARCHIVE"]) == tuple(settings.archives)
    assert made["CQ_TUI_ARCHIVE"] == "clickhouse://a.example:8443,b.example/fairs"
    assert {name: made[name] for name in given} == given | {"CQ_TUI_SERVER_FILE": str(tmp_path / "who")}
    assert not any("s3cret" in word for word in command(settings, "en"))


def test_a_download_has_its_name_in_any_script_and_no_header_of_its_own() -> None:
    assert attachment('项目 a"b\r\nX: y.csv') == (
        "attachment; filename=\"__ a_b__X_ y.csv\"; filename*=UTF-8''%E9%A1%B9%E7%9B%AE%20a%22b%0D%0AX%3A%20y.csv"
    )


def test_downloads_are_for_once_few_and_gone_with_their_reader(tmp_path: Path) -> None:
    async def offer() -> None:
        downloads = Downloads()
        keys = []
        for number in range(20):
            (tmp_path / f"{number}.csv").write_text(str(number))
            keys.append(await downloads.add(tmp_path / f"{number}.csv"))
        assert len(set(keys)) == 20
        assert downloads.take(keys[0]) is None
        assert len(list(tmp_path.iterdir())) == 16
        last = downloads.take(keys[-1])
        assert last is not None
        assert [piece async for piece in last.pieces()] == [b"19"]
        assert downloads.take(keys[-1]) is None
        downloads.forget(tmp_path)
        assert downloads.take(keys[-2]) is None

    asyncio.run(offer())
