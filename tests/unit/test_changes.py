"""Several files changed together: all or nothing, by one process at a time."""

import errno
import fcntl
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from cq_tui.files import changes
from cq_tui.files.changes import changing, finish
from cq_tui.files.journal import WORKSHOP, Journal, Move
from cq_tui.files.write import WriteError
from cq_tui.store import open_archive

from tests import rights
from tests.unit.made import DEAL, EVENT, write_archive


def _made(root: Path) -> Path:
    (root / "data").mkdir(parents=True)
    (root / "data" / "a").write_bytes(b"old")
    (root / "data" / "gone").write_bytes(b"old")
    return root


def _files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def _change(root: Path) -> None:
    with changing(root) as change:
        change.write("data/a", [b"new"])
        change.write("seeds/b", [b"n", b"ew"])
        change.remove("data/gone")
        change.remove("data/none")
        change.commit()


NEW = {"data/a": b"new", "seeds/b": b"new"}


@pytest.fixture
def _no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.fixture(params=["with flock", "without"])
def _locks(request: pytest.FixtureRequest) -> None:
    if request.param == "without":
        request.getfixturevalue("_no_locks")


@pytest.mark.usefixtures("_locks")
def test_all_is_changed_and_nothing_is_left(tmp_path: Path) -> None:
    _change(_made(tmp_path / "a"))
    assert _files(tmp_path / "a") == NEW
    assert sorted(os.listdir(tmp_path / "a")) == ["data", "seeds"]


def test_modes(tmp_path: Path) -> None:
    root = _made(tmp_path / "a")
    (root / "data" / "a").chmod(0o604)
    before = os.umask(0o022)
    try:
        _change(root)
    finally:
        os.umask(before)
    assert [stat.S_IMODE((root / name).stat().st_mode) for name in NEW] == [0o604, 0o644]


def test_what_is_not_committed_is_dropped(tmp_path: Path) -> None:
    root = _made(tmp_path / "a")
    before = _files(root)
    with changing(root) as change:
        change.write("data/a", [b"new"])
        change.remove("data/gone")
    assert _files(root) == before
    assert os.listdir(root) == ["data"]


def test_a_folder_on_another_file_system_is_changed_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _made(tmp_path / "a")
    rename = os.rename

    def across(source: Path, target: Path) -> None:
        if {WORKSHOP} & (set(source.parts) ^ set(target.parts)):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(source, target)

    monkeypatch.setattr(os, "rename", across)
    _change(root)
    assert _files(root) == NEW


@pytest.mark.parametrize("name", ["changes"])
def test_a_process_that_is_killed_at_any_step_leaves_the_old_or_the_new(name: str) -> None:
    """Of imports a few steps are tried in ``tests/reliability``, and all of them by ``make reliability``."""
    command = [sys.executable, "-m", "tests.reliability.killing", "1", name]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout


def test_a_move_that_can_t_be_undone_is_finished_by_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = _made(tmp_path / "a")
    rename = os.rename
    done: list[Path] = []

    def failing(source: Path, target: Path) -> None:
        if len(done) >= 3:
            raise OSError(errno.EIO, "Input/output error")
        done.append(source)
        rename(source, target)

    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(WriteError, match="Input/output error"):
        _change(root)
    monkeypatch.undo()
    finish(root)
    assert _files(root) == NEW
    assert sorted(os.listdir(root)) == ["data", "seeds"]


def _break_off(root: Path) -> None:
    """As a process leaves it that was killed right after its commit."""
    journal = Journal(root)
    journal.workshop.mkdir()
    journal.stage(0, [b"new"], None)
    (journal.workshop / "lock").touch()
    journal._begin([Move("data/a", 0, fresh=True, stood=True)])


def test_who_may_not_write_does_not_read_a_mixture(tmp_path: Path) -> None:
    root = _made(tmp_path / "a")
    _break_off(root)
    for folder in (root, root / "data", root / WORKSHOP):
        folder.chmod(0o500)
    with (
        rights.of_an_owner(),
        pytest.raises(WriteError, match=r"broken off and can't be finished \(Permission denied\)"),
    ):
        finish(root)
    for folder in (root, root / "data", root / WORKSHOP):
        folder.chmod(0o700)
    finish(root)
    assert (root / "data" / "a").read_bytes() == b"new"


@pytest.mark.parametrize(
    "text", ["{", "[1]", '[{"target": "../x", "number": 0, "fresh": true, "stood": false}]', '[{"target": "x"}]']
)
def test_a_journal_of_somebody_else_is_not_followed(tmp_path: Path, text: str) -> None:
    root = _made(tmp_path / "a")
    _break_off(root)
    (root / WORKSHOP / "journal").write_text(text)
    with pytest.raises(WriteError, match="its journal can't be read"):
        finish(root)
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.usefixtures("_locks")
def test_a_second_process_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    root = _made(tmp_path / "a")
    told: list[str] = []
    with changing(root) as change:
        with (
            pytest.raises(WriteError, match=rf"another cq-tui is at work there \(\S+ {os.getpid()}\)"),
            changing(root, 0.01, lambda: told.append("waiting")),
        ):
            pass
        change.write("data/a", [b"new"])
        change.commit()
    assert told == ["waiting"]
    assert (root / "data" / "a").read_bytes() == b"new"


@pytest.mark.usefixtures("_locks")
def test_a_second_process_waits_for_the_first(tmp_path: Path) -> None:
    root = _made(tmp_path / "a")
    waits, order = threading.Event(), []

    def second() -> None:
        with changing(root, 60, waits.set) as change:
            order.append("second")
            change.write("data/a", [b"second"])
            change.commit()

    thread = threading.Thread(target=second)
    with changing(root) as change:
        thread.start()
        assert waits.wait(60)
        order.append("first")
        change.write("data/a", [b"first"])
        change.commit()
    thread.join(60)
    assert order == ["first", "second"]
    assert (root / "data" / "a").read_bytes() == b"second"
    assert os.listdir(root) == ["data"]


@pytest.mark.usefixtures("_no_locks")
def test_without_flock_the_lock_of_a_dead_process_does_not_hold(tmp_path: Path) -> None:
    root = _made(tmp_path / "a")
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    (root / WORKSHOP).mkdir()
    (root / WORKSHOP / "lock-owner").write_text(f"{os.uname().nodename} {child.pid}")
    with changing(root, 60) as change:
        change.write("data/a", [b"new"])
        change.commit()
    assert (root / "data" / "a").read_bytes() == b"new"


def test_a_reader_waits_for_moves_that_are_being_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _made(tmp_path / "a")
    monkeypatch.setattr(changes, "_PATIENCE", 0)
    with changing(root):
        finish(root)  # nothing is committed: what stands there is whole
        Journal(root)._begin([])
        with pytest.raises(WriteError, match="broken off and can't be finished"):
            finish(root)
        os.unlink(root / WORKSHOP / "journal")


def test_an_archive_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_archive(tmp_path / "archive", events=EVENT, deals=DEAL)
    load, times = open_archive.load, []

    def changing_once(*given: object) -> object:
        if not times:
            (root / "data" / "deals.toml").write_text(DEAL.replace('"mill"', '"mine"'))
        times.append(None)
        return load(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(open_archive, "load", changing_once)
    opened = open_archive.open_archive(root)
    assert ([str(problem) for problem in opened.problems], opened.store.ids("deals"), len(times)) == ([], ["mine"], 2)
