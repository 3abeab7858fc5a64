"""``--log`` beside the browser: what was asked, answered, shown, and how it ended."""

from pathlib import Path

from tests.terminal.conftest import Start


def test_a_session_is_told_in_its_order(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "session.log"
    terminal = start("--tab", "deals", "--log", str(file), "--log-level", "debug").wait_for("4 of 4", "quit")
    terminal.press("/").wait_for("keep the filter").press("xnl").wait_for("1 of 4")
    terminal.press("enter").wait_gone("keep the filter").press("q")
    assert terminal.wait_exit() == 0
    text = file.read_text("utf-8")
    for told in (" opened ", ": ask", ": answer: ", "result is shown", "done, exit code 0"):
        assert told in text, told
        text = text[text.index(told) :]
