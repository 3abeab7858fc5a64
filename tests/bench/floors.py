"""What the bare engine takes for the least of the same job."""

import sys
import time

import duckdb

from tests.bench.keystrokes import median
from tests.bench.session import Made
from tests.terminal.process import Process, clean_environment

_PATIENCE = 3600


def contains(made: Made, literal: str) -> float:
    """Milliseconds of the bare statement over the notes and titles alone, in a table in memory."""
    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    columns = f"SELECT title, note FROM '{made.root / 'data' / 'deals.parquet'}'"
    connection.execute(f"CREATE TABLE deals AS {columns}")
    times = []
    for _time in range(9):
        begin = time.perf_counter()
        connection.execute(
            "SELECT count(*) FROM deals WHERE contains(title.zh, ?) OR contains(note.zh, ?)", [literal] * 2
        ).fetchall()
        times.append(1000 * (time.perf_counter() - begin))
    return median(times)


def copy(made: Made) -> float:
    """Seconds of the engine's own COPY of a filtered, sorted list, with its start."""
    source, target = made.root / "data" / "deals.parquet", made.home / "copy.csv"
    chosen = f"SELECT * FROM '{source}' WHERE category = 'finance' ORDER BY amount DESC NULLS LAST"
    return _run(made, f"duckdb.connect().execute(\"COPY ({chosen}) TO '{target}'\")")


def to_table(made: Made) -> float:
    """Seconds of the engine's own reading of the Parquet file into a table of a new database file, with its start."""
    source, target = made.root / "data" / "deals.parquet", made.home / "table.duckdb"
    taken = _run(made, f"duckdb.connect('{target}').execute(\"CREATE TABLE deals AS FROM '{source}'\")")
    target.unlink()
    return taken


def connect(made: Made) -> float:
    """Seconds of connecting the engine in a new process."""
    return _run(made, "duckdb.connect()")


def _run(made: Made, code: str) -> float:
    begin = time.perf_counter()
    environment = clean_environment(made.home)
    with Process([sys.executable, "-c", f"import duckdb; {code}"], made.home, environment) as process:
        process.exit_code(_PATIENCE)
    return time.perf_counter() - begin
