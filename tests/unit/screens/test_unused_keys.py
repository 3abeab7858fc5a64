"""No printable key is silent: what does nothing where one is says so, and where it would act."""

from dataclasses import replace

from cq_tui.screens.base.session import Session
from cq_tui.screens.record import RecordScreen
from cq_tui.widgets.input.filter_bar import FilterInput

from tests.pilot import Browser
from tests.unit.screens.conftest import Play


def test_on_the_overview_a_key_of_lists_says_where_they_are(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        for key in ("f", "s", "S", "space", "y", "Y", "C", "M", "U", "r"):
            await browser.press(key)
            assert f" {'Space' if key == 'space' else key} is for a list: 2 is Deals." in browser.text

    play(scene, tab=0)


def test_any_other_key_says_that_it_does_nothing_or_why(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("x")
        assert " x does nothing here; / filters, ? lists the keys." in browser.text
        await browser.press("f5")
        assert " F5 does nothing here; / filters, ? lists the keys." in browser.text

    play(scene, tab=0)


WHY = {
    "9": "There are 8 tabs.",
    "0": "All tabs have a digit: 1 to 8.",
    "c": "c compares two events; this archive tells of one.",
    "v": "v is for the value chain, in tab 5: picture, tree or list.",
    "%": "% does nothing here; / filters, ? lists the keys.",
    "escape": "There is no filter to clear. [ goes back, q quits.",
    "backspace": "There is no condition to drop.",
    "r": "All records stand here, in the order of the files.",
    "U": "No row is marked.",
    "M": "No row is marked.",
    "]": "Nothing was visited after this.",
    "x": "x has no action here. / or Enter types x into the filter, ? lists the keys.",
}


def test_on_a_list_every_key_that_does_nothing_says_why(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        for key, why in WHY.items():
            await browser.press(key)
            assert why in browser.text, key

    play(scene)


def test_where_no_record_matches_keys_say_so(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("nosuchword")
        await browser.press("enter")
        for key in ("enter", "space", "y"):
            await browser.press(key)
            assert "There is no record here." in browser.text
            await browser.press("down")

    play(scene)


def test_a_letter_that_is_no_key_begins_a_filter(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("x", "/")
        assert browser.screen.query_one(FilterInput).value == "x"
        await browser.type("nl")
        assert "1 of 4" in browser.text
        await browser.press("escape", "x", "u", "enter")
        assert browser.screen.query_one(FilterInput).value == "xu", "both letters, and no record is opened"
        await browser.press("escape", "x", "down", "enter")
        assert isinstance(browser.screen, RecordScreen), "any other key in between, and Enter opens as ever"

    play(scene)


def test_ctrl_c_says_what_a_second_one_does(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("ctrl+c")
        assert "Ctrl+C again quits." in browser.text
        await browser.press("down", "ctrl+c")
        assert browser.running, "another key in between"
        await browser.press("/", "ctrl+c")
        assert browser.running
        await browser.press("ctrl+c")
        assert not browser.running
        assert browser.app.return_code == 130

    play(scene)


def test_in_a_line_ctrl_c_copies_what_is_selected(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("alloy")
        await browser.press("shift+home", "ctrl+c")
        assert browser.app.clipboard == "alloy"
        assert browser.running
        await browser.press("ctrl+c")
        assert browser.running

    play(scene)


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
