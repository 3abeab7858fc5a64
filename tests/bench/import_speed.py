"""How long an import of 100,000 rows takes, and how much memory, against DuckDB's own CSV to Parquet of the same file.

``python -m tests.bench.import_speed [ROWS]`` prints one table: both as processes of their own, on the same made list.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.unit.importing.made import write_list

_FLOOR = (
    "import duckdb, sys; duckdb.sql(f\"COPY (FROM read_csv('{sys.argv[1]}')) TO '{sys.argv[2]}' (FORMAT parquet)\")"
)
_EVENT = '[[events]]\nid = "fair"\nname = { en = "Fair" }\n'


def main() -> None:
    """Print the table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = folder / "archive"
        (archive / "data").mkdir(parents=True)
        (archive / "data" / "events.toml").write_text(_EVENT, "utf-8")
        small, large = folder / "small.csv", folder / "large.csv"
        write_list(small, 10, random.Random(7))
        write_list(large, rows, random.Random(7))
        floor = _measured([sys.executable, "-c", _FLOOR, str(large), str(folder / "o.parquet")])
        command = [sys.executable, "-m", "cq_tui", "import", "--event", "fair", "--into", str(archive)]
        start = _measured([*command, str(small)])
        ours = _measured([*command, str(large)])
        again = _measured([*command, str(large)])
    size = large_size(rows)
    print(f"{rows:,} made rows, {size:.1f} MB")
    print(f"{'':22}  {'seconds':>7}  {'ratio':>5}  {'CPU s':>6}  {'ratio':>5}  {'peak MB':>7}  {'growth / file':>13}")
    for called, one in (
        ("DuckDB, CSV to Parquet", floor), ("import of 10 rows", start), ("import", ours), ("the same again", again),
    ):  # fmt: skip
        growth = f"{(one.peak - start.peak) / size:13.1f}" if one in (ours, again) else ""
        wall, cpu = (
            f"{one.seconds:7.2f}  {one.seconds / floor.seconds:5.1f}",
            f"{one.cpu:6.2f}  {one.cpu / floor.cpu:5.1f}",
        )
        print(f"{called:22}  {wall}  {cpu}  {one.peak:7.0f}  {growth}")


def large_size(rows: int) -> float:
    """Megabytes of a made list."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "list.csv"
        write_list(path, rows, random.Random(7))
        return path.stat().st_size / 1e6


@dataclass(frozen=True)
class _Measured:
    """What a process took: seconds of the clock and of the processors, and megabytes at its peak."""

    seconds: float
    cpu: float
    peak: float


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
