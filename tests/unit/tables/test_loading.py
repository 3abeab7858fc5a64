"""Reading a long table file tells how far it is, and can be broken off."""

import threading
from pathlib import Path
from threading import Thread

import pytest
from cq_tui.store.engine.cancellation import Cancelled
from cq_tui.store.engine.loading import Loading, Progress, progress_words
from cq_tui.store.open_archive import open_archive

from tests.unit.made import EVENT, write_archive
from tests.unit.tables.made import parquet

COUNT = 400_000
"""Several groups of rows, for the share is told by the group."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_archive(tmp_path_factory.mktemp("made"), events=EVENT)
    (root / "data" / "deals.parquet").write_bytes(
        parquet(
            "SELECT 'd' || i AS id, {'zh': '', 'en': 'Made ' || i} AS title, 'fair' AS event, 'fund' AS instrument "
            f"FROM range({COUNT}) AS made(i)"
        )
    )
    return root


def test_reading_stops_when_it_is_broken_off(root: Path) -> None:
    seen: list[Progress] = []

    def watch(thread: Thread, loading: Loading) -> None:
        while thread.is_alive():
            if (progress := loading.progress) is not None:
                seen.append(progress)
                loading.stop()
                thread.join()

    with pytest.raises(Cancelled):
        open_archive(root, watch=watch)
    assert seen[0].file == "data/deals.parquet"
    assert seen[0].rows == COUNT
    assert 0 <= seen[0].share <= 1
    assert not [thread for thread in threading.enumerate() if thread.name == "later"]


class Running:
    """A connection of which the test says how far it is."""

    per_cent = -1.0
    interrupted = 0

    def interrupt(self) -> None:
        self.interrupted += 1

    def query_progress(self) -> float:
        return self.per_cent


def test_the_share_is_what_the_engine_tells_and_nothing_is_told_while_nothing_is_read() -> None:
    loading, running = Loading(), Running()
    assert loading.progress is None
    loading.begin(running, "data/deals.parquet", COUNT)
    shares = []
    for running.per_cent in (-1.0, 0.0, 25.0, 100.0, 101.0):
        assert loading.progress is not None
        shares.append(loading.progress.share)
    assert shares == [0, 0, 0.25, 1, 1]
    loading.stop()
    assert running.interrupted == 1
    loading.end()
    assert loading.progress is None


def test_the_words_of_progress() -> None:
    assert progress_words(Progress("data/deals.parquet", 1_000_000, 0.25)) == (
        "reading data/deals.parquet: 250,000 of 1,000,000 rows, 25%"
    )
    assert progress_words(Progress("data/\x1b[2Jdeals.csv", None, 0.5)) == "reading data/\ufffd[2Jdeals.csv: 50%"
