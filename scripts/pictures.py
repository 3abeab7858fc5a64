"""Make the pictures of the README from the running program: docs/pictures/*.svg."""

import asyncio
import re
from pathlib import Path

from tui import language, terminal

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

    app = BrowserApp(Session(open_store(None)))
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        svg = app.export_screenshot(title="cq-tui")
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(_stable(svg), "utf-8")


def _stable(svg: str) -> str:
    """The picture without fonts from elsewhere and without ids that differ from run to run."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    return re.sub(r"font-family: Fira Code, monospace", "font-family: ui-monospace, Menlo, Consolas, monospace", svg)


def main() -> None:
    """Make every picture."""
    terminal.prepare("truecolor")
    for name, lang, size, keys in PICTURES:
        language.use(lang)
        asyncio.run(picture(name, size, keys))


if __name__ == "__main__":
    main()
