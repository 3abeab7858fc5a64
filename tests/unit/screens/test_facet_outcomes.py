"""``o`` among the values of a column: what came of the deals of each, in the place of their sums."""

from pathlib import Path

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.settings.state import Memory
from cq_tui.store.open_archive import open_archive
from cq_tui.values.today import VARIABLE

from tests.pilot import Browser
from tests.unit.made import EVENT, write_archive
from tests.unit.made_years import TODAY, made_years
from tests.unit.screens.conftest import Play

_DEAL = """[[deals]]
id = "d{0}"
event = "fair"
title = {{ en = "Made deal {0}" }}
place = {{ en = "{1}" }}
stage = "{2}"
"""
_STAGES = ["North operating", "North started", "North signed", "North cancelled", "South pledged", "South planned"]


@pytest.fixture
def made(tmp_path: Path) -> Session:
    deals = "".join(_DEAL.format(number, *one.split()) for number, one in enumerate(_STAGES))
    store = open_archive(write_archive(tmp_path / "made", events=EVENT, deals=deals)).store
    return Session(store, memory=Memory(tmp_path / "state.toml"))


def _line(browser: Browser, word: str) -> str:
    return next(line for line in browser.text.split("\n") if line.lstrip("> ").startswith(word))


def test_it_is_turned_and_turned_back(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("f")
        while not _line(browser, "Place").startswith(">"):
            await browser.press("down")
        await browser.press("enter")
        assert "o what came of them" in browser.text
        await browser.press("o")
        assert "# begun  - agreed  what came of them" in browser.text
        north = "50.0% of 4 known to have begun · producing 1 · started 1 · agreed 1 · cancelled 1"
        assert _line(browser, "North").split("  ")[-1] == north
        assert "########--------" in _line(browser, "North")
        south = _line(browser, "South")
        assert "--------" not in south, "one agreed deal of the four that the longest bar stands for"
        assert south.endswith("0.0% of 1 known to have begun · agreed 1 · pledged only 1")
        await browser.press("o")
        assert "begun" not in browser.text
        await browser.press("o", "enter")
        assert "4 of 6" in browser.text, "Enter filters as before"

    play(scene, over=made, tab=1, size=(120, 30))


def test_what_has_no_stages_does_not_offer_it(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("f", "enter")
        assert "what came of them" not in browser.text
        await browser.press("o")
        assert "o does nothing here" in browser.text

    play(scene, tab=2)


def test_the_values_of_a_column_tell_it_by_number_then_by_money(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, TODAY)
    session = Session(open_archive(made_years(tmp_path)).store, memory=Memory(tmp_path / "state.toml"))

    async def scene(browser: Browser) -> None:
        await browser.press("f")
        while not _line(browser, "Event").startswith(">"):
            await browser.press("down")
        await browser.press("enter", "o")
        assert _line(browser, "Fair of 2023").endswith(
            "silent 1 of 1 · 50.0% of 4 known to have begun · producing 2 · agreed 1 · cancelled 1"
        )
        assert "silent: last told before 2023-06-30" in browser.text
        assert "silent" not in _line(browser, "Fair of 2024")
        await browser.press("o")
        assert "what came of them: investment (CNY)" in browser.text
        assert "#######---------" in _line(browser, "Fair of 2023")
        assert ("silent CNY 300 m of CNY 300 m · 41.0% of CNY 3.9 bn known to have begun") in _line(
            browser, "Fair of 2023"
        )
        await browser.press("o")
        assert "begun" not in browser.text
        assert "silent" not in browser.text

    play(scene, over=session, tab=1, size=(160, 30))
