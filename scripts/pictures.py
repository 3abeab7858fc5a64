"""Make the pictures of the README and of docs/own-lists.md from the running program: docs/pictures/*.svg."""

import asyncio
import os
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from cq_tui import cli, language
from cq_tui.terminal.environment import prepare
from textual.pilot import Pilot
from textual.strip import Strip

from scripts.svg import svg
from tests.nasty_list import ENCODING, NASTY

DOCS = Path(__file__).resolve().parent.parent / "docs"
FOLDER = DOCS / "pictures"
Keys = tuple[str, ...]
PICTURES: tuple[tuple[str, language.Language, tuple[int, int], Keys], ...] = (
    ("overview-en", "en", (116, 34), ()),
    ("overview-zh", "zh", (116, 34), ()),
    ("deals-zh", "zh", (120, 30), ("2", "down", "down")),
    ("chain-zh", "zh", (120, 26), ("5", "right")),
    ("publish-en", "en", (100, 26), ("2", "slash", *"country:DE", "enter", "P")),
    ("publish-zh", "zh", (100, 26), ("2", "slash", *"country:DE", "enter", "P")),
)
IMPORT: Keys = ("I", "down", "enter")
"""The keys that choose the list beside the archive."""
ANSWER: Keys = ("enter", "down", "enter")
"""The keys that answer the one question of the list: the first of two columns."""
OWN_LISTS: tuple[tuple[str, language.Language, tuple[int, int], Keys], ...] = (
    ("question-en", "en", (100, 26), (*IMPORT, "enter")),
    ("import-en", "en", (110, 46), (*IMPORT, *ANSWER)),
    ("imported-en", "en", (120, 16), (*IMPORT, *ANSWER, "w")),
)


async def picture(name: str, size: tuple[int, int], keys: Keys, *roots: Path) -> None:
    """Run the program without a terminal, press keys and save what it shows."""
    from cq_tui.app import BrowserApp
    from cq_tui.commands.common import open_store
    from cq_tui.screens.base.session import Session

    app = BrowserApp(Session(open_store(*roots), reopen=partial(open_store, *roots)))
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            await asyncio.gather(
                *(one.wait() for one in app.workers if one.group != "key queue"), return_exceptions=True
            )
        lines = await _at_rest(pilot)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(svg(lines, size[0]), "utf-8")


async def _at_rest(pilot: Pilot[None]) -> list[Strip]:
    """The lines of the screen once nothing changes any more: a record comes after the cursor has come to rest."""
    before: list[Strip] = []
    while (lines := pilot.app.screen._compositor.render_strips()) != before:
        before = lines
        await pilot.pause(0.5)
    return lines


def own_lists() -> None:
    """The walk through an import, with the list that stands on its page."""
    before = Path.cwd()
    for name, lang, size, keys in OWN_LISTS:
        with TemporaryDirectory() as folder:
            os.chdir(folder)
            Path("list.csv").write_bytes(NASTY.encode(ENCODING))
            cli.main(["new", "fairs"])
            events = Path("fairs/data/events.toml")
            named = (
                events.read_text("utf-8")
                .replace("活动名称", "某某洽谈会")
                .replace("Name of the event", "A made-up fair")
            )
            events.write_text(named, "utf-8")
            language.use(lang)
            asyncio.run(picture(name, size, keys, Path("fairs")))
            os.chdir(before)


def main() -> None:
    """Make every picture."""
    os.environ["TERM"] = "xterm-256color"
    prepare("truecolor")
    for name, lang, size, keys in PICTURES:
        language.use(lang)
        asyncio.run(picture(name, size, keys))
    own_lists()


if __name__ == "__main__":
    main()
