"""The server's engine beside the prepared file in processor time: what a keystroke, a sort and a page ask of each.

``python -m tests.bench.server_engines [DEALS ...]`` prints the table; *floor* is the prepared file. Both engines are in
this process (chdb, which ``make test-server`` installs) and asked in turns, so that what else the machine does hardly
counts: no terminal, no line, no Python of a server. ``tests.bench.server`` measures the whole program by the clock.
Both keep their tables on the disk, below TMPDIR: of ten million deals about 30 GB.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from cq_tui import quotas
from cq_tui.files.named import ServerRoot
from cq_tui.query.parse import parse
from cq_tui.screens.browse.query_result import query_results
from cq_tui.store.engine.clickhouse.connection import Connection
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepare_archive import prepare_archive
from cq_tui.store.selection.extent import Extent
from cq_tui.store.selection.selection import Selection
from cq_tui.store.server.about import tell
from cq_tui.store.server.address import address_of
from cq_tui.store.server.open_server import store_of
from cq_tui.store.server.replace import put
from cq_tui.store.store import Store

from tests.bench.keystrokes import median
from tests.bench.made_files import made_archive
from tests.bench.results import Line, table

COUNTS = (100_000, 1_000_000)
LARGE = 5_000_000
"""Deals from which on the engine gets what it gets in the bench of ten million (``scale.py``)."""
WORDS = {
    "literal word": ("智能", "高端", "精密", "绿色", "数字"),
    "pinyin word": ("xnl", "zhineng", "gaoduan", "lvse", "hongda"),
    "absent word": ("项目z", "基地q", "园区x", "授信w", "金石v"),
}
"""Different ones, so that nothing is known from the one before."""
_FILTER, _ORDER = "category:finance", "sort:amount-desc"
_ADDRESS = "clickhouse://127.0.0.1/fairs"
_REST = 0.2
"""Seconds from look to look whether the server still puts pieces of its tables together."""
_PAGES = 5


def _loaded(root: Path, connection: Connection) -> None:
    """Load the archive. The server's work on it afterwards counts as loading."""
    extent = Extent(open_archive(root).store)
    put(extent, connection, address_of(_ADDRESS), replace=True, told=lambda _kind, _rows: None)
    wait_for_merges(connection)


def wait_for_merges(connection: Connection) -> None:
    """Wait until the server has put the pieces of its tables together, which takes of its processors."""
    while tell(connection, "SELECT count() FROM system.merges") != [(0,)]:
        time.sleep(_REST)


def _asked(store: Store, text: str) -> None:
    """All that a keystroke asks: the first page, count, sums, hints."""
    query = parse(text, store.kind("deals"))
    for _result in query_results(Selection(store, query), None, text):
        pass


def _sorted_and_paged(store: Store, text: str) -> None:
    """A filtered list sorted, and some of its pages."""
    selection = Selection(store, parse(f"{text} {_ORDER}", store.kind("deals")))
    for _result in query_results(selection, None, text):
        pass
    for page in range(1, _PAGES):
        selection.page(page)


def _took(ask: Callable[[], None]) -> float:
    """Milliseconds of all of the process's threads."""
    begin = time.process_time()
    ask()
    return 1000 * (time.process_time() - begin)


def _pairs(here: Store, there: Store, ask: Callable[[Store, str], None], texts: Sequence[str]) -> tuple[float, float]:
    """The median of some texts on the server, and on the prepared file, by turns."""
    taken = [(_took(partial(ask, there, text)), _took(partial(ask, here, text))) for text in texts]
    return median(one for one, _other in taken), median(other for _one, other in taken)


def measures(root: Path, count: int, connection: Connection) -> Iterator[Line]:
    """All lines of a size."""
    made_archive(root, count)
    if count >= LARGE:
        quotas.use(replace(quotas.USUAL, memory=1500))
    begin = time.process_time()
    prepare_archive(root, lambda thread, _loading: thread.join())
    preparing = time.process_time() - begin
    begin = time.process_time()
    _loaded(root, connection)
    yield Line("loading against preparing, s", count, time.process_time() - begin, floor=preparing)
    here, there = open_archive(root).store, store_of(connection, ServerRoot(_ADDRESS))
    for store in (here, there):
        _asked(store, "汽车")  # what the first question alone brings
    for what, words in WORDS.items():
        took, floor = _pairs(here, there, _asked, words)
        yield Line(f"{what}, ms", count, took, floor=floor)
    texts = [f"{_FILTER} country:{country}" for country in ("DE", "IT", "FR")]
    took, floor = _pairs(here, there, _sorted_and_paged, texts)
    yield Line("filter, sort and five pages, ms", count, took, floor=floor)


def main() -> None:
    """Measure, and print the table."""
    from tests.server.chdb_connection import ChdbConnection, end_session

    counts = [int(word) for word in sys.argv[1:]] or COUNTS
    lines: list[Line] = []
    try:
        for count in counts:
            connection = ChdbConnection()
            with tempfile.TemporaryDirectory(prefix="cq-tui-bench-") as folder:
                for line in measures(Path(folder) / "archive", count, connection):
                    print(line, flush=True)
                    lines.append(line)
            connection.close()
    finally:
        end_session()
    print(table(lines, counts))


if __name__ == "__main__":
    main()
