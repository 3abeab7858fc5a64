"""Which changes of files are told, and what is said where none can be."""

import sys
import threading
from pathlib import Path

import pytest
from cq_tui.files import watch
from cq_tui.files.watch import ArchiveWatch, WatchError, not_told_of

from tests.unit.conftest import Run

PATIENCE = 30


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "archive"
    (root / "data").mkdir(parents=True)
    return root


def test_a_change_before_anybody_listens_is_told_then(root: Path) -> None:
    told = ArchiveWatch([root])
    (root / "data" / "deals.toml").write_text("")
    heard = threading.Event()
    for _try in range(PATIENCE * 10):
        if told._missed:
            break
        threading.Event().wait(0.1)
    told.listen(heard.set)
    assert heard.is_set()


def test_a_system_that_only_polls_is_not_followed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from watchdog.observers.polling import PollingObserver

    monkeypatch.setattr("watchdog.observers.Observer", PollingObserver)
    with pytest.raises(WatchError, match="R reads them again"):
        ArchiveWatch([root])


def test_where_the_kernel_has_no_watch_left_that_is_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(ArchiveWatch, "_observe", full)
    with pytest.raises(WatchError, match="Too many open files"):
        ArchiveWatch([root])


MOUNTS = """\
21 1 8:1 / / rw - ext4 /dev/sda1 rw
30 21 0:40 / /mnt/shared\\040files rw - nfs4 host:/x rw
31 21 0:41 / /mnt rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("path", "kind"), [("/mnt/shared files/a", "nfs4"), ("/mnt/shared", ""), ("/home/x", ""), ("/mnt/sharedfiles", "")]
)
def test_a_file_system_of_others_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, kind: str
) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    monkeypatch.setattr(watch, "_MOUNTS", tmp_path / "mounts")
    told = not_told_of([Path(path)])
    assert (f"is on {kind}:" in told) if kind else told == ""


def test_without_the_package_that_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from cq_tui.commands import browse

    monkeypatch.setitem(sys.modules, "watchdog", None)
    monkeypatch.setitem(sys.modules, "watchdog.events", None)
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda: True)
    monkeypatch.setattr(browse, "guard_line", lambda: None)
    monkeypatch.setenv("TERM", "xterm")
    ran = run("--follow")
    assert (ran.code, ran.err) == (2, "cq-tui: This takes a package more: pip install 'cq-tui[follow]'\n")
