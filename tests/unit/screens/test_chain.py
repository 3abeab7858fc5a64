"""The chain's tab: picture, tree and list, and what touches a segment."""

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.chain_pane import ChainPane
from cq_tui.screens.record import RecordScreen
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.table.record_table import RecordTable

from tests.pilot import Browser
from tests.unit.screens.conftest import Play

CHAIN = 4


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_the_picture_turns_into_the_tree_and_the_list(play: Play, size: tuple[int, int]) -> None:
    async def scene(browser: Browser) -> None:
        pane = browser.screen.query_one(ChainPane)
        seen = []
        for _turn in range(4):
            picture = pane.is_map and not pane.map.as_tree
            seen.append("picture" if picture else "tree" if pane.is_map else "list")
            assert browser.app.focused is (pane.map if pane.is_map else browser.screen.query_one(RecordTable))
            await browser.press("v")
        assert seen == ["picture", "tree", "list", "picture"]

    play(scene, tab=CHAIN, size=size)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 15)])
def test_every_segment_is_walked_to_and_opened(play: Play, session: Session, size: tuple[int, int]) -> None:
    async def scene(browser: Browser) -> None:
        pane = browser.screen.query_one(ChainPane)
        seen = set()
        for key in ("g", *["right", "down", "up", "down", "left", "right"] * 5, "G"):
            if browser.app.focused is not pane.map:
                await browser.press("up")
            await browser.press(key)
            assert pane.map.current is not None
            seen.add(pane.map.current.segment.id)
        assert len(seen) > 3
        kept = session.list_state(session.store.kind("chain")).record
        assert kept == pane.map.current.segment.id
        await browser.press("enter")
        if isinstance(browser.screen, RecordScreen):
            await browser.press("escape")
        assert browser.screen.has_class("chain")

    play(scene, tab=CHAIN, size=size)


def test_down_from_the_last_segment_leads_to_what_touches_it_and_up_leads_back(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        pane = browser.screen.query_one(ChainPane)
        await browser.press("G")
        for _step in range(10):
            if browser.app.focused is not pane.map:
                break
            await browser.press("down")
        assert browser.app.focused is pane.query_one("#touching")
        for _step in range(10):
            if browser.app.focused is pane.map:
                return
            await browser.press("up")
        raise AssertionError("the map is not come back to")

    play(scene, tab=CHAIN)


def test_a_filter_makes_it_a_list_and_no_filter_the_map_again(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("alum")
        assert not browser.screen.has_class("chain")
        await browser.press("escape")
        assert browser.screen.has_class("chain")

    play(scene, tab=CHAIN)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_no_walk_leads_to_a_blank_page(play: Play, size: tuple[int, int]) -> None:
    """Each segment, and each line below it, opens something; back leads to where one was."""

    async def scene(browser: Browser) -> None:
        pane = browser.screen.query_one(ChainPane)
        assert pane.chain is not None
        links = pane.query_one("#touching", LinkList)
        for node in pane.chain.nodes:
            pane.map._go(node.segment.id)
            await browser.press("enter")
            await _looked_at(browser)
            pane._show_links()
            places = [n for n, row in enumerate(links._rows) if row.link]
            # Which lines there are hangs on no size: all of them are opened in the larger window, one in the other.
            for place in places if size == (120, 40) else places[-1:]:
                links.focus()
                links._to(place)
                await browser.press("enter")
                await _looked_at(browser)
                assert pane.map.current
                assert pane.map.current.segment.id == node.segment.id
            pane.map.focus()

    play(scene, tab=CHAIN, size=size)


async def _looked_at(browser: Browser) -> None:
    """Something stands on the page that was opened, and back leads to the chain."""
    lines = [line for line in browser.text.splitlines()[2:-2] if line.strip("─ ")]
    assert len(lines) > 2, browser.text
    await browser.press("left_square_bracket")
    assert browser.screen.has_class("chain")
