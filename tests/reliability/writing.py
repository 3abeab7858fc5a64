"""Killed while writing, and everything a file system can refuse."""

import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cq_tui.files.write import WriteError, write

from tests import rights
from tests.reliability.figure import Figure

_SLOWLY = """
import sys, time
from pathlib import Path
from cq_tui.files.write import write
def pieces():
    for n in range(400):
        yield b"%d " % n * 50
        print(n, flush=True)
        time.sleep(0.0005)
write(Path(sys.argv[1]), pieces(), replace=True)
print("done", flush=True)
"""


def killed(times: int, seed: int = 5) -> Figure:
    """kill -9 at a random moment: the old file or the new one is there, whole; what is left is swept later."""
    chance = random.Random(seed)
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / "deals.csv"
        whole = b"".join(b"%d " % n * 50 for n in range(400))
        for _n in range(times):
            target.write_bytes(b"old")
            _kill_at(target, chance.randrange(400))
            failed += target.read_bytes() not in (b"old", whole)
        write(folder / "after.csv", [b"x"])
        failed += len([one for one in os.listdir(folder) if one.endswith(".tmp")])
    return Figure("kill -9 while writing", times, failed, "a whole file, leftovers swept")


def _kill_at(target: Path, step: int) -> None:
    with subprocess.Popen([sys.executable, "-c", _SLOWLY, str(target)], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.strip() == b"%d" % step:
                child.send_signal(signal.SIGKILL)
                break


def killed_at_steps(every: int) -> Figure:
    """kill -9 at each step on the disk of a change of several files, of a first import, and of one that replaces."""
    command = [sys.executable, "-m", "tests.reliability.killing", str(every)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    tried = sum(map(int, re.findall(r": (\d+) steps", ran.stdout)))
    failed = sum(map(int, re.findall(r"(\d+) a mixture", ran.stdout))) + (ran.returncode != 0)
    return Figure("kill -9 at a step of an import", tried, failed, "the old archive or the new one")


def refused() -> Figure:
    """A disk that is full, a folder that is read-only, removed meanwhile or none, a link planted, a name taken."""
    tried = failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "outside").write_text("kept")
        (folder / "planted.csv").symlink_to(folder / "outside")
        (folder / "taken.csv").write_text("kept")
        (folder / "a-folder.csv").mkdir()
        for target in ("none/x.csv", "planted.csv", "taken.csv", "a-folder.csv", "n" * 300, ".", ".."):
            tried += 1
            failed += not _refuses(folder / target)
        cases = (_read_only, _full_disk, _removed)
        tried += len(cases)
        failed += sum(not case(folder / case.__name__) for case in cases)
        tried += 1
        failed += not _told_elsewhere("file too large", folder / "taken.csv")
        failed += (folder / "outside").read_text() != "kept" or (folder / "taken.csv").read_text() != "kept"
        left = set(os.listdir(folder)) - {
            "outside",
            "planted.csv",
            "taken.csv",
            "a-folder.csv",
            "_read_only",
            "_full_disk",
        }
        failed += len(left)
    return Figure("files refused", tried, failed, "a clear message, nothing lost or left")


def _refuses(path: Path) -> bool:
    try:
        write(path, [b"new"])
    except WriteError as error:
        return "\n" not in str(error) and bool(str(error))
    return False


_ELSEWHERE = """
import os, resource, signal, sys
from pathlib import Path
from cq_tui.files.write import WriteError, write
case, target = sys.argv[1], Path(sys.argv[2])
def pieces():
    yield b"x" * 5000
    if case == "folder removed":
        for left in target.parent.iterdir():
            left.unlink()
        target.parent.rmdir()
    yield b"x" * 500_000
if case == "file too large":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write(target, pieces(), replace=True)
except WriteError as error:
    print(error)
    sys.exit(7)
"""


def _told_elsewhere(case: str, target: Path) -> bool:
    """Whether a process of its own, in which writing must fail, says so in one line and leaves what was there."""
    before = target.read_bytes() if target.exists() else None
    around = set(os.listdir(target.parent))
    command = [sys.executable, "-c", _ELSEWHERE, case, str(target)]
    weaker = rights.give_up if case == "read-only folder" else None
    ran = subprocess.run(command, capture_output=True, preexec_fn=weaker, check=False)
    told = ran.returncode == 7 and ran.stdout.count(b"\n") == 1 and ran.stderr == b""
    if not target.parent.exists():
        return told
    return (
        told
        and (target.read_bytes() if target.exists() else None) == before
        and set(os.listdir(target.parent)) == around
    )


def _read_only(folder: Path) -> bool:
    """A folder that nobody may write to; the file in it stays."""
    folder.mkdir()
    (folder / "old.csv").write_text("kept")
    folder.chmod(0o555)
    return _told_elsewhere("read-only folder", folder / "old.csv")


def _full_disk(folder: Path) -> bool:
    """A disk of 64 KB, where this user may mount one; else a limit on the size of a file."""
    folder.mkdir()
    mounted = (
        os.getuid() == 0
        and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
        ).returncode
        == 0
    )
    try:
        (folder / "old.csv").write_text("kept")
        return _told_elsewhere("full disk" if mounted else "file too large", folder / "old.csv")
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], capture_output=True, check=True)


def _removed(folder: Path) -> bool:
    folder.mkdir()
    return _told_elsewhere("folder removed", folder / "new.csv") and not folder.exists()


def figures(share: float = 1.0) -> list[Figure]:
    """All of them, at full size or a share of it."""
    begin = time.monotonic()
    found = [killed(max(5, int(200 * share))), killed_at_steps(1 if share == 1 else 24), refused()]
    assert time.monotonic() > begin
    return found
