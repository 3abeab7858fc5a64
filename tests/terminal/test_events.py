"""Several events on the screen: their tab, the overview of one and of all, two side by side, and the ways between."""

from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.looking import pointed
from tests.unit.made_events import make_events


def test_from_all_events_to_one_to_two_and_back(start: Start, tmp_path: Path) -> None:
    make_events(tmp_path / "events")
    terminal = start("events").wait_for(" 2 events  2023–2024", "9 Events", " c compare")
    terminal.press("down").wait_for(lambda screen: "2023  Fair of 2023" in pointed(screen))
    terminal.press("enter").wait_for(" cq-tui  Fair of 2023", "Signed, as announced  9 deals")
    terminal.press("[").wait_for(" 2 events", lambda screen: "2023  Fair of 2023" in pointed(screen))
    terminal.press("]").wait_for("Signed, as announced  9 deals").press("esc").wait_for(
        " 2 events", "by year and type of money"
    )
    terminal.press("9").wait_for("[9 Events]", "3 of 3").press(" ").wait_for("1 marked").press("down").wait_for(
        lambda screen: pointed(screen).startswith("Fair only mentioned")
    )
    terminal.press("c").wait_for("Two events side by side", "No organisation was at both")
    terminal.press("c").wait_for("[9 Events]", "1 marked").press("U").wait_gone("1 marked").press("1", "c").wait_for(
        "2 organisations at both"
    )
    terminal.press("down", "down", "enter").wait_for("[2 Deals]", "event=fair-2023,fair-2024", "6 of 6")
    terminal.press("[").wait_for("2 organisations at both")


def test_an_archive_of_one_event_has_no_tab_for_it(start: Start) -> None:
    terminal = start("--tab", "events").settle()
    assert terminal.wait_exit() == 2
    assert "one event only; there is no tab events." in terminal.text
