"""The overview of several events under a filter: typed, explained, opened, exported, taken away."""

import csv
from pathlib import Path

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.store.open_archive import open_archive

from tests.pilot import Browser
from tests.unit.made_events import make_events
from tests.unit.screens.conftest import Play


@pytest.fixture
def several(tmp_path: Path) -> Session:
    root = make_events(tmp_path / "events")
    return Session(open_archive(root).store, reopen=lambda: open_archive(root).store)


async def _filter(browser: Browser, text: str) -> None:
    await browser.press("/")
    await browser.type(text)


def test_a_filter_narrows_the_sums_says_what_it_means_and_goes(play: Play, several: Session) -> None:
    async def scene(browser: Browser) -> None:
        assert "currency" not in browser.text
        await _filter(browser, "currency:EUR")
        assert "currency has “EUR”" in browser.text
        assert "2 of 6  investment EUR 42 m" in browser.text
        assert "500" not in browser.text
        await browser.press("enter", "escape")
        assert "500" in browser.text
        assert "currency:EUR" not in browser.text

    play(scene, tab=0, over=several)


def test_a_number_opens_its_deals_and_the_way_back_has_the_filter(play: Play, several: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "currency:EUR")
        await browser.press("enter", "right", "right", "enter")
        assert " / currency:EUR year:2024 event=fair-2024 instrument:investment" in browser.text
        assert "1 of 6  investment EUR 30 m" in browser.text
        await browser.press("[")
        assert "2 of 6  investment EUR 42 m" in browser.text
        assert "[1 Overview]" in browser.text

    play(scene, tab=0, over=several, size=(120, 40))


def test_what_is_not_understood_is_said(play: Play, several: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "amuont>1")
        assert "amount" in browser.text.splitlines()[3]

    play(scene, tab=0, over=several)


def test_the_last_condition_is_dropped_and_all_reset(play: Play, several: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "currency:EUR year:2024")
        await browser.press("enter", "backspace")
        assert "2 of 6" in browser.text
        await browser.press("r")
        assert "of 6" not in browser.text

    play(scene, tab=0, over=several)


def test_an_export_holds_what_the_filter_leaves(play: Play, several: Session, tmp_path: Path) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "currency:EUR")
        await browser.press("enter", "e")
        assert "cq-tui export overview --lang en --filter=currency:EUR" in browser.text
        await browser.press("enter")
        assert "2 rows written to" in browser.text

    play(scene, tab=0, over=several)
    (file,) = (tmp_path / "here").iterdir()
    rows = list(csv.DictReader(file.open(encoding="utf-8-sig")))
    assert [(row["year"], row["event"], row["amount"]) for row in rows] == [
        ("2024", "fair-2024", "30000000"),
        ("2023", "fair-2023", "12000000"),
    ]


def test_a_brief_is_of_the_deals_that_are_summed(play: Play, several: Session, tmp_path: Path) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "currency:EUR")
        await browser.press("enter", "B", "enter")
        assert "Brief written to" in browser.text

    play(scene, tab=0, over=several)
    (file,) = (tmp_path / "here").iterdir()
    assert "EUR 42 m" in file.read_text("utf-8")


def test_the_stated_totals_of_an_event_are_exported_from_its_overview(
    play: Play, session: Session, tmp_path: Path
) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e", "enter")
        assert "6 rows written to" in browser.text

    play(scene, tab=0, over=session)
    (file,) = (tmp_path / "here").iterdir()
    rows = {row["category"]: row for row in csv.DictReader(file.open(encoding="utf-8-sig"))}
    assert rows["all"]["not_itemised_least"] == "20350000000"
    assert rows["all"]["not_itemised_most"] == "22350000000"


def test_a_slash_on_the_overview_of_stated_totals_filters_the_deals(play: Play, session: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "order")
        assert "[2 Deals]" in browser.text
        assert "1 of 4" in browser.text

    play(scene, tab=0, over=session)


def test_an_event_without_stated_totals_is_narrowed_too(play: Play, several: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("enter")
        assert "Fair of 2024" in browser.text.splitlines()[0]
        await _filter(browser, "currency:USD")
        assert "purchase" in browser.text
        assert "80" not in browser.text.split("Everything")[0].partition("Signed")[2]
        await browser.press("enter", "escape", "escape")
        assert "2 events" in browser.text.splitlines()[0]

    play(scene, tab=0, over=several, size=(100, 40))


def test_what_is_not_applied_is_not_written(play: Play, several: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "currency:EUR amuont>1")
        await browser.press("enter")
        assert "Not applied: Deals have no field amuont." in browser.text
        await browser.press("e")
        assert "Not applied: amuont>1   / currency:EUR" in browser.text
        assert "--filter=currency:EUR --archive" in browser.text

    play(scene, tab=0, over=several, size=(120, 30))
