"""Pictures of a tour, taken in this process: the text of each screen in each size, and its styles in each look."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, chdir
from functools import partial
from itertools import groupby
from pathlib import Path
from string import ascii_letters, digits

from cq_tui import language
from cq_tui.archive.read import shipped
from cq_tui.screens.base.session import Session
from cq_tui.settings.state import Memory
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store
from cq_tui.widgets.base.glyphs import draw_plainly
from rich.cells import cell_len
from rich.style import Style

from tests.pictures.golden import Picture, Styles
from tests.pictures.tour import Stop, Tour
from tests.pilot import Browser, browsing

LOOKS = ("dark", "light", "terminal")
_LETTERS = f"{ascii_letters}{digits}"
Cells = list[list[str]]
"""For each line of a screen the style of each of its cells, in words."""


def pictures(tour: Tour, lang: language.Language) -> tuple[dict[str, Picture], set[str]]:
    """Every stop of a tour in every size, its styles in every look; and the names of the screens that were seen."""
    found: dict[str, Picture] = {}
    seen: set[str] = set()

    async def take(browser: Browser, stop: Stop) -> None:
        texts = {}
        for size in stop.sizes:
            await _resize(browser, size)
            texts[size] = browser.text
            seen.add(type(browser.screen).__name__)
            if size == stop.styled:
                styles = await _in_looks(browser, texts[size])
        found[stop.name] = Picture(texts, stop.styled, styles)
        await _resize(browser, stop.sizes[0])
        assert browser.text == texts[stop.sizes[0]], f"{stop.name} is another one after the window was larger"

    asyncio.run(_make(tour, lang, take))
    return found, seen


def plain_pictures(tour: Tour, lang: language.Language, size_of: Callable[[Stop], tuple[int, int]]) -> dict[str, str]:
    """Each stop of a tour in one size, in ASCII and without colours; no style but attributes is in use."""
    found: dict[str, str] = {}

    async def take(browser: Browser, stop: Stop) -> None:
        await _resize(browser, size_of(stop))
        found[stop.name] = browser.text
        colours = {style for line in _cells(browser) for style in line if "#" in style or "color" in style}
        assert colours == set(), stop.name

    before = os.environ.get("NO_COLOR")
    os.environ["NO_COLOR"] = "1"
    draw_plainly(True)
    try:
        asyncio.run(_make(tour, lang, take, plain=True))
    finally:
        draw_plainly(False)
        os.environ.pop("NO_COLOR")
        if before is not None:
            os.environ["NO_COLOR"] = before
    return found


async def _make(tour: Tour, lang: language.Language, take: Callable[..., object], *, plain: bool = False) -> None:
    async with _on_tour(tour, lang, plain) as browser:
        for stop in tour.stops:
            await _resize(browser, tour.stops[0].sizes[0])
            for key in stop.keys:
                await (browser.type(key[5:]) if key.startswith("type:") else browser.press(key))
            await browser.rest()
            await take(browser, stop)  # type: ignore[misc]


@asynccontextmanager
async def _on_tour(tour: Tour, lang: language.Language, plain: bool) -> AsyncIterator[Browser]:
    """A browser as it is after its start in a folder of its own."""
    spoken = language.current()
    with tempfile.TemporaryDirectory() as name, chdir(name):
        root = tour.make(Path(name))
        language.use(lang)
        reopen = partial(_opened, root or shipped())
        memory = Memory(Path(name) / ".state" / "state.toml")
        memory.keep(greeted=True)
        mine = Path(name) / ".state" / "views.toml"
        session = Session(reopen(), memory=memory, reopen=reopen, ascii_only=plain, views_file=mine)
        try:
            async with browsing(session) as browser:
                yield browser
        finally:
            language.use(spoken)


def _opened(root: Path) -> Store:
    return open_archive(root).store


async def _resize(browser: Browser, size: tuple[int, int]) -> None:
    if browser.app.size != size:
        await browser.resize(*size)
        await browser.rest()


async def _in_looks(browser: Browser, text: str) -> Styles:
    """The styles of the screen in every look, of which the last one stays; the text is the same in all."""
    cells = {}
    for look in (browser.app.theme, *(one for one in LOOKS if one != browser.app.theme)):
        browser.app.theme = look
        await browser.settle()
        assert browser.text == text, f"{look} has another text"
        cells[look] = _cells(browser)
    return _map([cells[look] for look in LOOKS])


def _cells(browser: Browser) -> Cells:
    """The styles of the screen in front, cell by cell.

    A blank has the style of the cell before it where it looks the same.
    """
    found: Cells = []
    for strip in browser.screen._compositor.render_strips():
        line: list[str] = []
        before = ""
        for segment in strip:
            style = segment.style or Style()
            full, on_blanks = _words(style), _words(_on_blanks(style))
            for char in segment.text:
                if char != " ":
                    before = on_blanks
                    words = full
                elif before != on_blanks:
                    before = on_blanks
                    words = on_blanks
                line += [words] * cell_len(char)
        found.append(line)
    return found


def _on_blanks(style: Style) -> Style:
    """What is seen of a style where nothing is written."""
    return style if style.reverse or style.underline or style.strike else Style(bgcolor=style.bgcolor)


def _words(style: Style) -> str:
    """A style in words, without the links and the data that Textual ties to it."""
    plain = style.without_color + Style(color=style.color, bgcolor=style.bgcolor)
    return str(plain.clear_meta_and_links()).replace("default on default", "").strip() or "usual"


def _map(looks: list[Cells]) -> Styles:
    """A letter for every combination of styles in the looks."""
    letters: dict[tuple[str, ...], str] = {}
    lines = []
    for cells in zip(*looks, strict=True):
        stretches = [(one, len([*same])) for one, same in groupby(zip(*cells, strict=True))]
        for one, _length in stretches:
            letters.setdefault(one, _LETTERS[len(letters)])
        lines.append(" ".join(f"{letters[one]}{length}" for one, length in stretches))
    return Styles(tuple(lines), {letter: dict(zip(LOOKS, one, strict=True)) for one, letter in letters.items()})
