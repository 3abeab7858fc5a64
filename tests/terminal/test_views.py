"""A view on a real terminal: saved with a key, opened by its name, and what changed since stands there."""

import shutil
from pathlib import Path

import pytest
from cq_tui.archive.read import shipped

from tests.terminal.conftest import Start


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "archive"
    for folder in ("data", "seeds"):
        shutil.copytree(shipped() / folder, root / folder, ignore=shutil.ignore_patterns("originals"))
    return root


def test_a_view_is_saved_and_says_what_changed_since(start: Start, root: Path) -> None:
    terminal = start(str(root), "--tab", "deals").wait_for("4 of 4")
    terminal.press("/").wait_for("keep the filter").press("country:CN").wait_for("country is China").press("enter")
    terminal.wait_for("quit").press("w").wait_for("Save this list as a view").press("enter")
    terminal.wait_for("Save the list as").press("china").press("tab").wait_for("for all its readers").press(
        "enter"
    ).wait_for("Saved as china.")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert 'filter = "country:CN"' in (root / "data" / "views.toml").read_text()

    deals = root / "data" / "deals.toml"
    deals.write_text(deals.read_text().replace("75_000_000_000", "76_000_000_000"))
    again = start(str(root), "--view", "china").wait_for("/ country:CN", "china: 1 changed since", "∆Credit")
    again.press("w").wait_for("*china", "in the archive").press("esc").wait_gone("*china")
    again.press("r").wait_for("4 of 4").wait_gone("∆").press("q")
    assert again.wait_exit() == 0


def test_secure_mode_opens_it_and_writes_nothing(start: Start, root: Path) -> None:
    (root / "data" / "views.toml").write_text('[[views]]\nname = "china"\nkind = "deals"\nfilter = "citic"\n')
    terminal = start("--secure", "--view", "china", CQ_TUI_ARCHIVE=str(root))
    terminal.wait_for("/ citic", "2 of 4", "view china")
    terminal.press("w").wait_for("*china").wait_gone("Save this list").press("esc").wait_gone("*china").press("q")
    assert terminal.wait_exit() == 0
    assert not list((root.parent / "home").rglob("views"))
