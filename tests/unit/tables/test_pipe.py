"""The pipe that CSV and Parquet leave through: broken off from either side, it leaves no thread and serves again."""

import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from cq_tui.store.engine.cancellation import Cancellation, Cancelled
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.engine.parquet import parquet_records
from cq_tui.store.store import Store

from tests.unit.made import EVENT, write_archive
from tests.unit.tables.made import store_of

LONG = "SELECT i, md5(i::VARCHAR) AS text FROM range(1_000_000) AS made(i)"
"""Made rows, about 30 MB of them: far more than a pipe holds."""
FAILING = f"SELECT CASE WHEN i = 600_000 THEN error('broken') ELSE text END FROM ({LONG})"


def _parquet(store: Store, sql: str, cancellation: Cancellation) -> Generator[bytes]:
    return store.copy(sql, CopyForm.PARQUET, cancellation)  # type: ignore[return-value]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(write_archive(tmp_path_factory.mktemp("made"), events=EVENT), {})


@pytest.fixture(autouse=True)
def _serves_again(store: Store) -> Iterator[None]:
    yield
    assert not [thread for thread in threading.enumerate() if thread.name == "pipe"]
    whole = b"".join(_parquet(store, "SELECT 1 AS one", Cancellation()))
    assert whole[:4] == whole[-4:] == b"PAR1"


def test_what_is_written_comes_out_whole(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "made.parquet"
    target.write_bytes(b"".join(_parquet(store, "SELECT i FROM range(300_000) AS made(i)", Cancellation())))
    assert [row["i"] for row in parquet_records(target)] == list(range(300_000))


def test_a_reader_may_stop_early(store: Store) -> None:
    pieces = _parquet(store, LONG, Cancellation())
    next(pieces)
    pieces.close()


def test_it_can_be_interrupted(store: Store) -> None:
    cancellation = Cancellation()
    pieces = _parquet(store, LONG, cancellation)
    next(pieces)
    cancellation.cancel()
    with pytest.raises(Cancelled):
        list(pieces)


def test_what_fails_midway_says_so_in_one_line(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        list(_parquet(store, FAILING, Cancellation()))
    assert "\n" not in str(caught.value)


def test_two_at_once_wait_for_each_other(store: Store) -> None:
    found: list[bytes] = []
    statement = "SELECT i FROM range(200_000) AS made(i)"
    threads = [
        threading.Thread(target=lambda: found.append(b"".join(_parquet(store, statement, Cancellation()))))
        for _n in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 3
    assert len(set(found)) == 1


def test_no_other_path_can_be_written(store: Store, tmp_path: Path) -> None:
    with pytest.raises(QueryError):
        store.ask(f"COPY (SELECT 1) TO '{tmp_path / 'stolen'}'")
    assert not (tmp_path / "stolen").exists()
