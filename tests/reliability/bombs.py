"""Questions made to cost: each is answered or refused in one line, within bounded time and memory."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.reliability.figure import Figure
from tests.terminal.process import clean_environment

SECONDS, MEGABYTES = 20, 600
"""What one of them may take, on four deals and in secure mode: an ordinary list takes 1.5 s and 100 MB."""
_LONGEST = 120_000
"""Bytes of one argument: the system takes no more than 128 KB."""


def _words(count: int) -> str:
    return " ".join(f"word{number}" for number in range(count))


def bombs() -> list[list[str]]:
    """Command lines."""
    syllables = ["zhi", "shi", "xi", "yu", "ji", "li"]
    pinyin = ("".join(syllables[number // 6**place % 6] for place in range(6)) for number in range(40))
    filters = [
        *(_words(count) for count in (40, 500, 14_000)),
        " ".join(pinyin),
        *(f"{name}:{','.join(_words(14_000).split())}" for name in ("title", "party", "category", "amount")),
        "id=" + ",".join(_words(14_000).split()),
        "category:" + ",".join(["finance"] * 14_000),
        "amount:" + ",".join(map(str, range(1_000, 20_000))),
        "amount:" + "1,000," * 19_000,
        "amount:" + "1." * 50_000,
        "amount:1 " + "000 " * 25_000,
        " ".join(["sort:amount"] * 9_000),
        f"/{'a' * 100_000}/",
        "/((((a{30}){30}){30}){30})/",
        " ".join(f"/(.*x{number}){{900}}/" for number in range(39)),
        *(text * 50_000 for text in ("铝", '"', "/", "a:", "- ", "a ", "\\", "“", ",", "..", "(")),
    ]
    columns = [",".join([name] * count) for name, count in (("title", 200), ("parties", 200), ("title", 15_000))]
    return [
        *(["list", "deals", "--filter", text.encode()[:_LONGEST].decode(errors="ignore")] for text in filters),
        ["list", "deals", "--sort", ",".join(["amount", "title"] * 8_000)],
        *(["export", "deals", "--columns", text] for text in columns),
    ]


def is_bounded(arguments: list[str], home: Path) -> bool:
    """Whether it ends in time, within memory, and not by a crash."""
    environment = clean_environment(home, CQ_TUI_SECURE="1")
    process = subprocess.Popen(
        [sys.executable, "-m", "cq_tui", *arguments],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment,
    )  # fmt: skip
    late = threading.Timer(SECONDS, lambda: os.kill(process.pid, signal.SIGKILL))
    late.start()
    said = process.stderr.read() if process.stderr else b""
    _pid, status, usage = os.wait4(process.pid, 0)
    late.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    one_line = len(said) < 1_000 and said.count(b"\n") <= 1 and b"should not happen" not in said
    return process.returncode in (0, 1) and one_line and usage.ru_maxrss < MEGABYTES * 1024


def figures(share: float = 1) -> Iterator[Figure]:
    """All of them, or a share."""
    tried = bombs()[:: max(1, round(1 / share))]
    with tempfile.TemporaryDirectory() as home:
        failed = [one for one in tried if not is_bounded(one, Path(home))]
    for one in failed:
        print("not bounded:", " ".join(one)[:100], file=sys.stderr)
    yield Figure("questions made to cost", len(tried), len(failed), f"one line, within {SECONDS} s and {MEGABYTES} MB")
