"""How long a filter takes to its count and first page, against the bare DuckDB statement over the same text.

``python -m tests.bench.query_speed [COUNT]`` prints one table: medians of paired runs, and the ratios.
"""

import statistics
import sys
import time
from collections.abc import Callable

from tests.bench.made_deals import made_archive
from tui.kinds import kinds
from tui.query.parse import parse
from tui.query.sql import TEXT
from tui.store.store import Store

_PAIRS = 15
_PAGE = 40
_QUERIES = (
    ("literal", "西南铝"),
    ("literal", "研发中心"),
    ("pinyin", "xnl"),
    ("pinyin", "xinanlv"),
    ("pinyin", "jnhb"),
)


def milliseconds(job: Callable[[], object]) -> float:
    """The time that a job takes."""
    start = time.perf_counter()
    job()
    return 1000 * (time.perf_counter() - start)


def ours(store: Store, text: str) -> None:
    """A filter's count and first page."""
    selection = store.select(parse(text, kinds()["deals"]))
    selection.rows(0, _PAGE)
    _ = selection.count


def floor(store: Store, text: str) -> None:
    """The bare statement."""
    store.ask(f'SELECT count(*) FROM "deals" WHERE contains({TEXT}, ?)', [text])


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    store = Store(made_archive(count))
    print(f"{count:,} made deals; median of {_PAIRS} pairs")
    print(f"{'kind':8}  {'word':10}  {'found':>7}  {'ours ms':>8}  {'p95 ms':>8}  {'contains ms':>11}  {'ratio':>6}")
    store.ask("SELECT 1")  # the tables are there before anything is timed
    first = milliseconds(lambda: store.widen("xnl"))
    for kind, word in _QUERIES:
        ours(store, word)
        pairs = [
            (milliseconds(lambda w=word: ours(store, w)), milliseconds(lambda: floor(store, "西南铝")))
            for _ in range(_PAIRS)
        ]  # type: ignore[misc]
        mine, bare = (sorted(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        found = store.select(parse(word, kinds()["deals"])).count
        p95 = mine[int(0.95 * (_PAIRS - 1))]
        print(
            f"{kind:8}  {word:10}  {found:7}  {statistics.median(mine):8.1f}  {p95:8.1f}  "
            f"{statistics.median(bare):11.1f}  {ratio:6.2f}"
        )
    print(f"loading the tables and widening the first word: {first:.1f} ms")


if __name__ == "__main__":
    main()
