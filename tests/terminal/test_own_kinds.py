"""An archive that declares twelve kinds of its own, on a terminal: no tab without a key; all of it is made up."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.unit.made import EVENT, write_archive
from tests.unit.made_kinds import declaring_archive
from tests.unit.test_counted import GRANTS, STATUS


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    return declaring_archive(tmp_path / "fair")


def _strip(terminal: Terminal) -> str:
    return terminal.text.splitlines()[1]


def test_every_tab_is_reached_and_told_in_both_languages(start: Start, fair: Path) -> None:
    terminal = start(str(fair), "--tab", "exhibitors").wait_for("[9 Exhibitors]", "3 of 3", "0 all tabs")
    terminal.press("0").wait_for("two digits").press("12").wait_for("[012 Trade visitors]", "0 of 0")
    terminal.press("0").wait_for("two digits").press("zhanguan").wait_for(" > 11  Halls").press("enter")
    terminal.wait_for("[011 Halls]", "1 of 1", "North hall")
    terminal.press("L").wait_for("[011 展馆]", "北馆", "0 全部标签页")
    terminal.press("0").wait_for("两位数字").press("１０").wait_for("[010 展位]", "2 / 2 条")
    terminal.press("tab").wait_for("[011 展馆]").press("shift+tab", "shift+tab").wait_for("[9 参展商]")
    terminal.press("?").wait_for("全部标签页").press("esc").wait_for("3 / 3 条")
    assert _strip(terminal).endswith("0 全部标签页")


def test_digits_that_come_in_one_packet_are_taken_in_their_order(start: Start, fair: Path) -> None:
    """A line hands on what is typed ahead in one piece: ``0`` opens the list, the digits stand in it."""
    terminal = start(str(fair), "--tab", "deals").wait_for("1 of 1", "quit")
    terminal.press("020").wait_for("[020 Visits]")
    terminal.press("1").wait_for("[1 Overview]").press("9").wait_for("[9 Exhibitors]")


def test_an_own_key_for_the_list_of_tabs_stands_on_the_strip(start: Start, fair: Path, tmp_path: Path) -> None:
    config = tmp_path / "home/.config/cq-tui/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\ntabs = "z"\n')
    terminal = start(str(fair), "--tab", "booths").wait_for("[z10 Booths]", "z all tabs")
    terminal.press("z").wait_for("two digits").press("11").wait_for("[z11 Halls]")


def test_a_filter_is_of_the_first_list_that_an_archive_of_own_kinds_has(start: Start, tmp_path: Path) -> None:
    root = tmp_path / "grants"
    write_archive(root, schema=STATUS, events=EVENT, grants=GRANTS)
    start(str(root), "--filter", "status:open").wait_for("[2 Grants 2]", "1 of 2", "sum EUR 5")
    start(str(root), "--tab", "deals").wait_for("This archive has no record of Deals; there is no tab deals.")


def test_what_was_kept_of_a_kind_that_is_gone_breaks_nothing(start: Start, fair: Path, tmp_path: Path) -> None:
    terminal = start(str(fair), "--tab", "exhibitors").wait_for("3 of 3", "quit").press("-").wait_for("Hidden: Name")
    assert terminal.press("q").wait_exit() == 0
    assert "exhibitors" in (tmp_path / "home/.local/state/cq-tui/state.toml").read_text()
    schema = fair / "data" / "schema.toml"
    schema.write_text(schema.read_text("utf-8").partition("[kinds.exhibitors]")[0], "utf-8")
    for name in ("exhibitors", "booths", "halls", "deals"):
        (fair / "data" / f"{name}.toml").unlink()
    terminal = start(str(fair)).wait_for("Overview", "quit")
    assert "Exhibitors" not in terminal.text
    assert "all tabs" not in terminal.text


def test_a_kind_that_goes_while_it_is_looked_at(start: Start, fair: Path) -> None:
    terminal = start(str(fair), "--tab", "halls").wait_for("1 of 1", "quit").press("enter").wait_for("Halls North hall")
    schema = fair / "data" / "schema.toml"
    schema.write_text(schema.read_text("utf-8").replace("[kinds.halls]", "[kinds.rooms]"), "utf-8")
    (fair / "data" / "halls.toml").unlink()
    terminal.press("R").wait_for("no longer in the archive").press("esc").wait_for("[1 Overview]")
    terminal.press("0").wait_for("two digits").press("halls", "enter").wait_for("There is nothing here yet.")


def test_secure_mode_has_all_tabs(start: Start, fair: Path) -> None:
    terminal = start("--secure", "--tab", "booths", CQ_TUI_ARCHIVE=str(fair)).wait_for("[010 Booths]", "2 of 2")
    terminal.press("0").wait_for("two digits").press("11").wait_for("[011 Halls]", "1 of 1")
