"""An archive that can't be opened: one clear line, the right exit code, no traceback, and no screen."""

import shutil
from pathlib import Path

import pytest

from tests import rights
from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    for name in ("data", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def _one_line(terminal: Terminal, code: int, *words: str) -> None:
    assert terminal.wait_exit() == code
    told = terminal.raw.decode()
    assert told.count("\r\n") == 1, told
    assert told.startswith("cq-tui: ")
    assert "Traceback" not in told
    assert "\x1b" not in told
    for word in words:
        assert word in told


def test_broken_file(start: Start, archive: Path) -> None:
    (archive / "data" / "deals.toml").write_text('[[deals]]\nid = "a"\ntitle = {{')
    _one_line(start(str(archive)), 1, "deals.toml:3")


def test_wrong_values(start: Start, archive: Path) -> None:
    file = archive / "data" / "deals.toml"
    file.write_text(file.read_text().replace("amount = 200_000_000", "amount = 0"))
    _one_line(start(str(archive)), 1, "data/deals.toml:45: amount", "0 is no amount")


def test_missing_folder(start: Start, tmp_path: Path) -> None:
    _one_line(start(str(tmp_path / "nowhere")), 1, "nowhere")


def test_unreadable_file(start: Start, archive: Path) -> None:
    (archive / "data" / "deals.toml").chmod(0)
    _one_line(start(str(archive), before=rights.give_up), 1, "deals.toml", "Permission denied")


def test_a_file_that_is_not_text(start: Start, archive: Path) -> None:
    (archive / "data" / "deals.toml").write_bytes(b"\xff\xfe\x00\x01")
    _one_line(start(str(archive)), 1, "deals.toml")


def test_unknown_field_in_the_filter(start: Start) -> None:
    _one_line(start("--filter", "colour:red"), 1, "colour")


def test_unknown_tab(start: Start) -> None:
    _one_line(start("--tab", "nonsense"), 2, "nonsense", "deals")


def test_more_than_one_problem(start: Start, archive: Path) -> None:
    file = archive / "data" / "deals.toml"
    file.write_text(file.read_text().replace('org = "citic-bank"', 'org = "nobody"'))
    _one_line(start(str(archive)), 1, "nobody", "1 more problem", "cq-tui check")
