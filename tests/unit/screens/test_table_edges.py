"""The edges of a list: which part of the rows and columns is in view; the columns that matter at each width."""

import pytest
from cq_tui import language
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.widgets.table.record_table import RecordTable
from rich.cells import cell_len

from tests.pilot import Browser
from tests.unit.screens.conftest import Play

SOURCES = 7
MATTER = {"title", "category", "instrument", "amount", "parties"}


def table(browser: Browser) -> RecordTable:
    assert isinstance(browser.screen, BrowseScreen)
    return browser.screen.lists.table


def edge(browser: Browser) -> str:
    """The last cells of the table's lines, the header first."""
    region = table(browser).region
    lines = browser.text.splitlines()[region.y : region.bottom]
    return "".join(line[-1] if cell_len(line) == region.right else " " for line in lines)


def test_a_mark_at_the_edge_goes_with_the_rows_in_view(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        top = edge(browser)[1:]
        assert top.rstrip() == "|" * len(top.rstrip())
        assert 0 < len(top.rstrip()) < len(top)
        await browser.press("G")
        bottom = edge(browser)[1:]
        assert bottom.lstrip() == top.rstrip()
        await browser.press("g", *["pagedown"] * 2)
        between = edge(browser)[1:]
        assert between.strip() == top.rstrip()
        assert between not in (top, bottom)

    play(scene, tab=SOURCES)


def test_no_mark_where_all_rows_are_in_view(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        assert edge(browser)[1:].strip() == ""

    play(scene)


def test_signs_in_the_header_for_columns_without_room(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        view = table(browser)
        header = browser.text.splitlines()[view.region.y]
        assert (header[0], edge(browser)[0]) == (" ", ">")
        for _step in range(7):
            await browser.press("l")
        header = browser.text.splitlines()[view.region.y]
        assert (header[0], edge(browser)[0]) == ("<", " ")

    play(scene)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("size", "more"), [((80, 24), 0), ((120, 40), 0), ((160, 40), 1), ((200, 50), 2)])
def test_the_columns_that_matter_stay(play: Play, lang: str, size: tuple[int, int], more: int) -> None:
    language.use(lang)

    async def scene(browser: Browser) -> None:
        view = table(browser)
        drawn = {column.field.name: column.width for column in view.columns.drawn}
        assert set(drawn) >= (MATTER if size[0] > 80 else MATTER - {"parties"})
        assert len(drawn) >= len(MATTER) + more or size[0] == 80
        used = sum(drawn.values()) + 2 * (len(drawn) - 1) + 3
        assert used <= view.size.width
        if drawn["title"] < 34:  # nothing is cut while there is room
            assert used >= view.size.width - 2, drawn

    play(scene, size=size)
