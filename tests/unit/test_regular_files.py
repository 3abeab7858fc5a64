"""What is read is a regular file, and no larger than asked for."""

import os
from pathlib import Path

import pytest
from cq_tui.files.regular import NotRegularError, TooLargeError, check_regular, open_regular, read_regular


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    (tmp_path / "link").symlink_to("a")
    assert read_regular(tmp_path / "a", 3) == read_regular(tmp_path / "link", 3) == b"abc"


def test_a_file_of_more_bytes_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abcd")
    with pytest.raises(TooLargeError, match="larger than 3 bytes"):
        read_regular(tmp_path / "a", 3)


@pytest.mark.parametrize("sort", ["pipe", "folder", "device", "link to a device"])
def test_all_else_is_named_and_not_read(tmp_path: Path, sort: str) -> None:
    path = tmp_path / "a"
    match sort:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "device":
            path = Path("/dev/zero")
        case _:
            path.symlink_to("/dev/zero")
    for read in (open_regular, check_regular, lambda one: read_regular(one, 10)):
        with pytest.raises(NotRegularError, match="it is a folder" if sort == "folder" else "it is not a regular file"):
            read(path)


def test_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "a", 10)
