"""The history of deals in the browser: filtered, listed, opened, followed to its source. The archive is made up."""

from pathlib import Path

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.store.open_archive import open_archive
from cq_tui.values.today import VARIABLE

from tests.pilot import Browser
from tests.unit.history.test_import import LIST
from tests.unit.made import EVENT, write_archive
from tests.unit.made_years import TODAY, made_years
from tests.unit.screens.conftest import Play


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setenv(VARIABLE, TODAY)
    root = made_years(tmp_path / "made")
    return Session(open_archive(root).store, reopen=lambda: open_archive(root).store)


def test_what_of_the_promises_of_2023_produces(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/", *"year:2023 stage:operating", "enter")
        assert "2 of 11" in browser.text
        assert "Rotor works" in browser.text
        assert "Cold store" in browser.text
        await browser.press("enter")
        assert "Promised" in browser.text
        lines = browser.text.split("\n")
        start = next(n for n, line in enumerate(lines) if line.startswith(" History"))
        assert lines[start + 1].split() == ["2023-05-18", "▪", "signed", "CNY", "1.2", "bn"]

    play(scene, over=made, size=(100, 40))


def test_which_are_overdue(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/", *"overdue")
        assert "Deals: overdue on 2025-06-30" in browser.text
        await browser.press("enter")
        assert "1 of 11" in browser.text
        await browser.press("enter")
        assert "planned, overdue: started" in browser.text

    play(scene, over=made)


def test_the_list_has_a_narrow_column_of_it(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        assert "History" in browser.text
        assert "2025 (3)" in browser.text

    play(scene, over=made, size=(150, 24))


def test_a_source_is_followed_from_an_entry(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/", *"id=rotor-works", "enter", "enter", "G", "k", "enter")
        assert "ledger" in browser.text.casefold()

    play(scene, over=made, size=(100, 40))


def test_the_review_of_a_list_shows_which_columns_become_it(play: Play, tmp_path: Path, session: Session) -> None:
    root = write_archive(tmp_path / "fair", events=EVENT)
    Path("years.csv").write_text(LIST, encoding="utf-8")
    own = Session(open_archive(root).store, memory=session.memory, reopen=lambda: open_archive(root).store)

    async def scene(browser: Browser) -> None:
        await browser.press("I")
        await browser.type("years.csv")
        await browser.press("enter")
        lines = browser.text.split("\n")
        for words in ("History: signed", "History: started", "History: planned operating", "History: operating"):
            assert any(words in line for line in lines), words
        await browser.press("w")
        assert own.reopen().records("deals")[0].history[-1].date == "2025-03"

    play(scene, over=own, size=(120, 60))
