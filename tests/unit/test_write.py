"""Writing a file: the whole file or none, and nothing overwritten unasked."""

import errno
import fcntl
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cq_tui.files import streams
from cq_tui.files.write import FileExists, Target, WriteError, write

from tests import rights


def _failing() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError("made to fail")


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_pieces_are_written_and_counted(tmp_path: Path) -> None:
    assert write(tmp_path / "a.csv", [b"ab", b"", b"c"]) == 3
    assert (tmp_path / "a.csv").read_bytes() == b"abc"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    assert write(tmp_path / "a.csv", []) == 0
    assert (tmp_path / "a.csv").read_bytes() == b""


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        write(tmp_path / "a.csv", [b"x"])
    finally:
        os.umask(before)
    assert _mode(tmp_path / "a.csv") == mode


def test_a_private_file_is_its_owners_alone(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", [b"x"], private=True)
    assert _mode(tmp_path / "a.csv") == 0o600


@pytest.mark.parametrize("mode", [0o664, 0o600, 0o444])
@pytest.mark.parametrize("private", [False, True])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, mode: int, private: bool) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "a.csv").chmod(mode)
    write(tmp_path / "a.csv", [b"new"], replace=True, private=private)
    assert (_mode(tmp_path / "a.csv"), (tmp_path / "a.csv").read_bytes()) == (mode, b"new")


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(FileExists, match=r"a\.csv is there already\.$"):
        write(tmp_path / "a.csv", [b"new"])
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_an_existing_file_is_found_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(FileExists):
        write(tmp_path / "a.csv", _failing())


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    def racing() -> Iterator[bytes]:
        yield b"new"
        (tmp_path / "a.csv").write_bytes(b"other")

    with pytest.raises(FileExists):
        write(tmp_path / "a.csv", racing())
    assert (tmp_path / "a.csv").read_bytes() == b"other"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_replacing_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a longer old text")
    write(tmp_path / "a.csv", [b"new"], replace=True)
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("target", ["target", "nowhere"])
def test_a_symbolic_link_is_something_that_is_there(tmp_path: Path, target: str) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to(target)
    with pytest.raises(FileExists):
        write(tmp_path / "link", [b"new"])
    assert sorted(os.listdir(tmp_path)) == ["link", "target"]


def test_replacing_through_a_symbolic_link_leaves_the_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to("elsewhere/target")
    write(tmp_path / "link", [b"new"], replace=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "elsewhere" / "target").read_bytes() == b"new"
    assert os.listdir(tmp_path / "elsewhere") == ["target"]


@pytest.mark.parametrize("replace", [False, True])
def test_nothing_is_left_when_the_pieces_fail(tmp_path: Path, replace: bool) -> None:
    with pytest.raises(RuntimeError, match="made to fail"):
        write(tmp_path / "a.csv", _failing(), replace=replace)
    assert os.listdir(tmp_path) == []


def test_the_old_file_stays_when_replacing_fails(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write(tmp_path / "a.csv", _failing(), replace=True)
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("folder", ["nowhere", "file"])
def test_a_folder_that_is_not_there(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteError, match=r"can't be written: there is no such folder\.$"):
        write(tmp_path / folder / "a.csv", [b"x"])
    assert os.listdir(tmp_path) == ["file"]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"can't be written: the name is too long\.$"):
        write(tmp_path / ("a" * 300), [b"x"])
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("replace", [False, True])
def test_a_folder_is_not_replaced(tmp_path: Path, replace: bool) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError, match=r"can't be written: it is a folder\.$"):
        write(tmp_path / "folder", [b"x"], replace=replace)
    assert os.listdir(tmp_path) == ["folder"]
    assert os.listdir(tmp_path / "folder") == []


@pytest.mark.parametrize("name", ["", ".", "..", "/"])
def test_not_a_file_name(name: str) -> None:
    with pytest.raises(WriteError, match=r"is not a file name\.$"):
        write(Path(name), [b"x"])


def test_a_hostile_name_is_told_harmlessly(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write(tmp_path / "no\x1b[31m\nwhere" / "a.csv", [b"x"])
    assert not any(character in str(caught.value) for character in "\x1b\n")


def test_a_folder_that_is_read_only(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with rights.of_an_owner(), pytest.raises(WriteError, match=r"can't be written: writing there is not permitted\.$"):
        write(tmp_path / "a.csv", [b"x"])


@pytest.fixture
def _no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on FAT, exFAT, and many FUSE and SMB mounts."""

    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)


@pytest.fixture
def _no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on some NFS mounts."""

    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.mark.usefixtures("_no_links", "_no_locks")
@pytest.mark.parametrize("replace", [False, True])
def test_a_file_system_without_links_and_locks(tmp_path: Path, replace: bool) -> None:
    assert write(tmp_path / "a.csv", [b"new"], replace=replace) == 3
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.csv"]


@pytest.mark.usefixtures("_no_links")
def test_nothing_is_overwritten_where_there_are_no_links(tmp_path: Path) -> None:
    def racing() -> Iterator[bytes]:
        yield b"new"
        (tmp_path / "a.csv").write_bytes(b"other")

    with pytest.raises(FileExists):
        write(tmp_path / "a.csv", racing())
    assert (tmp_path / "a.csv").read_bytes() == b"other"
    assert os.listdir(tmp_path) == ["a.csv"]


@pytest.mark.usefixtures("_no_locks")
def test_what_is_left_over_where_there_are_no_locks_goes_with_its_age(tmp_path: Path) -> None:
    for name, age in (("young", 60), ("old", 3 * 24 * 60 * 60)):
        left = tmp_path / f".cq-tui-{name}.tmp"
        left.write_bytes(b"x")
        os.utime(left, (left.stat().st_atime, left.stat().st_mtime - age))
    write(tmp_path / "a.csv", [b"x"])
    assert sorted(os.listdir(tmp_path)) == [".cq-tui-young.tmp", "a.csv"]


@pytest.mark.parametrize("replace", [False, True])
def test_a_pipe_is_written_into(tmp_path: Path, replace: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write(Target(tmp_path / "pipe", streams=True), [b"a", b"b"], replace=replace)
    reader.join(10)
    assert found == [b"ab"]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_pipe_that_nobody_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_PATIENCE", 0)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError, match=r"can't be written: nobody reads from it\.$"):
        write(Target(tmp_path / "pipe", streams=True), [b"x"])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes devices")
def test_a_device_is_written_into(tmp_path: Path) -> None:
    node = tmp_path / "null"
    try:
        os.mknod(node, stat.S_IFCHR | 0o666, os.makedev(1, 3))
        node.open("wb").close()
    except OSError:
        pytest.skip("no devices on this file system")
    assert write(Target(node, streams=True), [b"abc"], replace=True) == 3
    assert stat.S_ISCHR(node.stat().st_mode)


def test_an_open_file_is_written_into(tmp_path: Path) -> None:
    with (tmp_path / "open").open("wb") as file:
        write(Target(Path(f"/dev/fd/{file.fileno()}"), streams=True), [b"abc"])
        assert not file.closed
        file.write(b"d")
    assert (tmp_path / "open").read_bytes() == b"abcd"


@pytest.mark.parametrize("replace", [False, True])
def test_a_pipe_is_no_file(tmp_path: Path, replace: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WriteError, match="is a pipe or a device, not a file"):
        write(tmp_path / "pipe", [b"x"], replace=replace)
    assert os.listdir(tmp_path) == ["pipe"]


def test_a_folder_that_is_held_stays_the_one_it_was(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "victim").mkdir()
    held = os.open(tmp_path / "folder", os.O_RDONLY)
    try:
        (tmp_path / "folder").rename(tmp_path / "moved")
        (tmp_path / "folder").symlink_to("victim")
        write(Target(tmp_path / "folder" / "a.csv", folder=held), [b"x"])
    finally:
        os.close(held)
    assert os.listdir(tmp_path / "moved") == ["a.csv"]
    assert os.listdir(tmp_path / "victim") == []


def test_no_link_is_followed_out_of_a_folder_that_is_held(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "victim").write_bytes(b"kept")
    (tmp_path / "folder" / "a.csv").symlink_to(tmp_path / "victim")
    held = os.open(tmp_path / "folder", os.O_RDONLY)
    try:
        with pytest.raises(WriteError, match="is no regular file"):
            write(Target(tmp_path / "folder" / "a.csv", folder=held), [b"x"], replace=True)
    finally:
        os.close(held)
    assert (tmp_path / "victim").read_bytes() == b"kept"


def test_a_folder_that_may_not_be_looked_into(tmp_path: Path) -> None:
    tmp_path.chmod(0o300)
    with rights.of_an_owner():
        write(tmp_path / "a.csv", [b"x"])
    tmp_path.chmod(0o700)
    assert os.listdir(tmp_path) == ["a.csv"]
