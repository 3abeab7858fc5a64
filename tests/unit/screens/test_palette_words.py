"""The palette finds actions by what people call them, in both languages whichever is on."""

import pytest
from cq_tui.language import Language, use
from cq_tui.screens.base.action_words import CALLED
from cq_tui.screens.base.palette import PaletteScreen
from cq_tui.screens.keymap import CONTEXTS
from textual.binding import Binding

from tests.pilot import Browser
from tests.unit.screens.conftest import Play

WORDS = {
    "帮助": "help", "语言": "language", "保存": "export", "复制": "copy", "排序": "sort", "撤销": "reset",
    "颜色": "theme", "退出": "back", "比较": "compare", "统计": "facets", "查找": "filter",
    "mouse": "help", "鼠标": "help",
    "save": "export", "colour": "theme", "color": "theme", "quit": "back", "copy": "copy", "sort": "sort",
    "language": "language", "help": "help", "undo": "reset", "search": "search", "find": "filter",
}  # fmt: skip


def test_every_action_that_has_words_is_one() -> None:
    ids = {one.id for context in CONTEXTS for one in context.bindings()}
    assert set(CALLED) <= ids


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_actions_are_found_by_what_people_call_them(play: Play, lang: Language) -> None:
    async def scene(browser: Browser) -> None:
        use(lang)
        await browser.press(":")
        palette = browser.screen
        assert isinstance(palette, PaletteScreen)
        for word, wanted in WORDS.items():
            if wanted == "compare":  # there is one event
                continue
            palette._finder.line.value = word
            await browser.settle()
            found = [one.does.id for one in palette._offers if isinstance(one.does, Binding)]
            assert wanted in found, (word, found)

    play(scene)


@pytest.mark.parametrize(
    ("word", "first"), [("排序", "sort"), ("保存", "export"), ("save", "export"), ("撤销", "reset"), ("sort", "sort")]
)
def test_the_likeliest_action_comes_first(play: Play, word: str, first: str) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press(":")
        palette = browser.screen
        assert isinstance(palette, PaletteScreen)
        palette._finder.line.value = word
        await browser.settle()
        offered = palette._offers[0].does
        assert isinstance(offered, Binding)
        assert offered.id == first

    play(scene)
