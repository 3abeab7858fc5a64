"""The walk of Enter on a link in CONTRIBUTING.md is the one that a run takes."""

from tests.pilot import Browser
from tests.unit.screens.conftest import Play
from tests.unit.test_walk_of_a_row import followed, steps


def test_enter_on_a_link_takes_the_walk(play: Play) -> None:
    wanted = steps("Enter on a link of an opened record")
    met: list[str] = []

    async def scene(browser: Browser) -> None:
        await browser.press("enter")
        with followed() as called:
            await browser.press("enter")
        met.extend(called)
        assert "Organisers" in browser.text

    play(scene)
    assert [one for one in met if one in wanted] == wanted
    assert 0 < len(wanted) <= 12
