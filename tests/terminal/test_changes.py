"""What changed since an older edition, on a real terminal."""

import shutil
from pathlib import Path

from cq_tui.archive.read import shipped

from tests.terminal.conftest import Start


def test_an_older_folder_is_compared_and_a_record_of_it_read(start: Start, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in ("data", "seeds"):
        shutil.copytree(shipped() / folder, old / folder, ignore=shutil.ignore_patterns("originals"))
    shutil.copytree(old, new)
    deals = new / "data" / "deals.toml"
    deals.write_text(deals.read_text().replace("75_000_000_000", "76_000_000_000"))
    terminal = start(str(new), "--tab", "deals").wait_for("4 of 4", "quit")
    terminal.press("d").wait_for("the folder of an older edition").press("old").wait_for("> old").press("enter")
    terminal.wait_for("Changed since old", "Deals: 1 changed, 3 the same", "CNY 75 bn -> CNY 76 bn")
    terminal.press("enter").wait_for("As it is now").press("o").wait_for("As it was in old", "CNY 75 bn")
    terminal.press("esc").wait_for("Changed since old").press("esc").wait_for("4 of 4").press("q")
    assert terminal.wait_exit() == 0
