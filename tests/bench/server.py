"""The program in front of a server, beside the same program on the prepared file: ratios of one run.

``python -m tests.bench.server [DEALS ...]`` prints the lines; *floor* is the prepared file. The server is ClickHouse in
this process (chdb, which ``make test-server`` installs) behind HTTP on this machine, or the one that
``CQ_TUI_TEST_SERVER`` names, whose database is empty and may be filled. All is measured by the clock, on a machine
that does nothing else; ``tests.bench.server_engines`` asks both engines in turns and counts processor time. Ten million
deals take half an hour, and 30 GB below TMPDIR.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from cq_tui.files.named import ServerRoot
from cq_tui.store.server.address import address_of
from cq_tui.store.server.credentials import credentials
from cq_tui.store.server.http import HttpConnection

from tests.bench import session
from tests.bench.keystrokes import Stroke, median, p95, stroke
from tests.bench.memory import megabytes
from tests.bench.results import Line, table
from tests.bench.scale import IN_2_GB
from tests.bench.server_engines import LARGE, wait_for_merges
from tests.bench.session import LITERAL, PINYIN, Made, command, count_at_rest, make, moved, opened, sorted_often, typed
from tests.terminal import driver
from tests.terminal.driver import Terminal

COUNTS = (100_000,)
ABSENT = "项目z"
_NOTHING = "Nothing here matches the filter"
_NAMED = "CQ_TUI_TEST_SERVER"
_PATIENCE = 900.0
_REST = 10.0
"""Seconds of silence after which nothing more is coming: a server takes longer than a file for a first letter."""
_STROKES, _PAGES, _SORTS = 5, 5, 3


@contextmanager
def _server() -> Iterator[tuple[str, dict[str, str]]]:
    """The address of a server, and who asks it."""
    if named := os.environ.get(_NAMED):
        parts = ("USER", "PASSWORD")
        yield named, {f"CQ_TUI_SERVER_{part}": os.environ.get(f"{_NAMED}_{part}", "") for part in parts}
        return
    from tests.server.chdb_connection import end_session
    from tests.server.in_the_process import InTheProcess
    from tests.server.made_server import MadeServer, serving

    try:
        with serving(MadeServer(InTheProcess())) as made:
            yield f"clickhouse://127.0.0.1:{made.port}/fairs", {}
    finally:
        end_session()


def _used(made: Made) -> Iterator[tuple[str, float]]:
    """What a session takes for each thing that a reader does; its memory after all of it."""
    terminal, opening = opened(made)
    with terminal:
        yield "open to a full first frame, s", opening
        for what, word in (("literal", LITERAL), ("pinyin", PINYIN), ("absent", ABSENT)):
            strokes = typed(terminal, word, _STROKES) if word != ABSENT else _typed_in_vain(terminal)
            yield f"filter keystroke, {what} word, p95 ms", p95([one.last for one in strokes])
        yield "sort by amount, ms", median(one.last for one in sorted_often(terminal, _SORTS))
        pages, _followed = moved(terminal, "pagedown", _PAGES)
        yield "sorted: next page, p95 ms", p95([one.last for one in pages])
        yield "resident memory after all of this, MB", megabytes(terminal.process.pid, "status", "VmRSS")


def _typed_in_vain(terminal: Terminal) -> list[Stroke]:
    """As ``typed``, of a word that stands nowhere."""
    terminal.press("/").settle().press(ABSENT[:-1])
    there = count_at_rest(terminal)
    found = []
    for _time in range(_STROKES):
        found.append(stroke(terminal, ABSENT[-1], _NOTHING))
        terminal.press("backspace").wait_for(there).settle()
    terminal.press("esc").settle()
    return found


def _wait(address: str, who: Mapping[str, str]) -> None:
    connection = HttpConnection(address_of(address), credentials(who), writes=True)
    wait_for_merges(connection)
    connection.close()


def measures(folder: Path, count: int) -> Iterator[Line]:
    """Both ways at one size."""
    made = make(folder, count, IN_2_GB if count >= LARGE else None)
    preparing = command(made, "prepare", str(made.root))
    here = dict(_used(made))
    with _server() as (address, who):
        there = replace(made, root=ServerRoot(address), variables={**made.variables, **who})
        loading = command(there, "publish", "--to", address, "--archive", str(made.root), "--force")
        yield Line("loading against preparing, s", count, loading, floor=preparing)
        _wait(address, who)
        for what, took in _used(there):
            yield Line(what, count, took, floor=here[what])


def main() -> None:
    """Measure, and print the table."""
    counts = [int(word) for word in sys.argv[1:]] or COUNTS
    driver.PATIENCE, session.REST = _PATIENCE, _REST
    lines: list[Line] = []
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="cq-tui-bench-") as folder:
            for line in measures(Path(folder), count):
                print(line, flush=True)
                lines.append(line)
    print(table(lines, counts))


if __name__ == "__main__":
    main()
