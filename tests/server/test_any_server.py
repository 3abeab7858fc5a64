"""What must hold of every server: of the engine in the process behind HTTP, and of one that a variable names.

``CQ_TUI_TEST_SERVER=clickhouse://host:port/database`` names a real one, with a database that is empty and may be
filled; ``CQ_TUI_TEST_SERVER_USER`` and ``CQ_TUI_TEST_SERVER_PASSWORD`` say who asks.
"""

import json
import os
import socket
from collections.abc import Iterator
from threading import Thread
from typing import NamedTuple

import pytest
from cq_tui.store.engine.cancellation import Cancellation, Cancelled
from cq_tui.store.engine.clickhouse.connection import Connection, ServerError
from cq_tui.store.engine.clickhouse.engine import ServerEngine
from cq_tui.store.server.address import Address, Host, address_of
from cq_tui.store.server.open_server import connected

from tests.server.in_the_process import InTheProcess
from tests.server.made_server import MadeServer, serving
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition
from tests.shipped import kinds
from tests.unit.conftest import Run, run  # noqa: F401  a fixture

_NAMED = "CQ_TUI_TEST_SERVER"


class _Server(NamedTuple):
    address: Address
    is_real: bool

    def connected(self, *, writes: bool = False) -> Connection:
        return connected(self.address, writes=writes)

    def tell(self, sql: str, *, writes: bool = False) -> bytes:
        connection = self.connected(writes=writes)
        try:
            with connection.lines(sql, {}, "q") as lines:
                return b"".join(lines)
        finally:
            connection.close()

    def rows(self, sql: str) -> list[list[str]]:
        return [json.loads(line) for line in self.tell(sql).splitlines()[2:]]


@pytest.fixture(params=["in the process", "real"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    if request.param == "in the process":
        with serving(MadeServer(InTheProcess())) as made:
            yield _Server(address_of(f"clickhouse://127.0.0.1:{made.port}/fairs"), is_real=False)
        return
    named = os.environ.get(_NAMED)
    if not named:
        pytest.skip(f"{_NAMED} names no server")
    for name in ("USER", "PASSWORD"):
        monkeypatch.setenv(f"CQ_TUI_SERVER_{name}", os.environ.get(f"{_NAMED}_{name}", ""))
    found = _Server(address_of(named), is_real=True)
    yield found
    for row in found.rows("SELECT name FROM system.tables WHERE database = currentDatabase()"):
        found.tell(f'DROP TABLE "{row[0]}" SYNC', writes=True)


def test_one_command_loads_and_one_reads(run: Run, server: _Server) -> None:  # noqa: F811
    url = str(server.address)
    assert run("publish", "--to", url, "--force").code == 0
    for command in (
        ["list", "deals", "--filter", "xnl", "--sort", "amount-desc"],
        ["export", "deals", "--filter", "amount>=10亿", "--format", "csv"],
        ["list", "overview"],
    ):
        here, there = run(*command), run(*command, "--archive", url)
        assert (there.code, there.out) == (0, here.out), command


def test_the_next_host_is_asked_where_one_is_gone(run: Run, server: _Server) -> None:  # noqa: F811
    assert run("publish", "--to", str(server.address), "--force").code == 0
    with socket.socket() as none:
        none.bind(("127.0.0.1", 0))  # it never listens
        gone = Host("127.0.0.1", none.getsockname()[1])
        both = Address((gone, *server.address.hosts), server.address.database)
        here, there = run("list", "deals"), run("list", "deals", "--archive", str(both))
    assert (there.code, there.out) == (0, here.out)


def test_who_reads_keeps_a_table_for_the_session_and_changes_nothing(server: _Server) -> None:
    if not server.is_real:
        pytest.skip("the engine in the process has one user, who may all")
    connection = server.connected()
    for sql in ("CREATE TEMPORARY TABLE _kept_1 AS SELECT 1 AS a", "INSERT INTO _kept_1 SELECT 2"):
        with connection.lines(sql, {}, "q"):
            pass
    with connection.lines("SELECT count() AS a FROM _kept_1", {}, "q") as lines:
        assert b"".join(lines).splitlines()[-1] == b"[2]"
    connection.close()
    with pytest.raises(ServerError):
        server.tell("CREATE TABLE mine (a Int64) ENGINE = MergeTree ORDER BY a")


def test_a_newer_question_ends_the_older_one(server: _Server) -> None:
    if not server.is_real:
        pytest.skip("what runs in the process can't be ended")
    engine = ServerEngine(kinds(), server.connected(), "test")
    cancellation = Cancellation()
    ended: list[type[BaseException]] = []

    def ask() -> None:
        try:
            engine.run("SELECT 1")
            with engine._answer("SELECT count() FROM system.numbers WHERE sleep(0.1) = 1", {}, cancellation) as rows:
                list(rows)
        except Cancelled as error:
            ended.append(type(error))

    asking = Thread(target=ask)
    asking.start()
    asked = "SELECT query FROM system.processes WHERE query LIKE 'SELECT count() FROM system.numbers%'"
    while asking.is_alive() and not server.rows(asked):
        pass
    cancellation.cancel()
    asking.join(60)
    assert ended == [Cancelled]
    assert engine.ask("SELECT 2 AS a") == [(2,)]


def test_a_fault_in_the_middle_of_an_answer(server: _Server) -> None:
    rows = "SELECT number + throwIf(number = 3000000) AS a FROM numbers(4000000)"
    with pytest.raises(ServerError, match="throwIf") as refused:
        server.tell(rows)
    assert "\n" not in str(refused.value)
    assert refused.value.code == 395
