"""One currency beside the amounts' own on a real terminal: by the command line, by ``$``, and away again."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.unit.made_timeline import write_timeline

pytest.importorskip("currency_converter", reason="the extra rates is not installed")


def test_it_is_begun_with_changed_and_taken_away(start: Start, tmp_path: Path) -> None:
    write_timeline(tmp_path / "made")
    terminal = start("made", "--tab", "deals", "--in", "usd").wait_for("In USD", "no rate", "14.87")
    terminal.press("$").wait_for("Beside each amount the same in", "* USD").press("e", "u", "r", "o").wait_for(">  EUR")
    terminal.press("enter").wait_for("In EUR", "13.75", "In EUR, 4 of 7 amounts").wait_gone("In USD")
    terminal.press("$").wait_for("* EUR").press("n", "o", "n", "e").wait_for(">  none").press("enter")
    terminal.wait_gone("In EUR").wait_for("10 of 10")
