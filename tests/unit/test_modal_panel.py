"""A panel whose work is done while something else is in front of it."""

import asyncio
from typing import cast

from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.session import Session
from cq_tui.widgets.base import themes
from textual.app import App
from textual.screen import Screen


class _Session:
    ascii_only = False


class _App(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(themes.DARK.variables)


def test_what_is_done_behind_another_screen_closes_the_panel_once_it_is_in_front() -> None:
    results: list[str | None] = []

    async def walk() -> None:
        app = _App()
        async with app.run_test() as pilot:
            panel: ModalPanel[str] = ModalPanel(cast("Session", _Session()))
            cover: Screen[None] = Screen()
            await app.push_screen(panel, results.append)
            await app.push_screen(cover)
            panel.dismiss("4 rows written")
            await pilot.pause()
            assert (app.screen, results) == (cover, [])
            app.pop_screen()
            await pilot.pause()
            assert (panel in app.screen_stack, results) == (False, ["4 rows written"])

    asyncio.run(walk())
