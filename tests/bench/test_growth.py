"""A small version of ``make bench``: what a keystroke sends does not grow with the archive. No time is asserted."""

import pytest
from cq_tui.archive.read import read
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.bench.made_files import made_archive
from tests.bench.results import Line, table
from tests.bench.test_bytes import KB, PAGE, ROW, START, TYPED, WIDE
from tests.shipped import kinds
from tests.terminal.driver import Terminal

FEW, MANY = 1_000, 20_000
_GROWTH = 1.25
_KEYS = ("down", "pagedown", "end", "home", "/")
_MOST = {
    "start": START,
    "down": ROW + 6 * KB,
    "pagedown": PAGE + 6 * KB,
    "end": PAGE + 6 * KB,
    "home": PAGE + 6 * KB,
    "/": TYPED,
    "filter": TYPED + 6 * KB,
}
"""With the record beside the list, which follows once the cursor rests."""


def _bytes_of(terminal: Terminal, key: str) -> int:
    before = len(terminal.settle().raw)
    terminal.press(key).wait_for(lambda _screen: len(terminal.raw) > before).settle().settle()
    return len(terminal.raw) - before


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, int]]:
    """The bytes of the start and of each key, on archives of both sizes."""
    found: dict[int, dict[str, int]] = {}
    for count in (FEW, MANY):
        folder = tmp_path_factory.mktemp("made")
        root = made_archive(folder / "archive", count)
        with Terminal([str(root), "--tab", "deals", "--lang", "en"], home=folder, size=WIDE) as terminal:
            terminal.wait_for(f"{count:,} of {count:,}", " q ").settle()
            found[count] = {"start": len(terminal.raw)} | {key: _bytes_of(terminal, key) for key in _KEYS}
            hits = Selection(Store(read(root)), parse("西南", kinds()["deals"])).count
            before = len(terminal.press("西").settle().settle().raw)
            terminal.press("南").wait_for(f" {hits:,} of {count:,} ", "credit line").settle()
            found[count]["filter"] = len(terminal.raw) - before
    return found


def test_bytes_are_bounded_at_both_sizes(sent: dict[int, dict[str, int]]) -> None:
    over = [(count, key, size) for count, keys in sent.items() for key, size in keys.items() if size > _MOST[key]]
    assert over == []


def test_bytes_do_not_grow_with_the_archive(sent: dict[int, dict[str, int]]) -> None:
    grown = {key: (size, sent[MANY][key]) for key, size in sent[FEW].items() if sent[MANY][key] > _GROWTH * size + KB}
    assert grown == {}


def test_the_table_tells_ratios_and_growth() -> None:
    lines = [Line("open, s", FEW, 1.0, floor=0.5), Line("open, s", MANY, 3.0, floor=0.5, visidata=6.0)]
    rows = table(lines, [FEW, MANY]).splitlines()
    assert rows[2:] == [
        "| open, s | 1,000 | 1.00 | 0.50 | 2.00 |  |  |  |",
        "| open, s | 20,000 | 3.00 | 0.50 | 6.00 | 6.00 | 0.50 | 3.00 |",
    ]
