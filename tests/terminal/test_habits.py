"""What people set and what is kept for them: keys, language, theme, the first line."""

import os
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def configure(home: Path, text: str) -> None:
    path = home / ".config" / "cq-tui" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_rebound_keys_work_and_are_shown(home: Path, start: Start) -> None:
    configure(home, '[keys]\nfilter = "f3,&"\nhelp = "H"\nkeep-filter = "f4"\n')
    terminal = start("--tab", "deals").wait_for("4 of 4", "F3 filter", "H keys")
    terminal.press("/").settle().press("&").wait_for("F4 keep the filter").press("citic").wait_for("2 of 4")
    terminal.press("\x1bOS").wait_for("quit", "2 of 4").press("H").wait_for("F3 &")


def test_what_is_wrong_is_told_with_its_line_and_the_defaults_hold(home: Path, start: Start) -> None:
    configure(home, 'language = "zh"\n[keys]\nfilter = "s"\n')
    terminal = start().wait_for("config.toml:3: keys.filter: s is the key of sort too")
    terminal.press("2").wait_for("4 of 4").press("/").wait_for("keep the filter").press("esc").wait_for("quit")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert "config.toml:3" in terminal.text


def test_the_first_start_tells_three_keys_once(home: Path) -> None:
    line = "/ filters, Enter opens, ? tells all keys"
    with Terminal(["--lang", "en"], home=home) as terminal:
        terminal.wait_for("97.55 bn", line).press("q")
        assert terminal.wait_exit() == 0
    with Terminal(["--lang", "en"], home=home) as terminal:
        terminal.wait_for("97.55 bn", "quit").press("2").wait_for("4 of 4").press("1").wait_for("97.55 bn")
        assert line.encode() not in terminal.raw


def test_filters_come_back_in_the_next_run(start: Start) -> None:
    for step in range(2):
        terminal = start("--tab", "deals").wait_for("4 of 4").press("/").wait_for("keep the filter")
        if step == 0:
            terminal.press("citic").wait_for("2 of 4").press("enter").wait_gone("keep the filter").press("q")
            terminal.wait_exit()
        else:
            terminal.press("up").wait_for("2 of 4", "citic")


def test_a_home_that_can_t_be_written_does_no_harm(home: Path) -> None:
    (home / ".local").touch()
    with Terminal(["--lang", "en"], home=home) as terminal:
        terminal.wait_for("/ filters, Enter opens").press("q")
        assert terminal.wait_exit() == 0
        assert "Traceback" not in terminal.text


def test_secure_mode_neither_reads_nor_writes_the_home(home: Path) -> None:
    configure(home, 'language = "zh"\n[keys]\nfilter = "x"\n')
    before = sorted(home.rglob("*"))
    with Terminal(["--secure", "--tab", "deals"], home=home) as terminal:
        terminal.wait_for("4 of 4").press("/").wait_for("keep the filter").press("citic").wait_for("2 of 4")
        terminal.press("enter").wait_gone("keep the filter").press("q")
        assert terminal.wait_exit() == 0
    assert sorted(home.rglob("*")) == before
    assert os.listdir(home) == [".config"]
