"""Change the readers (numbers, dates, names) and the filter language in hundreds of small ways: do the tests notice?

``python -m scripts.mutants [WORDS...]`` works on a copy outside of the checkout. Names of files narrow what is changed.
Fails when fewer than nine in ten changes are noticed; each that was not is printed as a diff: a test is missing there.
What stands outside of functions (tables, regular expressions) is not changed, nor is what a decorator wraps.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Room:
    """Files below tui/cq_tui that are changed, and the tests that must notice it: those of these files themselves.

    They start no program, so that all of it takes minutes.
    """

    targets: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = (
    Room(
        targets=(
            *("values/numbers.py", "values/number_ranges.py", "values/dates.py", "values/day_ranges.py"),
            *("values/currencies.py", "values/units.py", "values/amounts.py", "importing/name_keys.py"),
            *("values/measures.py", "values/chinese_numbers.py", "values/months.py"),
        ),
        tests=(
            *("tests/unit/values/test_read_numbers.py", "tests/unit/values/test_read_dates.py"),
            *("tests/unit/values/test_read_currencies.py", "tests/unit/values/test_read_ranges.py"),
            *("tests/unit/values/test_written_numbers.py", "tests/unit/values/test_written_dates.py"),
            *("tests/unit/values/test_measures.py", "tests/unit/test_values.py", "tests/unit/test_money.py"),
            *("tests/unit/importing/test_names.py", "tests/unit/importing/test_slugs.py"),
        ),
    ),
    Room(
        targets=tuple(
            f"query/{name}.py"
            for name in (
                *("chinese", "classes", "complete", "edit", "explain", "highlight", "joining", "parse", "patterns"),
                *("pinyin", "sql", "terms", "tokens", "vocabulary", "widen"),
            )
        ),
        tests=(
            *("tests/unit/query/test_query_table.py", "tests/unit/query/test_query_table_made.py"),
            *("tests/unit/query/test_query_table_names.py", "tests/unit/query/test_spellings.py"),
            *("tests/unit/query/test_bad_input.py", "tests/unit/query/test_complete.py"),
            *("tests/unit/query/test_explain.py", "tests/unit/query/test_highlight.py"),
            *("tests/unit/query/test_pinyin.py", "tests/unit/query/test_widen.py", "tests/unit/test_parse.py"),
        ),
    ),
)

LEAST = 0.9
_BESIDE = ["data", "seeds"]
_SLOW = "agree or bounded or export_explains"
"""Tests that take seconds each: thousands of made words, or a whole command."""
_PYTEST = ["-o", "addopts=", "-p", "no:xdist", "-q", "-x", "-k", f"not ({_SLOW})"]


def prepare(folder: Path, room: Room) -> None:
    """Lay a copy out as mutmut wants it: the sources in ``src``, its settings in ``setup.cfg``."""
    shutil.copytree(ROOT / "tui", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tests", *_BESIDE):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/cq_tui/{target}" for target in room.targets],
        "also_copy": _BESIDE,
        "pytest_add_cli_args": _PYTEST,
        # Not a fork of the process that ran the tests before: its caches are full of what was read unchanged.
        "process_isolation": ["forkserver"],
        # mutmut takes this fifteenfold, as seconds: half a minute ends a change that loops for ever, and on a busy
        # machine no other one.
        "timeout_constant": ["2"],
        "pytest_add_cli_args_test_selection": list(room.tests),
    }
    lines = (
        f"{name} = {values[0]}\n" if len(values) == 1 else f"{name} =\n" + "".join(f"    {one}\n" for one in values)
        for name, values in settings.items()
    )
    (folder / "setup.cfg").write_text("[mutmut]\n" + "".join(lines), "utf-8")


def main() -> int:
    """Run it; 1 if too few changes were noticed."""
    words = sys.argv[1:]
    noticed = total = 0
    for room in ROOMS:
        targets = tuple(one for one in room.targets if not words or any(word in one for word in words))
        if targets:
            counts = _noticed(replace(room, targets=targets))
            noticed, total = noticed + counts[0], total + counts[1]
    if not total:
        print("nothing was changed")
        return 1
    print(f"\n{noticed} of {total} changes noticed, {noticed / total:.0%}; nine in ten are wanted")
    return int(noticed / total < LEAST)


def _noticed(room: Room) -> tuple[int, int]:
    """How many changes in a room were noticed, of how many; those that were not are printed."""
    with tempfile.TemporaryDirectory(prefix="cq-tui-mutants-") as name:
        folder = Path(name)
        prepare(folder, room)
        ran = _mutmut(folder, "run", "--max-children", str(os.cpu_count() or 1))
        if ran.returncode:
            raise SystemExit(ran.stdout[-3000:] + ran.stderr[-3000:])
        _mutmut(folder, "export-cicd-stats")
        counts = json.loads((folder / "mutants/mutmut-cicd-stats.json").read_text())
        for line in _mutmut(folder, "results").stdout.splitlines():
            mutant, _colon, verdict = line.strip().partition(": ")
            if verdict in ("survived", "no tests"):
                print(f"\n{verdict}: {_mutmut(folder, 'show', mutant).stdout.strip()}")
        return counts["total"] - counts["survived"] - counts["no_tests"], counts["total"]


def _mutmut(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mutmut", *words], cwd=folder, capture_output=True, text=True, check=False
    )


if __name__ == "__main__":
    sys.exit(main())
