"""Random keys, in one process: no key on any screen ends the browser, and no line asks the store while it is drawn."""

import asyncio
import os
import random
import shutil
import string
import tempfile
import threading
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from cq_tui import language
from cq_tui.app import BrowserApp
from cq_tui.archive.read import shipped
from cq_tui.export.export import Options, export_file
from cq_tui.query.parse import parse
from cq_tui.query.widen import Widener
from cq_tui.screens.base.base_screen import own_bindings
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.dialogs.file_picker import FilePickerScreen
from cq_tui.screens.output.screen import OutputScreen
from cq_tui.settings.state import Memory
from cq_tui.store.by_id import ById
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.widgets.base.line_widget import LineWidget
from cq_tui.widgets.views.chain_map import ChainMap
from textual.strip import Strip
from textual.widgets import Input

from tests.pilot import Browser, browsing
from tests.reliability.figure import Figure
from tests.reliability.noticing import Ears, Effect, must_act, way_back
from tests.shipped import kinds

SIZES = ((80, 24), (120, 40), (60, 15), (132, 30), (200, 50), (100, 20))
TOO_SMALL = (50, 12)
KEYS_A_WALK = 250
SCREENS = (
    "BrowseScreen RecordScreen SearchScreen CompareScreen FacetColumnsScreen FacetScreen ColumnsScreen ExportScreen "
    "BriefScreen PublishScreen FilePickerScreen ImportScreen ChoiceScreen PaletteScreen HelpScreen "
    "CopyTextScreen TooSmallScreen TabsScreen OverviewExportScreen CommandLinesScreen ViewsScreen ViewNameScreen "
    "EditionsScreen ChangesScreen"
).split()
"""Every screen that there is: a walk of enough keys comes by each of them."""
VIEWS = ("overview", "list", "picture", "tree", "beside", "typing")
"""What else the browser shows, by the names that ``_view`` gives."""

_ENDS = frozenset({"ctrl+c", "ctrl+q", "ctrl+z", "Q", "Ｑ"})
"""Keys that end or suspend the program wherever they are pressed."""
_LEAVES = ("q", "ｑ")
"""Keys that end the program from its first screen and lead back from any other."""
_PATHS = frozenset("/~.!")
"""Characters that lead a typed file name out of the folder of the walk."""
_LISTS = {
    "list.csv": "Deals of the fair,,,\nProject,Investor,Amount (EUR m),Country,Type\nMill,Aa,12,Germany,investment\n"
    "Mine,Bb,30,Mars,fund\nTotal,,42,,\n",
    "open.csv": "Project,Amount,Country,Type\nDam,12,Germany,investment\nLine,7,Mars,fund\n",
    "none.csv": "nothing\n",
}
_EVENT = """
[[events]]
id = "made-fair"
name = { zh = "编造的展会", en = "A made-up fair" }
date = 2024-05-04
"""
_DEAL = """
[[deals]]
id = "made-deal"
title = { zh = "编造的项目", en = "A made-up deal" }
event = "made-fair"
instrument = "investment"
amount = 12_000_000
currency = "EUR"
note = { en = "LONG" }
""".replace("LONG", "A note too long for a terminal's clipboard. " * 120)
_OWN_KIND = """
[kinds.halls]
label = { zh = "展馆", en = "Halls" }
one = { zh = "展馆", en = "hall" }
"""
_HALL = '[[halls]]\nid = "north"\nname = { zh = "北馆", en = "North hall" }\n'
_SETTLED = 0.7
"""How often a key waits for the one before it; the others are typed ahead."""
_ANY = [
    *string.ascii_letters, *string.digits, *string.punctuation, "ｅ", "西", "，", "？",
    *"enter escape tab shift+tab backspace delete up down left right home end pageup pagedown space f1 f2".split(),
    *(f"ctrl+{letter}" for letter in string.ascii_lowercase),
]  # fmt: skip
_TO_THE_LISTS = ("size:120x40", "escape", "escape", "escape")
"""The later two Esc are left out where a list is in front already."""
_WAYS = (
    "2 enter", "5 v", "5 1 v", "9 c", "1 c", "9 space down space c", "2 f", "2 l f", "2 C", "2 e enter", "I down enter",
    "I enter", "I enter enter", "8 enter y", "2 end y", "2 end y L", "* text:citic enter enter", ": text:c enter",
    ": escape", "2 / text:citic enter", "?", "R", "L", "T", "[ ]", "size:50x12", "enter enter enter o n",
    "2 space space M e", "I down enter w", "size:80x24 5 v", "1 B", "2 B tab right enter", "2 P",
    "1 e", "0 text:10", "2 w enter text:a enter", "2 w down n", "2 Y enter", "2 Y down", "d text:. enter",
)  # fmt: skip
"""Keys that lead from the lists to a screen and do something there."""
_WORDS = (
    "citic",
    "xnl",
    "amount>=1亿",
    "西南",
    "sort:amount-desc",
    "country:",
    "colour:red",
    '"new',
    "/die.c",
    "-",
    "zz",
)


@dataclass
class Walk:
    """What became of one walk: the keys in their order, the screens visited, what ended it, if anything did."""

    seed: int
    keys: list[str] = field(default_factory=list)
    visited: set[str] = field(default_factory=set)
    end: str = ""
    asked: list[str] = field(default_factory=list)
    """The widgets that asked the store while one of their lines was drawn."""
    silent: list[str] = field(default_factory=list)
    """Keys that neither did nor said anything, and where."""
    dead: str = ""
    """The screen that no Esc led back from."""


@cache
def _files() -> dict[str, bytes]:
    """The files of an archive that can be imported into: the shipped one and an event more, its organisations a table.

    A table's records are not held in memory, so that even a name is a question to the engine.
    """
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for part in ("data", "seeds"):
            shutil.copytree(shipped() / part, root / part, ignore=shutil.ignore_patterns("originals"))
        for kind, more in (("events", _EVENT), ("deals", _DEAL)):
            path = root / "data" / f"{kind}.toml"
            path.write_text(path.read_text("utf-8") + more, "utf-8")
        with (root / "data" / "schema.toml").open("a", encoding="utf-8") as schema:
            schema.write(_OWN_KIND)
        (root / "data" / "halls.toml").write_text(_HALL, "utf-8")
        query = parse("", kinds()["organisations"])
        export_file(Selection(open_archive(root).store, query), Options("csv"), root / "data" / "organisations.csv")
        (root / "data" / "organisations.toml").unlink()
        return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def walk(seed: int, count: int, ways: float = 0.08) -> Walk:
    """Press so many random keys in a new session; language, size and keys hang on the seed alone.

    ``ways`` is how often, instead of a random key, the keys come that lead from the lists to one of the screens; each
    way is taken once before one is taken again.
    """
    return played(Walk(seed), lambda browser, found: _walk(browser, found, random.Random(seed), count, ways))


def again(seed: int, keys: Sequence[str]) -> Walk:
    """Press the keys that an earlier walk has noted, each settled before the next."""

    async def each(browser: Browser, found: Walk) -> None:
        for key in keys:
            found.keys.append(key)
            await press(browser, key)
            await browser.settle()

    return played(Walk(seed), each)


def played(found: Walk, keys: Callable[[Browser, Walk], Awaitable[None]]) -> Walk:
    """Run a browser as the walk's seed says, and press keys there."""
    with tempfile.TemporaryDirectory() as name, _inside(Path(name)) as root:
        language.use("zh" if found.seed % 2 else "en")
        reopen = partial(_opened, root)
        plain = found.seed % 5 == 0
        session = Session(
            reopen(),
            memory=Memory(Path(name) / "state.toml"),
            reopen=reopen,
            ascii_only=plain,
            views_file=Path(name) / "views.toml",
            held_folder=Path(name) / "held",
        )

        async def run() -> None:
            async with browsing(session, tab=found.seed % 3, size=SIZES[found.seed % len(SIZES)]) as browser:
                await keys(browser, found)
                if not browser.running and browser.app.failure is None:
                    found.end = "the browser left by itself"

        try:
            with drawing_asks_nothing(found.asked):
                asyncio.run(run())
        except Exception as error:
            found.end = repr(error)
    return found


def _opened(root: Path) -> Store:
    return open_archive(root).store


def drawn_widgets() -> list[type[LineWidget]]:
    """Every widget that draws its own lines."""
    found, waiting = [], [LineWidget]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        found += [one] if "render_line" in one.__dict__ else []
    return found


@contextmanager
def drawing_asks_nothing(asked: list[str]) -> Iterator[None]:
    """Note down each widget of which a line asks the store for something while it is drawn."""
    drawing: list[str] = []

    def N_(draw: Callable[[LineWidget, int], Strip]) -> Callable[[LineWidget, int], Strip]:
        def render_line(self: LineWidget, y: int) -> Strip:
            drawing.append(type(self).__name__)
            try:
                return draw(self, y)
            finally:
                drawing.pop()

        return render_line

    def watched(ask: Callable[..., Any]) -> Callable[..., Any]:
        def asking(*arguments: Any, **named: Any) -> Any:
            if threading.current_thread() is threading.main_thread():
                asked.extend(drawing[-1:])
            return ask(*arguments, **named)

        return asking

    with pytest.MonkeyPatch.context() as patch:
        for widget in drawn_widgets():
            patch.setattr(widget, "render_line", N_(widget.render_line))
        for name in ("ask", "stream", "copy", "name"):
            patch.setattr(Store, name, watched(getattr(Store, name)))
        for name in ("_get", "first", "largest"):
            patch.setattr(ById, name, watched(getattr(ById, name)))
        patch.setattr(Widener, "__call__", watched(Widener.__call__))
        for name in ("page", "rows", "position"):
            patch.setattr(Selection, name, watched(getattr(Selection, name)))
        yield


@contextmanager
def _inside(folder: Path) -> Iterator[Path]:
    """Work in a folder that holds lists to import, with an archive beside them; language and folder are put back."""
    before, spoken = Path.cwd(), language.current()
    files = {f"archive/{name}": content for name, content in _files().items()}
    files |= {f"lists/{name}": text.encode() for name, text in _LISTS.items()}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    os.chdir(folder / "lists")
    try:
        yield folder / "archive"
    finally:
        os.chdir(before)
        language.use(spoken)


async def _walk(browser: Browser, found: Walk, chance: random.Random, count: int, share: float) -> None:
    ways: list[str] = []
    ears = Ears()
    with ears.open():
        while len(found.keys) < count and browser.running:
            ways = ways or chance.sample(_WAYS, len(_WAYS))
            guided = chance.random() < share
            for key in [*_TO_THE_LISTS, *ways.pop().split()] if guided else _next(browser.app, chance):
                if guided and [key] == found.keys[-1:] == ["escape"] and isinstance(browser.screen, BrowseScreen):
                    continue
                settled = guided or chance.random() < _SETTLED
                await press_and_notice(browser, found, key, ears, settled=settled)
                found.visited |= set(_views(browser))
        await browser.settle()
        if browser.running:
            found.dead = await way_back(browser)


async def press_and_notice(browser: Browser, found: Walk, key: str, ears: Ears, *, settled: bool) -> None:
    """Press a key if it is a safe one; if it is to be settled see that it did or said something."""
    if key in _LEAVES:
        await browser.settle()
    effect = None
    if _is_safe(browser.app, key):
        if settled and must_act(browser, key):
            await browser.settle()
            effect = Effect(browser, ears, key) if browser.running and must_act(browser, key) else None
        found.keys.append(key)
        await press(browser, key)
    if settled:
        await browser.settle()
        if effect is not None and (silence := effect.silent()):
            found.silent.append(silence)


async def press(browser: Browser, key: str) -> None:
    """Press one of the keys that a walk notes down, ``text:`` typed, or ``size:`` a window of another size."""
    what, _colon, more = key.partition(":")
    if what == "text" and more:
        browser.write(more)
    elif what == "size" and more:
        columns, lines = more.split("x")
        await browser.resize(int(columns), int(lines))
    else:
        browser.put(key)


def _views(browser: Browser) -> Iterator[str]:
    screen = browser.screen
    yield type(screen).__name__
    if isinstance(screen, BrowseScreen):
        chain = screen.query_one(ChainMap)
        if screen.has_class("chain"):
            yield "tree" if chain.as_tree else "picture"
        else:
            yield "overview" if screen.has_class("overview") else "list"
            yield "beside" if screen.has_class("wide") else "alone"
        if isinstance(screen.focused, Input):
            yield "typing"


def _next(app: BrowserApp, chance: random.Random) -> list[str]:
    """The next keys: those that mean something here, words where a text is typed, any keys, another window."""
    dice = chance.random()
    if dice < (0.4 if isinstance(app.focused, Input) else 0.02):
        return [f"text:{chance.choice(_WORDS)}"]
    if dice < 0.75:
        nodes = [*([app.focused] if app.focused else []), app.screen]
        bound = [key for one in own_bindings(*nodes, keymap={}) for key in one.key.split(",")]
        return [chance.choice(bound or ["escape"])]
    if dice < 0.98:
        return chance.choices(_ANY, k=chance.randint(1, 3))
    return ["size:{}x{}".format(*chance.choice((*SIZES, TOO_SMALL)))]


def _is_safe(app: BrowserApp, key: str) -> bool:
    """Whether a key neither ends the program, as it should, nor writes outside the folder of the walk."""
    if key in _ENDS or (key in _LEAVES and isinstance(app.screen, BrowseScreen)):
        return False
    return (
        not isinstance(app.screen, OutputScreen | FilePickerScreen) or key.startswith("size:") or not set(key) & _PATHS
    )


def figures(share: float = 1.0) -> list[Figure]:
    """Ten thousand keys, or a share of them, in sessions of a few hundred."""
    walks = [walk(seed, KEYS_A_WALK) for seed in range(max(1, int(10_000 * share) // KEYS_A_WALK))]
    for one in walks:
        if one.end or one.dead or one.silent:
            print(f"seed {one.seed}: {one.end or one.dead} {one.silent}\n{' '.join(one.keys[-20:])}")
    keys = sum(len(one.keys) for one in walks)
    return [
        Figure("random keys pressed", keys, sum(bool(one.end) for one in walks), "no key ends the browser"),
        Figure("lines drawn after random keys", keys, sum(len(one.asked) for one in walks), "none asks the store"),
        Figure("random keys answered", keys, sum(len(one.silent) for one in walks), "each does or says something"),
        Figure("walks that end anywhere", len(walks), sum(bool(one.dead) for one in walks), "Esc leads back to a list"),
    ]
