"""An engine at rest holds nothing of the file that its tables stand in; what is asked again is answered the same."""

import subprocess
import sys
from pathlib import Path
from threading import Event

import duckdb
import pytest
from cq_tui.store.engine import rest
from cq_tui.store.engine.memory import bound_memory, let_go
from cq_tui.store.engine.rest import Rest

_PATIENCE = 30.0
_MEGABYTE = 1024**2
_LEAVING = """
from threading import Event
from cq_tui.store.engine import rest
import duckdb

rest.REST = 0.01
connection, begun = duckdb.connect(), Event()

def let_go():
    begun.set()
    connection.execute("CREATE TABLE t AS SELECT hash(range) AS n FROM range(3_000_000) ORDER BY n")

with rest.Rest(let_go).interrupted():
    pass
begun.wait()
"""


@pytest.fixture
def asked_of_a_file(tmp_path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that has read forty megabytes of a file, and has a table of its own."""
    with duckdb.connect(str(tmp_path / "made.duckdb")) as made:
        made.execute(
            "CREATE TABLE texts AS SELECT md5(range::VARCHAR) || md5('x' || range) AS text FROM range(1_000_000)"
        )
    connection = duckdb.connect(":memory:", config={"temp_directory": ""})
    connection.execute(f"ATTACH '{tmp_path / 'made.duckdb'}' AS file (READ_ONLY)")
    connection.execute("CREATE TABLE own AS SELECT range AS number FROM range(2_000_000)")
    _read(connection)
    return connection


def test_what_can_be_read_again_goes_and_what_stands_in_memory_alone_stays(
    asked_of_a_file: duckdb.DuckDBPyConnection,
) -> None:
    limit = bound_memory(asked_of_a_file)
    said, before, read = _limit(asked_of_a_file), _held(asked_of_a_file), _read(asked_of_a_file)
    let_go(asked_of_a_file, duckdb.Error, limit)
    after = _held(asked_of_a_file)
    assert before["BASE_TABLE"] > 30 * _MEGABYTE
    assert after["BASE_TABLE"] <= 16 * _MEGABYTE
    assert after["IN_MEMORY_TABLE"] == before["IN_MEMORY_TABLE"] > 8 * _MEGABYTE
    assert _limit(asked_of_a_file) == said
    assert _read(asked_of_a_file) == read


def test_it_is_let_go_once_the_last_statement_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "REST", 0.01)
    gone = Event()
    one = Rest(gone.set)
    with one.interrupted():
        with one.interrupted():
            pass
        assert not gone.wait(0.1)
    assert gone.wait(_PATIENCE)
    gone.clear()
    with one.interrupted():
        pass
    assert gone.wait(_PATIENCE), "a second time"


def test_it_is_not_let_go_where_nobody_tells_what_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "REST", 0.01)
    gone = Event()
    one = Rest(gone.set)
    one.never()
    with one.interrupted():
        pass
    assert not gone.wait(0.1)


def test_leaving_while_it_is_let_go_is_no_crash() -> None:
    ran = subprocess.run([sys.executable, "-c", _LEAVING], capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def _read(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT count(*) FROM file.texts WHERE contains(text, 'ab')").fetchall()


def _held(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    return dict(connection.execute("SELECT tag, memory_usage_bytes FROM duckdb_memory()").fetchall())


def _limit(connection: duckdb.DuckDBPyConnection) -> object:
    return connection.execute("SELECT current_setting('memory_limit')").fetchall()
