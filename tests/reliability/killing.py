"""A process that is killed at each of its steps on the disk in turn, and what it leaves.

A step is a call that changes the disk: a file opened to be written, bytes written, a rename, a removal, a folder made,
a synchronisation. It is a program, so that forking meets no other thread: ``python -m tests.reliability.killing EVERY``
kills at every so manyth step. Whatever may use the engine runs in a process of its own, never in this one: the engine
has threads, and what forks beside them can wait for ever for a lock that one of them held.
"""

import contextlib
import hashlib
import io
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from cq_tui.cli import main
from cq_tui.files.changes import changing, finish
from cq_tui.files.journal import WORKSHOP

from tests.forking.server import load

_STEPS = ("open", "write", "fsync", "rename", "replace", "unlink", "mkdir", "rmdir", "fchmod", "link")
_MOST_STEPS = 1_000
_EVENT = '[[events]]\nid = "fair"\nname = { en = "Fair" }\n'
_LIST = "Project,Investor,Type\nMill,Aa GmbH,fund\nMine,Bb SpA,investment\nBad,Cc,nonsense\n"
_OTHER = "Project,Investor,Type\nMill,Aa GmbH,fund\nMine,Bb SpA,fund\n"

State = dict[str, str]


def state(root: Path) -> State:
    """Every file below a folder with the hash of its bytes, and its folders."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        found[name] = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
    return found


def done(do: Callable[[], None]) -> None:
    """Do something in a process of its own, to its end."""
    status = _status_of(do)
    assert status == 0, f"ended with {status}"


def killed_at(step: int, root: Path, do: Callable[[], None]) -> bool:
    """Do something in a process that is killed before one of its steps below the root; false if it has fewer."""

    def die_or_do() -> None:
        _die_at(step)
        with contextlib.suppress(BaseException):
            do()

    status = _status_of(die_or_do)
    assert root.is_dir()
    return os.WIFSIGNALED(status)


def _status_of(do: Callable[[], None]) -> int:
    pid = os.fork()
    if not pid:
        code = 1
        try:
            do()
            code = 0
        finally:
            os._exit(code)
    return os.waitpid(pid, 0)[1]


def _die_at(step: int) -> None:
    numbers = count()
    for name in _STEPS:
        setattr(os, name, _counted(name, getattr(os, name), numbers, step))


def _counted(name: str, call: Callable[..., Any], numbers: Iterator[int], step: int) -> Callable[..., Any]:
    def counted(*given: Any, **named: Any) -> Any:
        changes = name != "open" or (len(given) > 1 and given[1] & (os.O_CREAT | os.O_WRONLY | os.O_RDWR))
        if changes and next(numbers) == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*given, **named)

    return counted


@contextlib.contextmanager
def temporary_files_in(folder: Path) -> Iterator[None]:
    """Have what a killed process leaves of temporary files in a folder that goes with the walk."""
    before = tempfile.tempdir
    folder.mkdir()
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


def walk(make: Callable[[Path], None], do: Callable[[Path], None], every: int) -> tuple[int, int, list[str]]:
    """Kill at each step, or at each ``every``th: how many there were, how many left the new state, what was neither."""
    wrong: list[str] = []
    new = tried = 0
    with tempfile.TemporaryDirectory() as name, temporary_files_in(Path(name) / "temporary"):
        reference = Path(name) / "reference"
        done(partial(make, reference))
        made = Path(name) / "made"
        shutil.copytree(reference, made)
        before = state(reference)
        done(partial(do, reference))
        after = state(reference)
        assert before != after
        for step in range(0, _MOST_STEPS, every):
            root = Path(name) / str(step)
            shutil.copytree(made, root)
            assert state(root) == before
            if not killed_at(step, root, partial(do, root)):
                break
            tried += 1
            finish(root)
            left = state(root)
            new += left == after
            if left not in (before, after):
                wrong.append(f"step {step}: {sorted(set(left.items()) ^ set(after.items()))[:4]}")
            shutil.rmtree(root)
    return tried, new, wrong


def _folder(root: Path) -> None:
    for name, text in (("data/a", "old a"), ("data/gone", "old"), ("seeds/s", "old s")):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def _change(root: Path) -> None:
    with changing(root) as change:
        change.write("data/a", [b"new ", b"a"])
        change.write("data/x/b", [b"new b"])
        change.remove("data/gone")
        change.write("seeds/s", [b"new s"])
        change.write("imports/x/MAP", [b"map"])
        change.commit()


def _archive(root: Path) -> None:
    for name in ("data", "seeds"):
        (root / name).mkdir(parents=True)
    (root / "data" / "events.toml").write_text(_EVENT)


def _imported(root: Path) -> None:
    _archive(root)
    _bring(root, _LIST)


def _bring(root: Path, text: str, *more: str) -> None:
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stderr(io.StringIO()):
        path = Path(name) / "list.csv"
        path.write_text(text)
        code = main(["import", str(path), "--event", "fair", "--into", str(root), *more])
        assert code == 0


def _bring_first(root: Path) -> None:
    _bring(root, _LIST)


def _bring_again(root: Path) -> None:
    _bring(root, _OTHER, "--force")


WALKS: dict[str, tuple[Callable[[Path], None], Callable[[Path], None]]] = {
    "changes": (_folder, _change),
    "first import": (_archive, _bring_first),
    "import --force": (_imported, _bring_again),
}


def run(names: list[str], every: int) -> int:
    """Walk, print what came of it; returns how many steps left a mixture."""
    load()  # once, not in each of the forks
    failed = 0
    for name in names:
        steps, new, wrong = walk(*WALKS[name], every)
        print(f"{name}: {steps} steps, {new} left the new state, {len(wrong)} a mixture", *wrong, sep="\n  ")
        failed += len(wrong)
        assert 0 < new < steps, "the walk must meet both states"
    return failed


if __name__ == "__main__":
    assert WORKSHOP
    sys.exit(run(sys.argv[2:] or list(WALKS), int(sys.argv[1])))
