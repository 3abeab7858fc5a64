"""What does not fit into the engine's memory goes into a folder of the session's own, which is gone afterwards."""

import gc
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cq_tui import quotas
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.open_archive import open_archive
from cq_tui.terminal import leaving

from tests.unit.made import EVENT, write_archive

MANY = "SELECT i FROM (SELECT i, repeat(md5(i::VARCHAR), 4) AS text FROM range(400_000) AS made(i)) ORDER BY text"
"""More than an engine of 64 MB can sort there."""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def with_table(tmp_path: Path) -> Iterator[Path]:
    """An archive with a table; engines have little memory."""
    root = write_archive(tmp_path / "archive", events=EVENT)
    (root / "data" / "deals.csv").write_text("id,title_en,event\nmill,Mill,fair\n", "utf-8")
    quotas.use(replace(quotas.USUAL, memory=64))
    yield root
    quotas.use(quotas.USUAL)


def test_a_question_that_needs_more_memory_is_answered_and_leaves_nothing(with_table: Path, temporary: Path) -> None:
    store = open_archive(with_table).store
    (folder,) = temporary.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert store.ask(f"CREATE TABLE sorted AS {MANY}") == [(400_000,)]
    assert store.ask("SELECT count(*) FROM sorted") == [(400_000,)]
    assert any(one.name != "lock" for one in folder.iterdir())
    del store
    gc.collect()
    assert list(temporary.iterdir()) == []


def test_where_there_is_no_room_it_is_told_in_one_line(with_table: Path, temporary: Path) -> None:
    for bounds in (replace(quotas.quotas(), disk=0), replace(quotas.quotas(), disk=1)):
        quotas.use(bounds)
        store = open_archive(with_table).store
        assert [one.name for one in temporary.iterdir()] == [] or bounds.disk
        with pytest.raises(QueryError) as caught:
            store.ask(f"CREATE TABLE sorted AS {MANY}")
        assert str(caught.value) == (
            "That takes more memory than the 64 MB of the engine; CQ_TUI_MEMORY_MB can raise that."
        )
        assert store.ask("SELECT count(*) FROM deals") == [(1,)]


def test_an_archive_without_tables_has_no_folder(tmp_path: Path, temporary: Path) -> None:
    store = open_archive(write_archive(tmp_path / "archive", events=EVENT)).store
    assert store.ask("SELECT count(*) FROM events") == [(1,)]
    assert list(temporary.iterdir()) == []


def test_a_folder_that_can_t_be_made_keeps_nothing_from_opening(with_table: Path, temporary: Path) -> None:
    temporary.rmdir()
    assert open_archive(with_table).store.ask("SELECT count(*) FROM deals") == [(1,)]


def test_what_a_killed_session_left_goes_with_the_next_one(with_table: Path, temporary: Path) -> None:
    left = temporary / "cq-tui-0123456789abcdef"
    left.mkdir()
    (left / "lock").write_text("")
    (left / "duckdb_temp_storage_0.tmp").write_bytes(b"a session's rows")
    store = open_archive(with_table).store
    assert not left.exists()
    assert len(list(temporary.iterdir())) == 1
    del store


def test_it_goes_as_well_where_the_process_is_ended_at_once(
    with_table: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_archive(with_table).store
    assert len(list(temporary.iterdir())) == 1
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    leaving.leave(129)
    assert ended == [129]
    assert list(temporary.iterdir()) == []
    assert store.ask("SELECT 1") == [(1,)]
