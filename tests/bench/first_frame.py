"""How long the browser takes to its first full frame, against an empty Textual app with the same tabs and footer.

``python -m tests.bench.first_frame [PAIRS]`` starts both by turns on a pseudo-terminal of 120x40 and prints one table,
then the memory of a session. The last byte of the first frame counts: none follows for a tenth of a second.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.memory import memory_of_session
from tests.terminal.process import PROGRAM, Process, clean_environment

PAIRS = 12
SIZE = (120, 40)
TARGET = 1.4

_SILENCE = 0.1
_PATIENCE = 30.0
_EMPTY = (sys.executable, str(Path(__file__).with_name("empty_app.py")))


@dataclass(frozen=True)
class Start:
    """What is started, and the texts that stand on its first full frame."""

    name: str
    command: Sequence[str]
    shows: tuple[bytes, ...]


EMPTY = Start("empty app", _EMPTY, (b"export", b"Sources"))
SUBJECTS = (
    Start("overview", (*PROGRAM, "--lang", "en", "--tab", "overview"), (b"brief", b"97.55 bn")),
    Start("deals", (*PROGRAM, "--lang", "en", "--tab", "deals"), (b"export", b"97.55 bn", b"Directed orders")),
)


def first_frame(start: Start, home: Path) -> tuple[float, int]:
    """Seconds from the start to the last byte of the first full frame, and the bytes until then."""
    environment = clean_environment(home, TEXTUAL_ANIMATIONS="none")
    with Process(start.command, home, environment, SIZE, fresh=True) as process:
        end = process.started_at + _PATIENCE
        while not all(text in process.raw for text in start.shows):
            if not process.read(end - time.monotonic()):
                raise TimeoutError(f"{start.name}: no full frame\n{process.raw.decode(errors='replace')}")
        process.read_until_silent(_SILENCE)
        return process.last_byte_at - process.started_at, len(process.raw)


def compare(subject: Start, home: Path, pairs: int) -> None:
    """Start subject and empty app by turns, and print the line of the table."""
    first_frame(subject, home), first_frame(EMPTY, home)  # what is read for the first time is slower
    runs = [(first_frame(subject, home), first_frame(EMPTY, home)) for _pair in range(pairs)]
    own = [time for (time, _bytes), _empty in runs]
    empty = [time for _own, (time, _bytes) in runs]
    ratio = statistics.median(a / b for a, b in zip(own, empty, strict=True))
    sizes = [statistics.median(run[side][1] for run in runs) for side in (0, 1)]
    print(
        f"{subject.name:<10}  {_times(own)}  {_times(empty)}  {ratio:5.2f}  {sizes[0]:8,.0f}  {sizes[1]:8,.0f}"
        f"  {'ok' if ratio <= TARGET else f'over {TARGET}'}"
    )


def _times(seconds: list[float]) -> str:
    late = statistics.quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
    return f"{statistics.median(seconds) * 1000:6.0f} {late * 1000:6.0f}"


def main() -> None:
    """Print the table and the memory."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    with tempfile.TemporaryDirectory() as folder:
        print(f"{pairs} pairs at {SIZE[0]}x{SIZE[1]}; milliseconds as median and p95, ratio as the median of the pairs")
        print(f"{'tab':<10}  {'cq-tui':>13}  {'empty app':>13}  ratio     bytes     empty")
        for subject in SUBJECTS:
            compare(subject, Path(folder), pairs)
        memory_of_session(Path(folder), SIZE)


if __name__ == "__main__":
    main()
