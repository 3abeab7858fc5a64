"""Leaving while something is still being made."""

import signal
import subprocess
import sys
import threading

import pytest
from cq_tui.store.engine.background import JoinableThread

MAKING = """
import duckdb
from cq_tui.store.engine.background import Background

connection = duckdb.connect()
Background(lambda: [connection.execute(f"CREATE TABLE t{n} AS SELECT {n}") for n in range(300)]).begin()
"""


def test_leaving_in_the_middle_of_the_engine_s_work_is_no_crash() -> None:
    for _again in range(3):
        ran = subprocess.run([sys.executable, "-c", MAKING], capture_output=True, timeout=60, check=False)
        assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_thread_outlasts_the_interruption_of_who_waits_for_it() -> None:
    going_on = threading.Event()
    thread = JoinableThread(going_on.wait, "test")
    thread.start()
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        with pytest.raises(KeyboardInterrupt):
            thread.join()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert thread.is_alive()
    going_on.set()
    thread.join()
    assert not thread.is_alive()
