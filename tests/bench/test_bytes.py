"""What a keystroke costs on the line. Only bytes are asserted: they don't depend on the machine."""

import re

import pytest

from tests.terminal.conftest import Start, start  # noqa: F401
from tests.terminal.driver import Terminal
from tests.terminal.looking import pointed

WIDE, NARROW = (120, 40), (80, 24)

KB = 1024
START = 14 * KB
TAB = 10 * KB
PAGE = 6 * KB
TYPED = 15 * KB
ROW = 1.2 * KB
RECORD = 6 * KB
"""The record beside the list, once the cursor rests."""

_FRAME = b"\x1b[?2026h"
"""Opens each frame: what comes between two of them is drawn at once."""
_IDLE = 1.0
"""Seconds of silence that show that nothing is sent by itself."""


def _sent_by(terminal: Terminal, key: str, *wanted: str) -> bytes:
    before = len(terminal.settle().raw)
    terminal.press(key).wait_for(*wanted, lambda _screen: len(terminal.raw) > before).settle()
    return terminal.raw[before:]


def _bytes_of(terminal: Terminal, key: str, *wanted: str) -> int:
    return len(_sent_by(terminal, key, *wanted))


def _in_table(sent: bytes) -> list[bytes]:
    """The frames that begin at the left edge: the table's, and not those of the record beside it."""
    return [frame for frame in sent.split(_FRAME) if re.match(rb"\x1b\[\d+;1H", frame)]


def _table_bytes_of(terminal: Terminal, key: str) -> int:
    before = len(terminal.settle().raw)
    terminal.press(key).wait_for(lambda _screen: bool(_in_table(terminal.raw[before:]))).settle()
    return sum(map(len, _in_table(terminal.raw[before:])))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("tab", "there"), [("overview", "97"), ("deals", "750亿元")])
def test_start(start: Start, lang: str, tab: str, there: str) -> None:  # noqa: F811
    terminal = start("--tab", tab, lang=lang, size=WIDE).wait_for(there, " q ").settle()
    assert len(terminal.raw) <= START
    before = len(terminal.raw)
    assert not terminal.process.read_until_silent(_IDLE), terminal.raw[before:]


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_row_move(start: Start, lang: str, size: tuple[int, int]) -> None:  # noqa: F811
    terminal = start("--tab", "passages", lang=lang, size=size).wait_for("[8 ", " q ", pointed)  # type: ignore[arg-type]
    sent = [_table_bytes_of(terminal, key) for key in ("down", "down", "down", "up")]
    assert max(sent) <= ROW, sent


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_rows_moved_in_one_go_send_one_record(start: Start, lang: str) -> None:  # noqa: F811
    terminal = start("--tab", "passages", lang=lang, size=WIDE).wait_for("[8 ", " q ", pointed)  # type: ignore[arg-type]
    before = pointed(terminal.settle().text)
    sent = len(terminal.raw)
    terminal.press(*["down"] * 10).wait_for(lambda screen: pointed(screen) != before).settle()
    assert len(terminal.raw) - sent <= 10 * ROW + RECORD


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_tab_change(start: Start, lang: str) -> None:  # noqa: F811
    terminal = start("--tab", "deals", lang=lang, size=WIDE).wait_for("[2 ", " q ", pointed)  # type: ignore[arg-type]
    sent = {key: _bytes_of(terminal, key, f"[{key} ") for key in "34567812"}
    assert max(sent.values()) <= TAB, sent


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_page(start: Start, lang: str) -> None:  # noqa: F811
    terminal = start("--tab", "passages", lang=lang, size=WIDE).wait_for("[8 ", " q ", pointed)  # type: ignore[arg-type]
    sent = [_table_bytes_of(terminal, key) for key in ("pagedown", "pageup", "end")]
    assert max(sent) <= PAGE, sent


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_typing_a_filter(start: Start, size: tuple[int, int]) -> None:  # noqa: F811
    terminal = start("--tab", "passages", size=size).wait_for("44 of 44", "quit")
    sent = [
        _bytes_of(terminal, "/", "keep the filter"),
        _bytes_of(terminal, "c", "/ c"),
        _bytes_of(terminal, "i", "/ ci"),
        _bytes_of(terminal, "t", "/ cit"),
    ]
    assert max(sent) <= TYPED, sent
