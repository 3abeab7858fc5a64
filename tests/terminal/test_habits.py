"""What people set and what is kept for them: keys, language, theme, the first line."""

import os
import re
import shutil
from pathlib import Path

import pytest
from cq_tui.archive.read import shipped

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.looking import pointed


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
    configure(home, '[keys]\nfilter = "f3,&"\nhelp = "J"\nkeep-filter = "f4"\n')
    terminal = start("--tab", "deals").wait_for("4 of 4", "F3 filter", "J keys")
    terminal.press("/").settle().press("&").wait_for("F4 keep the filter").press("citic").wait_for("2 of 4")
    terminal.press("\x1bOS").wait_for("quit", "2 of 4").press("J").wait_for("F3 &")


def test_what_is_wrong_is_told_with_its_line_and_the_defaults_hold(home: Path, start: Start) -> None:
    configure(home, 'language = "zh"\n[keys]\nfilter = "s"\n')
    terminal = start().wait_for("config.toml:3: keys.filter: s is the key of sort too")
    terminal.press("2").wait_for("4 of 4").press("/").wait_for("keep the filter").press("esc").wait_for("quit")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert "config.toml:3" in terminal.text


def test_the_first_start_tells_three_keys_once(home: Path) -> None:
    line = "/ filters, Enter opens, ? lists all keys"
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


def test_the_language_changes_at_once_and_is_kept(home: Path) -> None:
    for arguments in (["--lang", "en", "--tab", "deals"], ["--tab", "deals"]):
        with Terminal(arguments, home=home, size=(120, 40)) as terminal:
            if "--lang" in arguments:
                terminal.wait_for("4 of 4", "quit").press("L")
                terminal.wait_for("项目 4", "退出", "类别", "4 / 4", "授信方").wait_gone("quit", "Deals", "lender")
                terminal.press("?").wait_for("本页快捷键").press("L").wait_for("Keys on this screen").press("L")
                terminal.wait_for("本页快捷键").press("esc").wait_for("4 / 4", "退出")
                terminal.press("enter").wait_gone("4 / 4").press("L").wait_for("lender").press("L").wait_for("授信方")
                terminal.press("q").wait_for("4 / 4").press("q")
                assert terminal.wait_exit() == 0
            else:
                terminal.wait_for("项目 4", "退出")


def test_reload_keeps_the_place_and_tells_what_is_wrong(start: Start, tmp_path: Path) -> None:
    root = tmp_path / "copy"
    for folder in ("data", "seeds"):
        shutil.copytree(shipped() / folder, root / folder)
    file = root / "data" / "deals.toml"
    good = file.read_text("utf-8")
    terminal = start(str(root), "--tab", "deals", "--sort", "amount-desc").wait_for("4 of 4")
    terminal.press("/").wait_for("keep the filter").press("a").wait_for("4 of 4").press("enter").wait_for("quit")
    terminal.press("down").wait_for(lambda screen: "Directed" in pointed(screen))
    file.write_text(good.replace("Directed", "Wanted", 1), "utf-8")
    terminal.press("R").wait_for("read again", lambda screen: "Wanted" in pointed(screen), " / a")
    file.write_text(good + "xyzzy = 1\n", "utf-8")
    terminal.press("R").wait_for("deals.toml:", "xyzzy", "what was read before stays")
    assert "Wanted" in pointed(terminal.text)


def test_themes_are_gone_through_and_kept(home: Path) -> None:
    with Terminal(["--lang", "en"], home=home) as terminal:
        terminal.wait_for("97.55 bn", "quit").press("T").wait_for("Theme: light").press("T").wait_for("high contrast")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with Terminal(["--lang", "en"], home=home) as terminal:
        terminal.wait_for("97.55 bn", "quit").settle()
        assert b"48;2;0;0;0" in terminal.raw


@pytest.mark.parametrize("how", [{"NO_COLOR": "1"}, {"arguments": "--color none"}])
def test_without_colours_attributes_alone_are_sent(start: Start, how: dict[str, str]) -> None:
    arguments = how.pop("arguments", "").split()
    terminal = start("--tab", "deals", *arguments, **how).wait_for("4 of 4", "quit")
    terminal.press("T").wait_for("one theme only").settle()
    sent = {number for one in re.findall(rb"\x1b\[([\d;]*)m", terminal.raw) for number in one.split(b";")}
    assert {b"7", b"1"} <= sent
    assert not [one for one in sent if one and 30 <= int(one) <= 107 and int(one) not in (39, 49)]
    assert b"2" not in sent


def test_an_empty_no_color_is_none(start: Start) -> None:
    terminal = start(NO_COLOR="").wait_for("97.55 bn", "quit").settle()
    assert b"38;2;" in terminal.raw


def test_sixteen_colours_are_the_terminal_s_own(start: Start) -> None:
    terminal = start("--color", "16", "--tab", "deals").wait_for("4 of 4", "quit").settle()
    sent = {number for one in re.findall(rb"\x1b\[([\d;]*)m", terminal.raw) for number in one.split(b";")}
    assert b"38" not in sent
    assert b"48" not in sent
    assert {b"35", b"7"} <= sent


def test_a_terminal_without_room_says_so_and_comes_back(start: Start) -> None:
    terminal = start("--tab", "deals", size=(50, 12)).wait_for("Too small: cq-tui needs 60x15")
    terminal.resize(60, 15).wait_for("4 of 4", "[2 ").press("/").wait_for("keep the filter").press("citic")
    terminal.wait_for("2 of 4").resize(60, 14).wait_for("Too small").resize(80, 24).wait_gone("Too small")
    terminal.wait_for("2 of 4", "keep the filter").press("x").wait_for("citicx")
    terminal.press("esc").wait_for("4 of 4", "quit")


def test_tab_completes_with_the_most_frequent_value(start: Start) -> None:
    terminal = start("--tab", "deals").wait_for("4 of 4").press("/").wait_for("keep the filter")
    terminal.press("category:").wait_for("finance 2").settle().press("tab").wait_for("2 of 4")


def test_in_chinese_values_are_offered_in_chinese(start: Start) -> None:
    terminal = start("--tab", "deals", lang="zh").wait_for("4 / 4").press("/").wait_for("保留筛选")
    terminal.press("类别:").wait_for("金融赋能 2")


def test_the_palette_does_actions_and_opens_records(start: Start) -> None:
    terminal = start("--tab", "deals").wait_for("4 of 4", "quit").press(":").wait_for("an action or a record")
    terminal.press("zzzz").wait_for("Nothing matches").press("ctrl+u").press("reload").wait_for("> read the files")
    terminal.press("enter").wait_for("The files were read again.")
    terminal.press("\x10").wait_for("an action or a record").press("sort by").wait_for("> sort by the column")
    terminal.press("enter").wait_for("4 of 4").press("：").wait_for("an action or a record")
    terminal.press("xnl").wait_for("Southwest Aluminium", "organisation").press("esc").wait_for("4 of 4")
    terminal.press(":").wait_for("an action").press("zhongxinyinhang").wait_for("> China CITIC Bank").press("enter")
    terminal.wait_for("organisation China CITIC Bank")


def test_the_palette_of_secure_mode_offers_what_is_allowed(start: Start) -> None:
    terminal = start("--secure", "--tab", "deals").wait_for("4 of 4", "quit").press(":").wait_for("an action")
    terminal.press("shell").wait_for("Nothing matches").press("ctrl+u").press("export").wait_for("Nothing matches")
    terminal.press("ctrl+u").press("theme").wait_for("> next theme").press("enter").wait_for("Theme: light")
