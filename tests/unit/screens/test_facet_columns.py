"""``f`` on the column of names asks which column; an empty category says what the event states of it."""

from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.dialogs.facet_columns import FacetColumnsScreen
from cq_tui.screens.dialogs.facets import FacetScreen

from tests.pilot import Browser
from tests.unit.screens.conftest import Play


def test_which_column_is_asked_with_its_values_bars_and_sums(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("f")
        assert isinstance(browser.screen, FacetColumnsScreen)
        assert "Deals > choose a column to see its values" in browser.text
        line = next(line for line in browser.text.split("\n") if line.lstrip("> ").startswith("Category"))
        assert "3 values" in line
        assert "#### ~finance (2) credit line 75 bn" in line
        assert "## ~investment (1) investment 200 m" in line
        assert not any(line.lstrip("> ").startswith(("ID ", "Note ")) for line in browser.text.split("\n"))
        await browser.press("enter")
        assert isinstance(browser.screen, FacetScreen)
        assert "Deals > Category" in browser.text
        assert "~finance           2  ################  credit line 75 bn" in browser.text
        await browser.press("enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert "2 of 4" in browser.text

    play(scene, size=(120, 40))


def test_it_is_left_as_it_was_entered(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("f", "x")
        assert "x does nothing here" in browser.text
        await browser.press("escape")
        assert isinstance(browser.screen, BrowseScreen)
        await browser.press("right", "f")
        assert isinstance(browser.screen, FacetScreen), "a column of values needs no question"

    play(scene)


def test_countries_of_speakers_are_values_to_filter_by(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("f", "down", "down", "down", "down", "enter")
        assert "Speakers > Country" in browser.text
        await browser.press("down", "down", "enter")
        assert "country=EU" in browser.text, "what is counted, the Union's own bodies"
        assert "2 of 13" in browser.text

    play(scene, tab=2, size=(120, 40))


def test_an_empty_category_says_what_is_stated(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("category:outbound")
        await browser.press("enter")
        assert "outbound: 5 stated, CNY 5.7 bn, none itemised (para. 19)" in browser.text
        assert "Nothing here matches the filter. Esc clears it." in browser.text
        await browser.press("escape")
        assert "5 stated" not in browser.text.split(" stated 28")[0]

    play(scene)


def test_a_key_that_does_nothing_in_a_dialog_says_so(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e", "tab", "x")
        assert "x does nothing here; Esc closes this." in browser.text

    play(scene, size=(120, 40))


def test_the_search_says_where_it_found(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("*")
        await browser.type("耐心")
        assert "Note  …" in browser.text
        assert "“耐心资本”" in browser.text

    play(scene)
