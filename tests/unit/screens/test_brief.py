"""The dialog that writes a brief: what it asks, what it says there will be, what it writes."""

from pathlib import Path

from cq_tui import language
from cq_tui.brief.brief import EventRequest, ListRequest
from cq_tui.kinds.events import Event
from cq_tui.query.parse import parse
from cq_tui.screens.brief.screen import BriefScreen
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.pilot import Browser
from tests.unit.conftest import Run
from tests.unit.screens.conftest import Play

NAME = "2025-11-19-european-visit-2025-brief"


def test_the_overview_gives_the_brief_of_the_event(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("B")
        assert isinstance(browser.screen, BriefScreen)
        assert "Date ~2025-11-19" in browser.text
        assert "What was signed" in browser.text
        assert "$ cq-tui brief --lang en --event european-visit-2025 -o" in browser.text
        await browser.press("enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert "Brief written to" in browser.text

    play(scene, tab=0)
    assert Path(f"{NAME}.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_list_gives_its_own_brief_or_the_event_s(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("country:DE")
        await browser.press("enter", "B")
        assert "[Deals filtered 1]" in browser.text
        assert "country is Germany" in browser.text
        await browser.press("tab", "right", "right")
        assert "country-DE-brief.md" in browser.text
        await browser.press("tab", "right")
        assert f"{NAME}.md" in browser.text
        await browser.press("left", "enter")
        assert "Brief written to" in browser.text

    play(scene)
    (written,) = Path().glob("*.md")
    assert written.read_text("utf-8").startswith(
        "# European Advanced Manufacturing Enterprises' Visit to Chongqing: Deals\n"
    )


def test_the_command_that_it_shows_writes_the_same_bytes(play: Play, run: Run, tmp_path: Path) -> None:
    language.use("zh")

    async def scene(browser: Browser) -> None:
        await browser.press("B", "tab", "right", "right", "enter")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, tab=0)
    assert run("brief", "--lang", "zh", "-o", tmp_path / "b.md").code == 0
    assert Path(f"{NAME}-zh.md").read_bytes() == (tmp_path / "b.md").read_bytes()


def test_briefs_in_two_languages_have_two_names(store: Store) -> None:
    event = store.get("events", "european-visit-2025")
    assert isinstance(event, Event)
    requests = (
        EventRequest(store, event, Cancellation()),
        ListRequest(Selection(store, parse("", store.kind("deals")))),
    )
    language.use("en")
    english = [one.name("md") for one in requests]
    language.use("zh")
    assert english == [f"{NAME}.md", f"{NAME.removesuffix('-brief')}-deals-brief.md"]
    assert [one.name("md") for one in requests] == [one.replace("-brief.", "-brief-zh.") for one in english]
