"""What random keys have met once; and that a walk comes by every screen."""

import pytest

from tests.reliability import walk

ENDED = [
    pytest.param("5 1 v", id="the chain is turned after its tab was left"),
    pytest.param("5 2 v", id="the chain is turned over another list"),
    pytest.param("2 end y L", id="the language is changed on a text to copy"),
]


@pytest.mark.parametrize("keys", ENDED)
def test_keys_that_ended_the_browser_once(keys: str) -> None:
    assert walk.again(0, keys.split()).end == ""


def test_a_walk_comes_by_every_screen_and_none_of_its_keys_ends_it() -> None:
    found = walk.walk(4, 230, ways=0.7)
    assert found.end == "", " ".join(found.keys[-20:])
    assert {*walk.SCREENS, *walk.VIEWS} - found.visited == set()
