"""How long an import of 100,000 rows takes, and how much memory, against DuckDB's own CSV to Parquet of the same file.

``python -m tests.bench.import_speed [ROWS]`` prints one table: both as processes of their own, on the same made list.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
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
        command = [sys.executable, "-m", "tui", "import", "--event", "fair", "--into", str(archive)]
        start = _measured([*command, str(small)])
        ours = _measured([*command, str(large)])
        again = _measured([*command, str(large)])
    size = large_size(rows)
    print(f"{rows:,} made rows, {size:.1f} MB")
    print(f"{'':28}  {'seconds':>8}  {'ratio':>6}  {'peak MB':>8}  {'growth / file':>13}")
    for called, (seconds, peak) in (
        ("DuckDB, CSV to Parquet", floor), ("import of 10 rows", start), ("import", ours), ("the same again", again),
    ):  # fmt: skip
        growth = f"{(peak - start[1]) / size:13.1f}" if called in ("import", "the same again") else ""
        print(f"{called:28}  {seconds:8.2f}  {seconds / floor[0]:6.1f}  {peak:8.0f}  {growth}")


def large_size(rows: int) -> float:
    """Megabytes of a made list."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "list.csv"
        write_list(path, rows, random.Random(7))
        return path.stat().st_size / 1e6


def _measured(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a process."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        _out, said = process.communicate()
        seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(said.decode())
    return seconds, _peak()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    main()
