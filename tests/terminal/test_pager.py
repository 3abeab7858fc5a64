"""Long output on a terminal: through the pager that one has, and none where none is wanted."""

import shutil
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal

LIST = ("list", "organisations", "--lang", "en")
"""Longer than 24 lines, shorter than 40."""
PAGER = """\
#!/bin/sh
read first; read second
echo "paged: $LESS: $first"
echo "$$" > started
%s
"""


@pytest.fixture
def pager(tmp_path: Path) -> Path:
    """A pager that reads two lines and then does what is written into it."""
    path = tmp_path / "my pager"
    path.write_text(PAGER % "cat > rest")
    path.chmod(0o755)
    return path


def test_what_is_long_goes_through_it_with_its_narration(tmp_path: Path, pager: Path) -> None:
    with Terminal(LIST, home=tmp_path, PAGER=f"'{pager}'") as terminal:
        assert terminal.wait_exit() == 0
        assert "paged: FRX: Organisation" in terminal.text
    rest = (tmp_path / "rest").read_text("utf-8").splitlines()
    assert (len(rest), rest[-1]) == (26, "26 of 26")


@pytest.mark.parametrize("words", [("help", "list"), ("keys",), ("schema",), ("list", "deals", "--json"), ("-h",)])
def test_so_do_help_and_what_else_is_read(tmp_path: Path, pager: Path, words: tuple[str, ...]) -> None:
    with Terminal(words, home=tmp_path, PAGER=f"'{pager}'") as terminal:
        assert terminal.wait_exit() == 0
        assert "paged: FRX: " in terminal.text


def test_what_fits_is_printed(tmp_path: Path, pager: Path) -> None:
    with Terminal(LIST, home=tmp_path, size=(80, 40), PAGER=f"'{pager}'") as terminal:
        assert terminal.wait_exit() == 0
        assert "26 of 26" in terminal.text
        assert "Organisation" in terminal.text
    assert not (tmp_path / "started").exists()


@pytest.mark.parametrize("how", ["cat", "", "no such program", "'not closed"])
def test_none_is_started_where_none_is_wanted_or_none_is_there(tmp_path: Path, how: str) -> None:
    with Terminal(LIST, home=tmp_path, PAGER=how) as terminal:
        assert terminal.wait_exit() == 0
        assert "26 of 26" in terminal.text


@pytest.mark.parametrize("words", [(*LIST, "--no-pager"), ("--no-pager", *LIST), (*LIST, "--secure")])
def test_nor_with_the_option_and_in_secure_mode(tmp_path: Path, pager: Path, words: tuple[str, ...]) -> None:
    with Terminal(words, home=tmp_path, PAGER=f"'{pager}'") as terminal:
        assert terminal.wait_exit() == 0
        assert "26 of 26" in terminal.text
    assert not (tmp_path / "started").exists()


def test_nor_on_a_terminal_that_places_no_cursor(tmp_path: Path, pager: Path) -> None:
    with Terminal(LIST, home=tmp_path, PAGER=f"'{pager}'", TERM="dumb") as terminal:
        assert terminal.wait_exit() == 0
    assert not (tmp_path / "started").exists()


def test_a_pager_that_is_left_ends_the_command(tmp_path: Path, pager: Path) -> None:
    pager.write_text(PAGER % "exit 3")
    with Terminal(("list", "passages", "--json", "--lang", "en"), home=tmp_path, PAGER=f"'{pager}'") as terminal:
        assert terminal.wait_exit() == 0
        assert "paged" in terminal.text
        assert terminal.process.left == []
        assert b"Traceback" not in terminal.raw
        assert b"cq-tui:" not in terminal.raw


def test_ctrl_c_is_the_pager_s(tmp_path: Path, pager: Path) -> None:
    pager.write_text(PAGER % "trap 'echo caught' INT; echo ready; cat > rest; read answer < /dev/tty; echo $answer")
    with Terminal(LIST, home=tmp_path, PAGER=f"'{pager}'") as terminal:
        terminal.wait_for("ready").press("ctrl+c").wait_for("caught").press("well\r").wait_for("well\n")
        assert terminal.wait_exit() == 0


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_less_shows_chinese_and_is_left(tmp_path: Path) -> None:
    with Terminal(("list", "organisations", "--lang", "zh"), home=tmp_path, LANG="C") as terminal:
        terminal.wait_for("西南铝集团", "\n:")
        terminal.press("G").wait_for("(END)").press("q")
        assert terminal.wait_exit() == 0
