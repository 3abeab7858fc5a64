"""A theme that is changed to looks as one that was begun with."""

from cq_tui.screens.base.session import Session
from cq_tui.widgets.base import themes
from rich.style import Style

from tests.pilot import Browser
from tests.unit.screens.conftest import Play

Look = list[list[tuple[str, Style | None]]]

BEGUN = (themes.LIGHT, themes.TERMINAL)
"""One with colours of its own, and one with the terminal's."""


def _look(browser: Browser) -> Look:
    """The title, the tabs and the table; what a change of theme says stands below them."""
    return [
        [(segment.text, segment.style) for segment in line] for line in browser.screen._compositor.render_strips()[:12]
    ]


def test_a_theme_looks_the_same_whether_begun_with_or_changed_to(play: Play, session: Session) -> None:
    begun, changed = {}, {}

    async def begin(browser: Browser) -> None:
        await browser.settle()
        begun[browser.app.theme] = _look(browser)

    async def change(browser: Browser) -> None:
        for _theme in themes.ALL:
            looked = _look(await browser.press("T"))
            changed[browser.app.theme] = looked

    for theme in BEGUN:
        session.theme = theme.name
        play(begin)
    session.theme = themes.DARK.name
    play(change)
    assert {name: changed[name] for name in begun} == begun
    assert begun[BEGUN[0].name] != begun[BEGUN[1].name]
