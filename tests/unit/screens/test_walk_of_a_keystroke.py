"""The walk of a keystroke in CONTRIBUTING.md is the one that a run takes, and no function is left out of it."""

from tests.pilot import Browser
from tests.unit.screens.conftest import Play
from tests.unit.test_walk_of_a_row import followed, steps


def test_a_keystroke_takes_the_walk(play: Play) -> None:
    wanted = steps("One keystroke in the filter")
    with followed() as called:  # from the start: a thread that is there already can't be followed

        async def scene(browser: Browser) -> None:
            await browser.press("2", "slash")
            called.clear()
            await browser.press("x")
            met.update(called)

        met: dict[str, str | None] = {}
        play(scene)
    assert [one for one in met if one in wanted] == wanted
    assert 0 < len(wanted) <= 12
    for place, one in enumerate(wanted):
        assert met[one] in (None, *wanted[:place]), (one, met[one])
