"""What the start made is no matter of garbage collection, until another archive takes its place."""

import gc
from collections.abc import Iterator

import pytest

from tests.pilot import Browser
from tests.unit.screens.conftest import Play


@pytest.fixture
def starting() -> Iterator[None]:
    """Garbage collection as the program turns it off before it starts the browser."""
    gc.collect()
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("starting")
def test_what_the_start_made_is_not_looked_through_until_the_files_are_read_again(play: Play) -> None:
    frozen = []

    async def scene(browser: Browser) -> None:
        await browser.settle()
        frozen.append((gc.isenabled(), gc.get_freeze_count() > 0))
        await browser.press("R")
        assert "The files were read again." in browser.text
        frozen.append((gc.isenabled(), gc.get_freeze_count() > 0))

    play(scene)
    assert frozen == [(True, True), (True, False)]
