"""A server over the network: what it is sent, and what becomes of what it says or does not say."""

import base64
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from cq_tui import quotas
from cq_tui.archive.problem import ArchiveError
from cq_tui.files.named import archive_root
from cq_tui.store.engine.clickhouse.connection import ServerError
from cq_tui.store.server.address import Address, Host, address_of
from cq_tui.store.server.credentials import Credentials, credentials
from cq_tui.store.server.http import HttpConnection

from tests.server.made_server import CERTIFICATE, Answer, MadeServer, serving

ROWS = b'["a"]\n["Int64"]\n[1]\n[2]\n'
WHO = Credentials("reader", "s3cret")
Served = Callable[..., MadeServer]


@pytest.fixture
def served() -> Iterator[Served]:
    with ExitStack() as stack:

        def made(*answers: Answer, version: str = "26.9.1.1") -> MadeServer:
            left = list(answers)
            return stack.enter_context(serving(MadeServer(lambda _asked: left.pop(0) if left else Answer(), version)))

        yield made


def _address(*ports: int) -> Address:
    return Address(tuple(Host("127.0.0.1", port) for port in ports), "fairs")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _lines(connection: HttpConnection, sql: str = "SELECT a FROM x") -> bytes:
    with connection.lines(sql, {}, "q") as lines:
        return b"".join(lines)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("clickhouse://data.example/fairs", "clickhouse://data.example:8443/fairs"),
        ("clickhouse://a.example,b.example:9/fairs", "clickhouse://a.example:8443,b.example:9/fairs"),
        ("clickhouse://localhost/fairs", "clickhouse://localhost:8123/fairs"),
        ("clickhouse://[::1]:8/fairs", "clickhouse://[::1]:8/fairs"),
    ],
)
def test_addresses(text: str, wanted: str) -> None:
    assert str(address_of(text)) == wanted
    assert address_of(archive_root(text)) == address_of(text)
    assert str(archive_root(text).absolute()) == text


@pytest.mark.parametrize(
    "text",
    [
        "http://host/db",
        "clickhouse://host",
        "clickhouse:///db",
        "clickhouse://a b/db",
        "clickhouse://h/d'b",
        "clickhouse://h/d/e",
    ],
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(ArchiveError, match="an address of a server is clickhouse://host:port/database"):
        address_of(text)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(ArchiveError, match="has no user and no password") as refused:
        address_of("clickhouse://me:s3cret@host/db")
    assert "s3cret" not in str(refused.value)


def test_who_asks(tmp_path: Path) -> None:
    file = tmp_path / "who"
    file.write_text("me\np w\n")
    file.chmod(0o600)
    named = {"CQ_TUI_SERVER_FILE": str(file)}
    assert tuple(credentials({})) == ("default", "")
    assert tuple(credentials(named)) == ("me", "p w")
    assert tuple(credentials({**named, "CQ_TUI_SERVER_USER": "you"})) == ("you", "")
    assert "p w" not in repr(credentials(named)) + str(credentials(named))
    file.chmod(0o640)
    with pytest.raises(ArchiveError, match="others can read it"):
        credentials(named)
    with pytest.raises(ArchiveError, match="can't be read"):
        credentials({"CQ_TUI_SERVER_FILE": str(tmp_path / "none")})


def test_a_question_is_bounded_and_only_reads(served: Served) -> None:
    made = served(Answer(ROWS))
    connection = HttpConnection(_address(made.port), WHO)
    with connection.lines("SELECT {p0:String} AS a", {"p0": "it\\\\s\\t'"}, "q7") as lines:
        assert b"".join(lines) == ROWS
    [asked] = made.asked
    assert (asked.sql, asked.parameters) == ("SELECT {p0:String} AS a", {"p0": "it\\\\s\\t'"})
    bounds = quotas.quotas()
    assert asked.settings["readonly"] == "2"
    assert asked.settings["max_execution_time"] == str(bounds.seconds)
    assert asked.settings["max_memory_usage"] == str(bounds.memory * 1024 * 1024)
    assert int(asked.settings["max_result_bytes"]) > 0
    assert asked.settings["session_timezone"] == "UTC"
    assert asked.settings["database"] == "fairs"
    assert asked.settings["session_id"].startswith("cq-tui-")
    assert asked.settings["query_id"].endswith("-q7")
    assert asked.headers["x-clickhouse-format"] == "JSONCompactEachRowWithNamesAndTypes"
    assert asked.headers["authorization"] == "Basic " + base64.b64encode(b"reader:s3cret").decode()
    assert "s3cret" not in str(asked.settings)
    connection.close()


def test_who_writes_may(served: Served) -> None:
    made = served()
    connection = HttpConnection(_address(made.port), WHO, writes=True)
    connection.insert("deals", ["id", "n"], iter([b'{"id":"a"}\n', b'{"id":"b"}\n']))
    [asked] = made.asked
    assert "readonly" not in asked.settings
    assert asked.sql.startswith("INSERT INTO deals")
    assert asked.data == b'{"id":"a"}\n{"id":"b"}\n'
    connection.close()


def test_a_question_is_ended_on_the_server(served: Served) -> None:
    made = served(Answer(ROWS))
    connection = HttpConnection(_address(made.port), WHO)
    _lines(connection)
    connection.stop("q")
    asked = made.wait_for("KILL QUERY")
    assert asked.parameters["p0"] == made.asked[0].settings["query_id"]
    assert "session_id" not in asked.settings  # which would wait for the question to end
    connection.close()


def test_the_next_host_is_asked_where_one_is_gone(served: Served) -> None:
    made = served(Answer(ROWS))
    connection = HttpConnection(_address(_free_port(), made.port), WHO)
    assert _lines(connection) == ROWS
    connection.close()


def _exception(code: int, what: str, begin: bytes = b"") -> bytes:
    return begin + f"Code: {code}. DB::Exception: {what} (SOME_NAME) (version 26.9.1.1 (official build))\n".encode()


@pytest.mark.parametrize(
    ("answer", "code", "line"),
    [
        (Answer(b"Code: 193, e.displayText() = DB::Exception: Wrong password for user reader, e.what() = DB::Exception",
                193), 193,
         "{host} refuses the user or the password; CQ_TUI_SERVER_USER and CQ_TUI_SERVER_PASSWORD tell them."),
        (Answer(b"Code: 164, e.displayText() = DB::Exception: Cannot create table, e.what() = DB::Exception", 164), 164,
         "{host}: Cannot create table"),
        (Answer(_exception(516, "reader: Authentication failed"), 516), 516,
         "{host} refuses the user or the password; CQ_TUI_SERVER_USER and CQ_TUI_SERVER_PASSWORD tell them."),
        (Answer(_exception(81, "Database fairs does not exist"), 81), 81, "{host} has no database fairs."),
        (Answer(_exception(241, "Memory limit exceeded"), 241), 241, "{host}: Memory limit exceeded (SOME_NAME)"),
        (Answer(_exception(60, "\x1b[31mred"), 60), 60, "{host}: \ufffd[31mred (SOME_NAME)"),
        (Answer(_exception(241, "Memory limit", ROWS)), 241, "{host}: Memory limit (SOME_NAME)"),
        (Answer(_exception(159, "Timeout", ROWS + b"\r\n__exception__\r\nT\r\n")), 159, "{host}: Timeout (SOME_NAME)"),
        (Answer(ROWS, cut=True), 0, "{host}: the line was cut in the middle of an answer."),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_one_line(served: Served, answer: Answer, code: int, line: str) -> None:
    made = served(answer)
    connection = HttpConnection(_address(made.port), WHO)
    with pytest.raises(ServerError) as refused:
        _lines(connection)
    assert str(refused.value) == line.format(host=f"127.0.0.1:{made.port}")
    assert refused.value.code == code
    connection.close()


def test_a_server_that_is_down() -> None:
    port = _free_port()
    with pytest.raises(ServerError, match=f"127.0.0.1:{port} does not answer: .*Connection refused"):
        HttpConnection(_address(port), WHO)


def test_a_server_that_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the connection and says nothing."""
    monkeypatch.setattr("cq_tui.store.server.http._CONNECT_SECONDS", 1)
    quotas.use(replace(quotas.USUAL, seconds=0))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(ServerError, match=rf"127\.0\.0\.1:{port} does not answer: Read timed out\."):
            HttpConnection(_address(port), WHO)
    quotas.use(quotas.USUAL)


def test_a_server_that_is_too_old(served: Served) -> None:
    made = served(version="18.16.1")
    with pytest.raises(ServerError, match=r"runs ClickHouse 18\.16\.1; 25\.6 is the oldest that can answer"):
        HttpConnection(_address(made.port), WHO)


def test_a_server_that_is_too_old_for_the_greeting(served: Served) -> None:
    """As one of 2018 answers it, word by word."""
    made = served(version="18.16.1")
    said = b"Code: 47, e.displayText() = DB::Exception: Unknown identifier: readonly, e.what() = DB::Exception\n"
    made.settings = Answer(said, 47)
    with pytest.raises(ServerError, match=r"runs a ClickHouse before 25\.6, which is the oldest that can answer"):
        HttpConnection(_address(made.port), WHO)


def test_what_is_no_clickhouse(served: Served) -> None:
    made = served(version="<html>hello")
    with pytest.raises(ServerError, match=r"25\.6 is the oldest"):
        HttpConnection(_address(made.port), WHO)


def test_what_speaks_another_way() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]

        def hang_up() -> None:
            with suppress(OSError):  # closed once the client has given up, after one connection or two
                for _connection in range(2):
                    one, _from = silent.accept()
                    one.sendall(b"220 mail.example ready\r\n")
                    one.close()

        thread = Thread(target=hang_up, daemon=True)
        thread.start()
        with pytest.raises(ServerError, match=f"127.0.0.1:{port} does not answer: "):
            HttpConnection(_address(port), WHO)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine is none of its own names, so that it is spoken to as another one."""
    monkeypatch.setattr("cq_tui.store.server.address._OWN_MACHINE", ())
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)


@pytest.mark.usefixtures("elsewhere")
def test_a_certificate_is_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(MadeServer(lambda _asked: Answer(ROWS)), encrypted=True) as made:
        line = f"127.0.0.1:{made.port}: its certificate is not trusted: self-signed certificate. SSL_CERT_FILE names"
        with pytest.raises(ServerError) as refused:
            HttpConnection(_address(made.port), WHO)
        assert str(refused.value) == f"{line} the certificates that vouch for it."
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        connection = HttpConnection(_address(made.port), WHO)
        assert _lines(connection) == ROWS
        connection.close()
        monkeypatch.setattr("cq_tui.store.server.address.Host.name", "localhost")
        with pytest.raises(ServerError, match="not trusted: Hostname mismatch"):
            HttpConnection(_address(made.port), WHO)
    assert [asked.sql for asked in made.asked] == ["SELECT a FROM x"]


@pytest.mark.usefixtures("elsewhere")
def test_what_does_not_speak_tls_is_sent_no_password(served: Served) -> None:
    made = served()
    with pytest.raises(ServerError, match=f"127.0.0.1:{made.port} does not speak TLS, without which only this"):
        HttpConnection(_address(made.port), WHO)
    assert made.asked == []


def test_another_host_than_this_machine_is_spoken_to_in_tls() -> None:
    assert Host("localhost", 1).is_own_machine
    assert not Host("data.example", 1).is_own_machine
