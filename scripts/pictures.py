"""Make the pictures of the README from the running program: docs/pictures/*.svg."""

import asyncio
from pathlib import Path

from scripts.svg import svg
from tui import language
from tui.terminal.environment import prepare

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PICTURES: tuple[tuple[str, language.Language, tuple[int, int], tuple[str, ...]], ...] = (
    ("overview-en", "en", (100, 34), ()),
    ("deals-zh", "zh", (120, 30), ("2", "down", "down")),
    ("deals-en", "en", (120, 30), ("2", "down", "down")),
)


async def picture(name: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    """Run the program without a terminal, press keys and save what it shows."""
    from tui.app import BrowserApp
    from tui.commands.common import open_store
    from tui.screens.session import Session

    app = BrowserApp(Session(open_store()))
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        lines = app.screen._compositor.render_strips()
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(svg(lines, size[0]), "utf-8")


def main() -> None:
    """Make every picture."""
    prepare("truecolor")
    for name, lang, size, keys in PICTURES:
        language.use(lang)
        asyncio.run(picture(name, size, keys))


if __name__ == "__main__":
    main()
