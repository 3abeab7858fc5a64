"""How long imports take, and how much memory, against DuckDB's own CSV to Parquet of the same list.

``python -m tests.bench.import_speed [ROWS]`` prints one table, each line a process of its own on a made list: ten rows,
so many rows (100,000) twice, a workbook of 5,466 rows and 60 columns, and 2,000 columns. The least of three runs is
told: what else the machine does makes any of them slower, and none faster.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.unit.importing.made import write_book, write_list, write_wide

_FLOOR = (
    "import duckdb, sys; duckdb.sql(f\"COPY (FROM read_csv('{sys.argv[1]}')) TO '{sys.argv[2]}' (FORMAT parquet)\")"
)
_EVENT = '[[events]]\nid = "fair"\nname = { en = "Fair" }\n'
_ROUNDS = 3


@dataclass(frozen=True)
class _Measured:
    """What a process took: seconds of the clock and of the processors, and megabytes at its peak."""

    seconds: float
    cpu: float
    peak: float


def main() -> None:
    """Print the table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Compiled once and kept, as an installed program is: else each start would compile all of its modules.
        os.environ |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
        small, large, book, wide = (folder / one for one in ("small.csv", "large.csv", "book.xlsx", "wide.csv"))
        write_list(small, 10, random.Random(7))
        write_list(large, rows, random.Random(7))
        write_book(book, 5_466, random.Random(7))
        write_wide(wide, 2_000, 100)
        size = large.stat().st_size / 1e6
        print(f"{rows:,} made rows, {size:.1f} MB; a workbook of {book.stat().st_size / 1e6:.1f} MB")
        floor = [sys.executable, "-c", _FLOOR, str(large), str(folder / "o.parquet")]
        jobs: dict[str, Callable[[], _Measured]] = {
            "DuckDB, CSV to Parquet": lambda: _measured(floor),
            "import of 10 rows": lambda: _imported(folder, small),
            f"import of {rows:,} rows": lambda: _imported(folder, large),
            "the same again": lambda: _imported(folder, large, again=True),
            "workbook of 60 columns": lambda: _imported(folder, book),
            "2,000 columns": lambda: _imported(folder, wide),
        }
        jobs["import of 10 rows"]()  # compiles
        found = {called: _least([job() for _round in range(_ROUNDS)]) for called, job in jobs.items()}
    print(f"{'':24}  {'seconds':>7}  {'ratio':>5}  {'CPU s':>6}  {'ratio':>5}  {'peak MB':>7}  {'growth / file':>13}")
    least, start = found["DuckDB, CSV to Parquet"], found["import of 10 rows"]
    for called, one in found.items():
        growth = (
            f"{(one.peak - start.peak) / size:13.1f}" if called.endswith(("rows", "again")) and one != start else ""
        )
        wall = f"{one.seconds:7.2f}  {one.seconds / least.seconds:5.1f}"
        print(f"{called:24}  {wall}  {one.cpu:6.2f}  {one.cpu / least.cpu:5.1f}  {one.peak:7.0f}  {growth}")


def _least(found: list[_Measured]) -> _Measured:
    return _Measured(*(min(getattr(one, name) for one in found) for name in ("seconds", "cpu", "peak")))


def _imported(folder: Path, path: Path, *, again: bool = False) -> _Measured:
    """An import into a new archive; ``again``: into the one that has the list."""
    archive = folder / f"archive of {path.name}"
    if not again:
        archive = Path(tempfile.mkdtemp(dir=folder)) if archive.exists() else archive
        (archive / "data").mkdir(parents=True)
        (archive / "data" / "events.toml").write_text(_EVENT, "utf-8")
    return _measured([sys.executable, "-m", "cq_tui", "import", "--event", "fair", "--into", str(archive), str(path)])


def _measured(command: list[str]) -> _Measured:
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        _id, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if status:
            said.seek(0)
            raise SystemExit(said.read().decode())
    return _Measured(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
