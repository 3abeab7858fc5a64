"""Data that would take over the terminal or the markup: it is shown, and nothing of it acts."""

import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.terminal.looking import go_down_to

ROOT = Path(__file__).parents[2]

CLIPBOARD = "\x1b]52;c;aGFja2Vk\x07"
PAYLOADS = (
    CLIPBOARD,
    "\x1b]0;owned\x1b\\",
    "\x1b[31;7mred\x1b[2J",
    "\x9b41mc1\x9d52;c;aGFja2Vk\x9c",
    "\u202egnp.exe\u202c\u2066\u200b",
    "\r\x08\x0b\x0c\x7f",
)
MARKUP = "[/] [a=1] [@click=app.exit]go[/] [bold]"
HOSTILE = MARKUP + "".join(PAYLOADS)

_DONE_TO_TERMINAL = re.compile(rb"\x1b(?:\[[0-9;?$<>]*[A-Za-z]|[()][A-Z0-9]|[=>78c])")
_POINTER = b"\x1b]22;default\x07"
"""The pointer's shape, which Textual sends by itself."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def _every_text(value: Any, change: Callable[[str], str]) -> Any:
    """The value with the texts that are free to be anything changed."""
    if isinstance(value, list):
        return [_every_text(one, change) for one in value]
    if isinstance(value, dict):
        return {
            key: {lang: change(text) for lang, text in one.items()}
            if key in ("title", "name", "note", "sector", "place") and isinstance(one, dict)
            else change(one)
            if key in ("amount_text",)
            else _every_text(one, change)
            for key, one in value.items()
        }
    return value


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The shipped event with something hostile at the beginning of every title, name and note."""
    folder = tmp_path / "archive"
    for name in ("data", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    for file in sorted(folder.rglob("*.toml")):
        tables = _every_text(tomllib.loads(file.read_text("utf-8")), lambda text: HOSTILE + text)
        file.write_text(tomli_w.dumps(tables), "utf-8")
    return folder


def _is_harmless(terminal: Terminal) -> None:
    """Nothing but what Textual itself sends has come out."""
    raw = terminal.raw.replace(_POINTER, b"")
    for sequence in (b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b^", b"\x1b[2J\x1b[41m", b"\x9b52", b"aGFja2Vk\x07"):
        assert sequence not in raw
    left = _DONE_TO_TERMINAL.sub(b"", raw).decode()
    found = _CONTROLS.search(left)
    assert found is None, repr(left[max(0, found.start() - 40) : found.end() + 40])


def test_hostile_list_record_and_export(start: Start, archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / f"{MARKUP.replace('/', '')}{CLIPBOARD}"
    folder.mkdir()
    terminal = start(str(archive), "--tab", "deals", size=(120, 40), cwd=folder).wait_for("4 of 4", MARKUP[:20], "quit")
    for tab in "345678":
        terminal.press(tab).wait_for(f"[{tab} ").settle()
    terminal.press("1").wait_for("[1 Overview]", MARKUP[:20]).press("2").wait_for("4 of 4", "[2 Deals")

    terminal.press("enter").wait_for(f"deal {MARKUP[:20]}").settle()
    terminal.press("end").settle()
    terminal.press("home").settle()
    go_down_to(terminal, "Parties").press("enter").wait_for("organisation [/] [a=1]")
    terminal.press("?").wait_for("Keys on this screen").press("esc").wait_for("organisation [/]")
    terminal.press("esc").wait_for("deal [/]").press("esc").wait_for("4 of 4")

    terminal.press("e").wait_for("Export 4 rows").press("enter").wait_for("4 rows written")
    terminal.press("e").wait_for("Export 4 rows").press("enter").wait_for("is there already")
    terminal.press("esc").wait_gone("Export 4 rows")
    (file,) = folder.iterdir()
    assert file.name.endswith("deals.csv")
    assert b"\x1b" not in file.read_bytes()

    terminal.press("q")
    assert terminal.wait_exit() == 0
    _is_harmless(terminal)


def test_hostile_filter(start: Start, archive: Path) -> None:
    text = f"{MARKUP} party:{CLIPBOARD}"
    terminal = start(str(archive), "--tab", "deals", "--filter", text).wait_for("of 4")
    terminal.press("q")
    assert terminal.wait_exit() == 0
    _is_harmless(terminal)


@pytest.mark.parametrize(("key", "ready"), [("/", "keep the filter"), ("e", "Export 4 rows")])
def test_pasted_controls(start: Start, key: str, ready: str) -> None:
    terminal = start("--tab", "deals").wait_for("4 of 4", "quit")
    terminal.press(key).wait_for(ready).settle()
    terminal.press(f"\x1b[200~{MARKUP}\x9b41m\u202e\x1b[201~").wait_for(MARKUP).settle()
    _is_harmless(terminal)


def test_hostile_words_of_errors(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / f"none{CLIPBOARD}\u202e[bold]"
    terminal = start(str(folder))
    assert terminal.wait_exit() == 1
    assert "[bold]" in terminal.text
    _is_harmless(terminal)


@pytest.mark.parametrize("key", [f"x{CLIPBOARD}", "x\u202e[bold]"])
def test_hostile_key_in_a_file(start: Start, archive: Path, key: str) -> None:
    file = archive / "data" / "deals.toml"
    tables = tomllib.loads(file.read_text("utf-8"))
    tables["deals"][0][key] = HOSTILE
    file.write_text(tomli_w.dumps(tables), "utf-8")
    terminal = start(str(archive))
    assert terminal.wait_exit() == 1
    _is_harmless(terminal)
