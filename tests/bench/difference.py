"""What comparing two editions costs beside opening them: ``python -m tests.bench.difference [ROWS]``.

Of every hundred made deals one went, one came in and one has another amount. Processor time, all threads.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import duckdb
from cq_tui.diff.difference import Pair, differences
from cq_tui.diff.words import lines_of
from cq_tui.store.open_archive import open_archive

from tests.bench.made_files import made_archive


def later(archive: Path) -> None:
    """Change a made archive: of every hundred deals one has another id, so that it went and came in, one its amount."""
    table = archive / "data" / "deals.parquet"
    with duckdb.connect() as engine:
        engine.execute(
            "CREATE TABLE deals AS SELECT * EXCLUDE n REPLACE ("
            "CASE WHEN n % 100 = 3 THEN 'late-' || id ELSE id END AS id, "
            "CASE WHEN n % 100 = 7 AND amount IS NOT NULL THEN amount + 1 ELSE amount END AS amount) "
            f"FROM (SELECT *, row_number() OVER () AS n FROM '{table}')"
        )
        engine.execute(f"COPY deals TO '{table}' (FORMAT parquet)")


def main() -> None:
    """Print the table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        old, new = (made_archive(Path(folder) / name, rows) for name in ("old", "new"))
        later(new)
        begin = time.process_time()
        editions = Pair(*(open_archive(root).store for root in (old, new)))
        opened = time.process_time()
        names = Pair(*(store.name for store in editions))
        lines = [line for one in differences(*editions) if not one.is_empty for line in lines_of(one, names)]
        told = time.process_time()
    marks = Counter(line[0] for line in lines)
    print("| deals | went | came in | changed | opening both, s | comparing and telling, s | ratio |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    counts = " | ".join(f"{marks[mark]:,}" for mark in "-+*")
    ratio = (told - opened) / (opened - begin)
    print(f"| {rows:,} | {counts} | {opened - begin:.2f} | {told - opened:.2f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
