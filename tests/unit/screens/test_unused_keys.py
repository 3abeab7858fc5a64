"""No printable key is silent: what does nothing where one is says so, and where it would act."""

from dataclasses import replace

import pytest
from cq_tui.screens.base.session import Session

from tests.pilot import Browser
from tests.unit.screens.conftest import Play


def test_on_the_overview_a_key_of_lists_says_where_they_are(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        for key in ("f", "s", "S", "space", "y", "Y", "C", "M", "U", "r"):
            await browser.press(key)
            assert f" {'Space' if key == 'space' else key} is for a list: 2 is Deals." in browser.text

    play(scene, tab=0)


@pytest.mark.parametrize("tab", [0, 1])
def test_any_other_key_says_that_it_does_nothing(play: Play, tab: int) -> None:
    async def scene(browser: Browser) -> None:
        for key in ("x", "9", "c"):
            await browser.press(key)
            assert f" {key} does nothing here; / filters, ? lists the keys." in browser.text

    play(scene, tab=tab)


def test_in_a_record_too(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("enter", "x")
        assert "x does nothing here; ?" in browser.text

    play(scene)


def test_letters_of_a_filter_and_keys_that_act_say_nothing(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("j", "k", "/")
        await browser.type("xyz")
        assert "does nothing here" not in browser.text

    play(scene)


def test_a_key_that_somebody_bound_is_the_one_that_is_told(play: Play, session: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("x")
        assert "x is for a list: 2 is Deals." in browser.text
        await browser.press("f")
        assert "f does nothing here" in browser.text

    play(scene, tab=0, over=replace(session, keymap={"facets": "x"}))


def test_the_key_line_of_the_overview_offers_only_what_acts_there(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        keys = browser.text.split("\n")[-1]
        assert "e export" in keys
        assert "values" not in keys
        assert "B brief" in keys

    play(scene, tab=0)
