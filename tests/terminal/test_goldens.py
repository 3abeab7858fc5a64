"""Every screen as text, kept in ``goldens/``. ``make goldens`` writes them anew; read the difference first."""

import difflib
import os
from collections.abc import Iterator
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from cq_tui.archive.read import shipped
from cq_tui.commands.common import open_store
from cq_tui.store.views.summary import tabs
from rich.cells import cell_len

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.unit.made_events import make_events

FOLDER = Path(__file__).parent / "goldens"
WRITE = os.environ.get("CQ_TUI_GOLDENS") == "write"
_MORE = 3.0
"""Seconds for what a busy machine still has to draw, where the screen is not yet the golden one."""

SIZES = ((80, 24), (120, 40))
LANGUAGES = ("zh", "en")
PARTNER = {"zh": "西马克（", "en": "SMS group ("}
"""What stands in the record of the aluminium line only."""
ALUMINIUM = {"zh": "西南铝集团压铸生产线", "en": "Southwest Aluminium"}

_DRAWN = range(0x2500, 0x25A0)
"""Box drawing and blocks."""


def _pictures(terminal: Terminal, lang: str) -> Iterator[str]:
    """Go through all screens; the name of the picture each time one is in view."""
    terminal.wait_for("[1 ", " q ")
    yield "overview"
    store = open_store()
    for number, kind in enumerate(tabs(store), start=2):
        total = store.total(kind.name)
        terminal.press(str(number)).wait_for(f"[{number} ", f"{total} {'/' if lang == 'zh' else 'of'} {total}")
        yield kind.name
    terminal.press("2").wait_for("[2 ", ALUMINIUM[lang]).settle()
    terminal.press("l", "f").wait_for("3 values" if lang == "en" else "3 个值")
    yield "facets"
    terminal.press("esc").wait_for("[2 ").press("C").wait_for("8 / 20" if lang == "zh" else "8 of 20")
    yield "columns"
    terminal.press("esc").wait_for("[2 ").press("s", "l", "S").wait_for("⇑1", "⇑2").press("j", " ")
    terminal.wait_for("✓", lambda screen: "│" not in screen or PARTNER[lang] in screen)
    yield "marked"
    terminal.press("U", "r").wait_gone("⇑1", "✓").press("g", "h").settle().press("f").wait_for("3 ")
    terminal.press("esc").wait_for("[2 ").settle().press("h").settle()
    terminal.press("e").wait_for("deals.csv", "nev-credit-line,", lambda screen: screen.count("\n>") == 2)
    yield "export"
    terminal.press("esc").wait_gone("deals.csv")
    terminal.press("?").wait_for("PgUp")
    yield "help"
    terminal.press("esc").wait_for("[2 ").settle()
    terminal.press(":", "9", "9").wait_for(" : 99").press("backspace", "backspace").wait_for(" : ", "\n >").settle()
    yield "palette"
    terminal.press("esc").wait_gone(" : ").press("*").wait_gone("[2 ").press("citic").wait_for("citic").press(
        "enter"
    ).wait_for("\n>").settle()
    yield "search"
    terminal.press("esc").wait_for("[2 ").settle()
    terminal.press("down", "down", "enter").wait_gone("[2 ").wait_for(" Esc ", "\n>")
    yield "record"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_screens(start: Start, lang: str, size: tuple[int, int]) -> None:
    terminal = start(lang=lang, size=size)
    differences = [
        _difference(f"{name}-{lang}-{size[0]}x{size[1]}", terminal.settle()) for name in _pictures(terminal, lang)
    ]
    assert not any(differences), "\n".join(differences)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_screens_of_several_events_and_of_a_list(
    start: Start, lang: str, size: tuple[int, int], tmp_path: Path
) -> None:
    make_events(tmp_path / "events")
    (tmp_path / "list.csv").write_text("Project,Amount (EUR),Country,Type\nMill,12,Germany,fund\nMine,30,Mars,fund\n")
    terminal = start("events", lang=lang, size=size)
    differences = [
        _difference(f"{name}-{lang}-{size[0]}x{size[1]}", terminal.settle()) for name in _made_pictures(terminal)
    ]
    assert not any(differences), "\n".join(differences)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ascii_of_several_events_and_of_a_list(start: Start, lang: str, tmp_path: Path) -> None:
    make_events(tmp_path / "events")
    (tmp_path / "list.csv").write_text("Project,Amount (EUR),Country,Type\nMill,12,Germany,fund\n")
    terminal = start("events", "--ascii", lang=lang)
    for name in _made_pictures(terminal):
        assert not _foreign(terminal.settle().text), f"{name}: {_foreign(terminal.text)}\n{terminal.text}"


def _made_pictures(terminal: Terminal) -> Iterator[str]:
    terminal.wait_for("[1 ", "2023–2024", "2024-05-04", " q ", "\n>")
    yield "events"
    terminal.press("c").wait_gone("[1 ").wait_for("2023-05-04", "EUR")
    yield "compare"
    terminal.press("esc").wait_for("[1 ").press("I").wait_for("list.csv").press("list").wait_for(" > list.csv")
    terminal.press("enter").wait_for("Amount (EUR)", " ? ")
    yield "import"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ascii(start: Start, lang: str, tmp_path: Path) -> None:
    """Of every screen; in secure mode, for there a record is shown to be copied."""
    secure = {"CQ_TUI_SECURE": "1", "CQ_TUI_EXPORT_DIR": str(tmp_path)}
    terminal = start("--ascii", "--tab", "deals", lang=lang, **secure).wait_for("[2 ", ALUMINIUM[lang], " q ")
    difference = _difference(f"deals-ascii-{lang}-80x24", terminal.settle())
    for keys, there in ASCII_SCREENS:
        terminal.press(*([keys] if isinstance(keys, str) else keys)).wait_for(there).settle()
        assert not _foreign(terminal.text), f"{keys}: {_foreign(terminal.text)}\n{terminal.text}"
        if keys == "y":
            difference += _difference(f"plain-ascii-{lang}-80x24", terminal)
    assert not difference, difference


ASCII_SCREENS = (
    *((str(number), f"[{number} ") for number in (1, 3, 4, 5, 6, 7, 8, 2)),
    ("s", "^"), ("r", "[2 "), (" ", "*"), ("U", "[2 "),
    (["l", "f"], "75"), ("esc", "[2 "),
    ("C", "8 "), ("esc", "[2 "),
    ("e", "$ cq-tui"), (["down", "right"], "toml]"), ("esc", "[2 "),
    ("?", "PgUp"), ("esc", "[2 "),
    (":", " : "), ("esc", "[2 "),
    ("/", "/"), ("nothing", "0 "), ("esc", "[2 "),
    ("*", "*"), ("citic", "  2 "), ("esc", "[2 "),
    ("y", lambda screen: "passages p20" in screen and " Esc " in screen), ("q", "[2 "),
    ("enter", "Esc"), ("o", "Esc"),
)  # fmt: skip
"""Keys, and what stands on the screen then."""


def _difference(name: str, terminal: Terminal) -> str:
    """Write the golden screen, or tell how the screen differs from it."""
    file = FOLDER / f"{name}.txt"
    golden = file.read_text("utf-8") if file.exists() else ""
    while not WRITE and terminal.text + "\n" != golden and (piece := terminal.process.read(_MORE)):
        terminal.screen.feed(piece)
    text = terminal.text + "\n"
    columns = terminal.screen.columns
    assert not terminal.screen.beyond, f"{name}: drawn beyond the edge: {terminal.screen.beyond}"
    wide = [line for line in text.splitlines() if cell_len(line) > columns]
    assert not wide, f"{name}: wider than {columns} cells: {wide}"
    if WRITE:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        return ""
    lines = difflib.unified_diff(
        golden.splitlines(), text.splitlines(), f"goldens/{file.name}", "the screen", lineterm=""
    )
    return "\n".join(lines)


def _foreign(screen: str) -> set[str]:
    """What is drawn that is neither ASCII, nor two cells wide everywhere, nor a character of the data."""
    texts = [file.read_text("utf-8") for folder in ("data", "seeds") for file in (shipped() / folder).glob("*.toml")]
    data = set("".join(texts)) - set(map(chr, _DRAWN))
    return {char for char in set(screen) - {"\n"} - data if not char.isascii() and east_asian_width(char) not in "WF"}
