"""A prepared file that a change left behind is offered to be made anew: after R, and after decisions on twins."""

import os
from pathlib import Path

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.screens.dialogs.choice import ChoiceScreen
from cq_tui.secure import Confinement
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepare_archive import prepare_archive

from tests.pilot import Browser
from tests.unit.made import EVENT, write_archive
from tests.unit.screens.conftest import Play

_DEALS = "id,title_en,event,amount,currency\na1,Battery plant,fair,5000000,CNY\na2,Battery plant,fair,5000000,CNY\n"
_OFFER = "The prepared file is out of date"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = write_archive(tmp_path / "made", events=EVENT)
    (made / "data" / "deals.csv").write_text(_DEALS)
    assert prepare_archive(made, lambda thread, _loading: thread.join()) == []
    return made


def _session(root: Path, confined: Confinement | None = None) -> Session:
    return Session(open_archive(root).store, reopen=lambda: open_archive(root).store, confined=confined)


def _change(root: Path) -> None:
    with (root / "data" / "deals.csv").open("a") as file:
        file.write("a3,Mill,fair,1000000,CNY\n")


def test_after_reading_again_it_is_made_anew_where_that_is_wanted(play: Play, root: Path) -> None:
    session = _session(root)

    async def scene(browser: Browser) -> None:
        await browser.press("R")
        assert "The files were read again." in browser.text
        assert not isinstance(browser.screen, ChoiceScreen)
        _change(root)
        await browser.press("R")
        assert isinstance(browser.screen, ChoiceScreen)
        assert _OFFER in browser.text
        await browser.press("enter")
        assert "The archive is prepared." in browser.text
        assert "Mill" in browser.text
        assert session.store.unprepared == open_archive(root).store.unprepared == ""

    play(scene, over=session)


@pytest.mark.parametrize("leave", [["escape"], ["down", "enter"]])
def test_who_leaves_it_is_told_and_not_asked_again(play: Play, root: Path, leave: list[str]) -> None:
    async def scene(browser: Browser) -> None:
        _change(root)
        await browser.press("R")
        assert _OFFER in browser.text
        await browser.press(*leave)
        assert "is not used" in browser.text
        await browser.press("R")
        assert not isinstance(browser.screen, ChoiceScreen)
        assert "is not used" in browser.text

    play(scene, size=(140, 24), over=_session(root))


def test_it_is_offered_once_decisions_on_twins_are_made(play: Play, root: Path) -> None:
    session = _session(root)

    async def scene(browser: Browser) -> None:
        await browser.press("2", "=", "s")
        assert not isinstance(browser.screen, ChoiceScreen)
        await browser.press("escape")
        assert isinstance(browser.screen, ChoiceScreen)
        await browser.press("enter")
        assert "The archive is prepared." in browser.text
        assert [one.count for one in session.store.left_out] == [1]
        assert session.store.unprepared == ""

    play(scene, over=session)


def test_secure_mode_is_not_asked(play: Play, root: Path) -> None:
    async def scene(browser: Browser) -> None:
        _change(root)
        await browser.press("R")
        assert "The files were read again." in browser.text
        assert not isinstance(browser.screen, ChoiceScreen)

    play(scene, over=_session(root, Confinement(None)))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_who_may_not_write_there_is_not_asked(play: Play, root: Path) -> None:
    async def scene(browser: Browser) -> None:
        _change(root)
        root.chmod(0o555)
        await browser.press("R")
        assert "is not used" in browser.text
        assert not isinstance(browser.screen, ChoiceScreen)

    try:
        play(scene, over=_session(root))
    finally:
        root.chmod(0o755)
