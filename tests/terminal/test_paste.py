"""Pasting: several lines, too many characters, and a paste that never ends."""

from tests.terminal.driver import Terminal
from tests.terminal.test_job_control import wait_for_bytes

BEGIN, END = "\x1b[200~", "\x1b[201~"
CUT = "its first 1000 characters stand here"


def typing(deals: Terminal) -> Terminal:
    return deals.press("/").wait_for("keep the filter").settle()


def test_two_lines_become_both(deals: Terminal) -> None:
    typing(deals).press(f"{BEGIN}\r\n中信银行\n汽车\n{END}").wait_for("/ 中信银行 汽车", "1 of 4")


def test_a_long_paste_is_cut_with_a_word(deals: Terminal) -> None:
    typing(deals).press(f"{BEGIN}{'x' * 1001}{END}").wait_for("xxxx", "Nothing here matches", CUT)
    deals.press("esc").wait_for("4 of 4", "quit")


def test_megabytes_without_an_end_leave_the_keys_alive(deals: Terminal) -> None:
    typing(deals)
    begin = len(deals.raw)
    deals.press(BEGIN)
    for _piece in range(500):
        deals.press("y" * 4096)
    wait_for_bytes(deals, begin, CUT.encode())
    deals.settle().press("esc").wait_for("4 of 4", "quit").press("3").wait_for("[3 Speakers")
    assert deals.process.most_memory < 250


def test_cutting_nothing_leaves_the_clipboard_alone(deals: Terminal) -> None:
    typing(deals).press("ctrl+x").settle().press("citic").wait_for("2 of 4")
    deals.press("\x1b[1;2D", "\x1b[1;2D", "ctrl+x").wait_for("/ cit").settle()
    assert deals.raw.count(b"\x1b]52;") == 1
    assert b"\x1b]52;c;aWM=" in deals.raw
