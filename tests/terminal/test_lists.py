"""Working with a list: the values of a column, marks, order, columns, taking a record along."""

import base64
import shlex
import subprocess
from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.looking import EXPORT, go_down_to, pointed
from tests.terminal.process import PROGRAM


def test_values_of_a_column_filter_the_list(deals: Terminal) -> None:
    deals.press("l", "f").wait_for("Deals > Category", "3 values", "finance ", "credit line 75 bn", "unclassified")
    go_down_to(deals, "investment").press("enter").wait_for("/ category:investment", "1 of 4", "Southwest")
    deals.press("f").wait_for("Deals > Category", "3 values")
    go_down_to(deals, "unclassified").press("enter").wait_for("/ -has:category", "1 of 4", "Directed orders")
    deals.press("f").wait_for("3 values").press("esc").wait_for("/ -has:category", "1 of 4")
    assert pointed(deals.text).startswith("Directed")


def test_marks_stay_whatever_the_filter_shows(deals: Terminal) -> None:
    deals.press(" ").wait_for(">", "1 marked", "✓Credit")
    deals.press("down", " ").wait_for("2 marked", "✓Southwest")
    deals.press("/").wait_for("keep the filter").press("xnl", "enter").wait_for("1 of 4", "2 marked", "✓Southwest")
    deals.press("M").wait_for("/ id=nev-credit-line,aluminium-die-casting-line", "2 of 4")
    deals.press("Y").wait_for("Writes the list", "id=nev-credit-line,aluminium-die-casting-line --lang")
    deals.press("enter").wait_for("Sent to the terminal's clipboard: cq-tui export deals")
    deals.press("U").wait_gone("2 marked", "✓").press("esc").wait_for("4 of 4")
    deals.press("M").wait_for("No row is marked")


def test_a_second_key_sorts_within_the_first(deals: Terminal) -> None:
    deals.press("l", "s").wait_for("Category⇑")
    deals.press("l", "l", "S").wait_for("Category⇑1", "Amount CNY bn⇓2")
    deals.press("S").wait_for("Amount CNY bn⇑2").press("S").wait_gone("⇑1", "⇑2").wait_for("Category⇑")


def test_an_empty_list_drops_its_last_condition(deals: Terminal) -> None:
    deals.press("/").wait_for("keep the filter").press("citic qqqq", "enter").wait_for("0 of 4", "Backspace drops qqqq")
    deals.press("backspace").wait_for("/ citic", "2 of 4").wait_gone("qqqq")


def test_a_record_is_sent_to_the_terminal(deals: Terminal) -> None:
    deals.press("y").wait_for("Sent to the terminal", "bytes: Credit for").settle()
    sent = base64.b64decode(deals.raw.split(b"\x1b]52;c;")[1].split(b"\x07")[0]).decode()
    assert sent.splitlines()[0] == "Credit for Chongqing's new energy vehicle industry"
    assert len(sent.encode()) <= 4096


def test_the_command_shown_writes_the_file_that_the_dialog_writes(deals: Terminal, tmp_path: Path) -> None:
    deals.press("down", "down", " ").wait_for("1 marked")
    deals.press("e").wait_for("Export 1 row: Deals", "marked 1", "die-casting line,~investment,investment,0.2", ">File")
    deals.press("down", "right").wait_for("[machine-readable]", "aluminium-die-casting-line,")
    deals.press("down", "right").wait_for("[toml]", "deals-marked.toml", 'id = "aluminium-die-casting-line"')
    deals.press("left", "down", "right").wait_for("[in the list", "title_zh,title_en,category,instrument")
    deals.press("right").wait_for("[typed] title,category").press("tab", "ctrl+u", "id,price")
    deals.wait_for("Deals have no column price").press("ctrl+u", "id,amount").wait_for("die-casting-line,200000000")
    deals.press("tab", "right").wait_for("[all 4]", "Export 4 rows", f"{EXPORT}.csv")
    deals.press("tab", "right").wait_for("[gb18030]", "--encoding gb18030").settle()
    shown = deals.text[deals.text.index("$ cq-tui") :].split("Right choose")[0]
    _prompt, _program, *arguments = shlex.split(shown)
    assert arguments[:2] == ["export", "deals"]
    deals.press("enter").wait_for("4 rows written")
    file = tmp_path / f"{EXPORT}.csv"
    written = file.rename(tmp_path / "by the dialog").read_bytes()
    subprocess.run([*PROGRAM, *arguments], check=True, cwd=tmp_path, capture_output=True)
    assert file.read_bytes() == written
    assert written.decode("gb18030").splitlines()[0] == "id,amount"


def test_columns_are_arranged_and_kept(start: Start) -> None:
    terminal = start("--tab", "deals").wait_for("4 of 4", "Category      Type").press("right", "-")
    terminal.wait_for("Hidden: Category. C lists all columns", "Parties").press("right", ">", "+").settle()
    terminal.press("C").wait_for("Deals > Columns", "7 of 23", ">").press("down", " ").wait_for(
        "8 of 23", "> ✓ Category"
    )
    terminal.press(">").wait_for(lambda screen: screen.index("✓ Category") > screen.index("✓ Type"))
    terminal.press("esc").wait_for("[2 Deals]").press("left", "left")
    header = terminal.settle().line("  Deal ")
    assert header.index("Type") < header.index("Category")
    terminal.press("e").wait_for("Export 4 rows", "title,instrument,category,", "Deal,Type,Category,")
    terminal.press("esc").wait_gone("Export 4 rows").press("q").wait_exit()
    again = start("--tab", "deals").wait_for("4 of 4", "Credit for")
    assert again.settle().line("  Deal ") == header
    again.press("C").wait_for("8 of 23").press("r", "esc").wait_for("Category      Type")


def test_the_first_column_stays_while_the_others_scroll(deals: Terminal) -> None:
    deals.press(*["right"] * 7).wait_for("Stage")
    header = deals.line("Stage")
    assert header.startswith("< Deal ")
    assert "Category" not in header
