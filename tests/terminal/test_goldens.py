"""Every screen in every size, language and look, kept in ``goldens/``. ``make goldens`` writes them anew.

The pictures are made in this process; that a real terminal shows the same is seen on it, stop by stop of the same tour.
"""

import os
import time
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from cq_tui.archive.read import shipped
from cq_tui.widgets.base.glyphs import _GLYPHS
from rich.cells import cell_len

from tests.pictures import golden, making
from tests.pictures.tour import SIZES, TOURS, Stop, Tour
from tests.reliability.walk import SCREENS
from tests.terminal.conftest import Start
from tests.terminal.driver import PATIENCE, Terminal

WRITE = os.environ.get("CQ_TUI_GOLDENS") == "write"
_MORE = 5.0
"""Seconds of silence after which a screen that is not the golden one is not going to be."""

LANGUAGES = ("zh", "en")
_TWINS = str.maketrans({**dict(_GLYPHS.values()), "─": "-", "│": "|"})
_DRAWN = range(0x2500, 0x25A0)
"""Box drawing and blocks."""

of_tours = pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.name)
in_languages = pytest.mark.parametrize("lang", LANGUAGES)


@of_tours
@in_languages
def test_screens(tour: Tour, lang: str) -> None:
    pictures, seen = making.pictures(tour, lang)
    assert seen == tour.screens
    differences = []
    for name, picture in pictures.items():
        for (columns, _lines), text in picture.texts.items():
            assert [line for line in text.splitlines() if cell_len(line) > columns] == [], name
        written = picture.written()
        if WRITE:
            golden.FOLDER.mkdir(exist_ok=True)
            golden.file_of(name, lang).write_text(written, "utf-8")
        differences.append(golden.difference(f"{name}-{lang}.txt", golden.kept(name, lang), written))
    assert not any(differences), "\n".join(differences)


@pytest.mark.skipif(WRITE, reason="what is written is not compared")
@of_tours
@in_languages
def test_a_terminal_shows_them(start: Start, tour: Tour, lang: str, tmp_path: Path) -> None:
    (here := tmp_path / "here").mkdir()
    root = tour.make(here)
    terminal = start(*([str(root)] if root else []), lang=lang, cwd=here)
    for stop in tour.stops:
        terminal.screen.beyond.clear()
        for key in stop.keys:
            _press(terminal, key)
        size = _size_of(tour, lang, stop)
        if stop.sizes[0] == SIZES[0]:
            _compare(terminal, stop.name, lang, SIZES[0])
            assert terminal.screen.beyond == [], f"{stop.name}: drawn beyond the edge"
        if size != SIZES[0]:
            _compare(terminal.resize(*size), stop.name, lang, size)
            before = terminal.settle().text  # a line that is still on its way would be drawn in a smaller window
            terminal.resize(*SIZES[0]).wait_for(lambda screen: screen != before)  # noqa: B023
            if stop.sizes[0] == SIZES[0]:
                _compare(terminal, stop.name, lang, SIZES[0])


@pytest.mark.skipif(WRITE, reason="what is written is not compared")
@pytest.mark.parametrize(
    ("tour", "lang"),
    [(tour, LANGUAGES[number % 2]) for number, tour in enumerate(TOURS)],
    ids=lambda one: str(getattr(one, "name", one)),
)
def test_in_ascii_without_colours(tour: Tour, lang: str) -> None:
    found = making.plain_pictures(tour, lang, lambda stop: _size_of(tour, lang, stop))
    for stop in tour.stops:
        text = found[stop.name]
        assert _foreign(text) == set(), stop.name
        wanted = golden.text_kept(stop.name, lang, _size_of(tour, lang, stop))
        assert not (differs := golden.difference(f"{stop.name}-{lang}.txt", _plain(wanted), _plain(text))), differs


def test_the_tours_come_by_every_screen() -> None:
    assert frozenset().union(*(tour.screens for tour in TOURS)) >= {*SCREENS}


def test_every_golden_file_is_a_stop_of_a_tour() -> None:
    names = [stop.name for tour in TOURS for stop in tour.stops]
    assert len(names) == len({*names})
    wanted = {f"{name}-{lang}.txt" for name in names for lang in LANGUAGES}
    if WRITE:
        for file in golden.FOLDER.iterdir():
            if file.name not in wanted:
                file.unlink()
    else:
        assert wanted == {one.name for one in golden.FOLDER.iterdir()}


def _size_of(tour: Tour, lang: str, stop: Stop) -> tuple[int, int]:
    """A size for each stop, in turn."""
    return stop.sizes[(tour.stops.index(stop) + LANGUAGES.index(lang)) % len(stop.sizes)]


def _press(terminal: Terminal, key: str) -> None:
    if key == "escape":  # a key that follows at once would be taken for one with Alt
        before = terminal.text
        terminal.press("esc").wait_for(lambda screen: screen != before)
    else:
        terminal.press(key.removeprefix("type:").replace("space", " "))


def _compare(terminal: Terminal, name: str, lang: str, size: tuple[int, int]) -> None:
    """Wait until the golden picture stands there."""
    wanted = golden.text_kept(name, lang, size)
    end = time.monotonic() + PATIENCE
    while terminal.text != wanted and time.monotonic() < end and (piece := terminal.process.read(_MORE)):
        terminal.take(piece)
    assert not (differs := golden.difference(f"{name}-{lang}.txt", wanted, terminal.text)), differs


def _plain(text: str) -> str:
    """A text in which signs, lines and corners are their ASCII twins."""
    return "".join("+" if ord(char) in _DRAWN else char for char in text.translate(_TWINS))


def _foreign(screen: str) -> set[str]:
    """What is drawn that is neither ASCII, nor two cells wide everywhere, nor a character of the data."""
    texts = [file.read_text("utf-8") for folder in ("data", "seeds") for file in (shipped() / folder).glob("*.toml")]
    data = set("".join(texts)) - set(map(chr, _DRAWN))
    return {char for char in set(screen) - {"\n"} - data if not char.isascii() and east_asian_width(char) not in "WF"}
