"""Where there is little room the title is cut, and other keys go, before the key of the help and the way out do."""

import pytest
from cq_tui.language import Language, use

from tests.pilot import Browser
from tests.unit.screens.conftest import Play


@pytest.mark.parametrize(("lang", "keys"), [("en", "English   ? keys"), ("zh", "中文   ? 快捷键")])
@pytest.mark.parametrize("size", [(60, 15), (80, 24), (132, 40)])
def test_the_title_names_language_and_help(play: Play, lang: Language, keys: str, size: tuple[int, int]) -> None:
    async def scene(browser: Browser) -> None:
        use(lang)
        browser.screen.rebuild_view()  # type: ignore[attr-defined]
        await browser.settle()
        title = browser.text.splitlines()[0]
        assert title.endswith(keys)
        assert "European Advanced Manuf" in title or "欧洲" in title
        assert ("~2025-11-19" in title) == (size[0] > 60 or lang == "zh")

    play(scene, size=size)


@pytest.mark.parametrize("tab", range(6))
@pytest.mark.parametrize("size", [(60, 15), (80, 24)])
def test_the_key_line_names_help_and_the_way_out(play: Play, tab: int, size: tuple[int, int]) -> None:
    async def scene(browser: Browser) -> None:
        assert browser.text.splitlines()[-1].endswith("q quit   ? keys")

    play(scene, tab=tab, size=size)


def test_where_there_is_room_for_all_all_are_named(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        keys = " Enter open   / filter   * search all   v picture/tree/list   e export   q quit   ? keys"
        assert browser.text.splitlines()[-1] == keys

    play(scene, tab=4, size=(100, 30))


def test_a_title_follows_the_window(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("enter")
        await browser.resize(60, 20)
        assert browser.text.splitlines()[0].endswith("? keys")
        await browser.resize(140, 20)
        assert "Visit to Chongqing" in browser.text.splitlines()[0]

    play(scene)
