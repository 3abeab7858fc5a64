"""What a keystroke costs on the line. Only bytes are asserted: they don't depend on the machine."""

import pytest

from tests.terminal.conftest import Start, start  # noqa: F401
from tests.terminal.driver import Terminal
from tests.terminal.looking import pointed

WIDE, NARROW = (120, 40), (80, 24)

KB = 1024
START = 45 * KB
TAB = 15 * KB
ROW_BESIDE = 6 * KB
ROW_ALONE = 1.2 * KB


def _bytes_of(terminal: Terminal, key: str, *wanted: str) -> int:
    before = len(terminal.settle().raw)
    terminal.press(key).wait_for(*wanted, lambda _screen: len(terminal.raw) > before).settle()
    return len(terminal.raw) - before


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("tab", ["overview", "deals"])
def test_start(start: Start, lang: str, tab: str) -> None:  # noqa: F811
    terminal = start("--tab", tab, lang=lang, size=WIDE).wait_for("97", " q ").settle()
    assert len(terminal.raw) <= START


@pytest.mark.parametrize(("size", "most"), [(WIDE, ROW_BESIDE), (NARROW, ROW_ALONE)])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_row_move(start: Start, lang: str, size: tuple[int, int], most: float) -> None:  # noqa: F811
    terminal = start("--tab", "deals", lang=lang, size=size).wait_for("[2 ", " q ", pointed)  # type: ignore[arg-type]
    sent = [_bytes_of(terminal, key) for key in ("down", "down", "down", "up")]
    print(sent)
    assert max(sent) <= most, sent


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_tab_change(start: Start, lang: str) -> None:  # noqa: F811
    terminal = start("--tab", "deals", lang=lang, size=WIDE).wait_for("[2 ", " q ", pointed)  # type: ignore[arg-type]
    sent = {key: _bytes_of(terminal, key, f"[{key} ") for key in "34567812"}
    assert max(sent.values()) <= TAB, sent


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_page(start: Start, lang: str) -> None:  # noqa: F811
    terminal = start("--tab", "passages", lang=lang, size=WIDE).wait_for("[8 ", " q ", pointed)  # type: ignore[arg-type]
    sent = [_bytes_of(terminal, key) for key in ("pagedown", "pageup", "end")]
    assert max(sent) <= TAB, sent


def test_typing_a_filter(start: Start) -> None:  # noqa: F811
    terminal = start("--tab", "deals", size=NARROW).wait_for("4 of 4", "quit")
    sent = [
        _bytes_of(terminal, "/", "keep the filter"),
        _bytes_of(terminal, "q", "/ q"),
        _bytes_of(terminal, "q", "/ qq"),
    ]
    assert max(sent) <= TAB, sent
