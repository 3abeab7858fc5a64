"""Writing a file: the whole file or none, and nothing overwritten unasked."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from cq_tui.export.write import FileExists, WriteError, write

from tests import rights


def _failing() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError("made to fail")


def test_the_pieces_are_written_and_counted(tmp_path: Path) -> None:
    assert write(tmp_path / "a.csv", [b"ab", b"", b"c"]) == 3
    assert (tmp_path / "a.csv").read_bytes() == b"abc"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    assert write(tmp_path / "a.csv", []) == 0
    assert (tmp_path / "a.csv").read_bytes() == b""


def test_others_may_not_read_the_file(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", [b"x"])
    assert (tmp_path / "a.csv").stat().st_mode & 0o077 == 0


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


def test_replacing_a_symbolic_link_leaves_its_target_alone(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to("target")
    write(tmp_path / "link", [b"new"], replace=True)
    assert (tmp_path / "target").read_bytes() == b"old"
    assert not (tmp_path / "link").is_symlink()
    assert (tmp_path / "link").read_bytes() == b"new"


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
    with pytest.raises(WriteError):
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
