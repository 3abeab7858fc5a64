"""A list over time on a real terminal: bars without colours, walked, listed, and the way back."""

from pathlib import Path

from tests.terminal.conftest import Start
from tests.unit.made_timeline import write_timeline


def test_bars_are_walked_and_a_period_is_listed(start: Start, tmp_path: Path) -> None:
    write_timeline(tmp_path / "made")
    terminal = start("made", "--tab", "deals", "--ascii").wait_for("10 of 10")
    terminal.press("t").wait_for("Deals by quarter", " 2024, quarter not stated  1 record", "######")
    terminal.press("left").wait_for(" 2024-Q3  1 record").press("down", "down", "down").wait_for(
        " investment (EUR)  EUR 5 in all", "> investment (EUR)"
    )
    terminal.press("-").wait_for("Deals by year", " 2024  3 records")
    terminal.press("left").wait_for(" 2023  6 records").press("enter").wait_for(" / year=2023", "6 of 10")
    terminal.press("[").wait_for("Deals by year", " 2023  6 records", "> investment (EUR)")
    terminal.press("esc").wait_for("10 of 10")
