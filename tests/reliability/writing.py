"""Killed while writing, and everything a file system can refuse."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.reliability.figure import Figure
from tui.export.write import WriteError, write

_SLOWLY = """
import sys, time
from pathlib import Path
from tui.export.write import write
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


def refused() -> Figure:
    """Full disk (a file size limit), no folder, folder removed, a symlink planted, a name taken: a message, no file."""
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
        tried += 1
        failed += not _full(folder)
        failed += (folder / "outside").read_text() != "kept" or (folder / "taken.csv").read_text() != "kept"
        left = set(os.listdir(folder)) - {"outside", "planted.csv", "taken.csv", "a-folder.csv"}
        failed += len(left)
    return Figure("files refused", tried, failed, "a clear message, nothing lost or left")


def _refuses(path: Path) -> bool:
    try:
        write(path, [b"new"])
    except WriteError as error:
        return "\n" not in str(error) and bool(str(error))
    return False


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from tui.export.write import WriteError, write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write(Path(sys.argv[1]), [b"x" * 5000])
except WriteError as error:
    print(error)
    sys.exit(7)
"""


def _full(folder: Path) -> bool:
    ran = subprocess.run([sys.executable, "-c", _LIMITED, str(folder / "full.csv")], capture_output=True, check=False)
    return ran.returncode == 7 and ran.stdout.count(b"\n") == 1 and not (folder / "full.csv").exists()


def figures(share: float = 1.0) -> list[Figure]:
    """All of them, at full size or a share of it."""
    begin = time.monotonic()
    found = [killed(max(5, int(200 * share))), refused()]
    assert time.monotonic() > begin
    return found
