"""Leaving while something is still being made."""

import subprocess
import sys

MAKING = """
import duckdb
from tui.store.later import Later

connection = duckdb.connect()
Later(lambda: [connection.execute(f"CREATE TABLE t{n} AS SELECT {n}") for n in range(300)]).begin()
"""


def test_leaving_in_the_middle_of_the_engine_s_work_is_no_crash() -> None:
    for _again in range(3):
        ran = subprocess.run([sys.executable, "-c", MAKING], capture_output=True, timeout=60, check=False)
        assert (ran.returncode, ran.stderr) == (0, b"")
