"""Change the readers (numbers, dates, names) and the filter language in hundreds of small ways: do the tests notice?

``python -m scripts.mutants [WORDS...]`` works on a copy outside of the checkout. Names of files narrow what is changed.
Fails when fewer than nine in ten changes are noticed; each that was not is printed as a diff: a test is missing there.
What loops for ever under a change is ended, and counted apart: time, and no test, noticed it. On a busy machine others
can be among these, so they are named.
What stands outside of functions (tables, regular expressions) is not changed, nor is what a decorator wraps.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, fields, replace
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
            *(
                "values/numbers.py",
                "values/bounds.py",
                "values/nothing.py",
                "values/number_ranges.py",
                "values/dates.py",
                "values/days_of_column.py",
            ),
            "values/day_ranges.py",
            *("values/currencies.py", "values/units.py", "values/amounts.py", "query/name_keys.py"),
            "values/plainly_written.py",
            *("values/measures.py", "values/chinese_numbers.py", "values/months.py", "values/ranges.py"),
            "importing/recognise/words/header_grammar.py",
        ),
        tests=(
            *("tests/unit/values/test_read_numbers.py", "tests/unit/values/test_read_dates.py"),
            *("tests/unit/values/test_read_currencies.py", "tests/unit/values/test_read_ranges.py"),
            *("tests/unit/values/test_written_numbers.py", "tests/unit/values/test_written_dates.py"),
            *("tests/unit/values/test_equivalents.py", "tests/unit/values/test_spans_behind_amounts.py"),
            "tests/unit/values/test_in_many_languages.py",
            *("tests/unit/values/test_measures.py", "tests/unit/test_values.py", "tests/unit/test_money.py"),
            *("tests/unit/importing/test_names.py", "tests/unit/importing/test_slugs.py"),
            *("tests/unit/importing/test_header_words.py", "tests/unit/importing/test_header_grammar.py"),
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
            *("tests/unit/query/test_pinyin.py", "tests/unit/query/test_widen.py", "tests/unit/query/test_edit.py"),
            *(
                "tests/unit/query/test_vocabulary.py",
                "tests/unit/test_parse.py",
                "tests/unit/query/test_joining.py",
                "tests/unit/query/test_links.py",
            ),
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


@dataclass
class Tally:
    """What became of the changes of a file."""

    noticed: int = 0
    ended_by_time: int = 0
    missed: int = 0

    @property
    def changes(self) -> int:
        """How many there were."""
        return self.noticed + self.ended_by_time + self.missed

    @property
    def share(self) -> float:
        """How many of those that did not run for ever a failing test noticed."""
        return self.noticed / max(1, self.noticed + self.missed)

    def line(self, name: str) -> str:
        """The tally as a line of the table."""
        return f"{name:<40}{self.changes:>8}{self.noticed:>9}{self.ended_by_time:>9}{self.missed:>8}{self.share:>7.0%}"


def main() -> int:
    """Run it; 1 if too few changes were noticed."""
    words = sys.argv[1:]
    tallies: dict[str, Tally] = {}
    for room in ROOMS:
        targets = tuple(one for one in room.targets if not words or any(word in one for word in words))
        if targets:
            tallies |= _tallies(replace(room, targets=targets))
    if not any(one.changes for one in tallies.values()):
        print("nothing was changed")
        return 1
    every = Tally(*(sum(getattr(one, field.name) for one in tallies.values()) for field in fields(Tally)))
    print(f"\n{'file':<40}{'changes':>8}{'noticed':>9}{'by time':>9}{'missed':>8}{'':>7}")
    for name, tally in sorted(tallies.items()):
        print(tally.line(name))
    print(every.line("all"))
    print(f"\n{every.share:.1%} of what did not run for ever was noticed by a failing test; nine in ten are wanted")
    return int(every.share < LEAST)


def _tallies(room: Room) -> dict[str, Tally]:
    """What became of the changes in a room, by file; those that no test noticed are printed."""
    tallies = {target: Tally() for target in room.targets}
    modules = {f"cq_tui.{target.removesuffix('.py').replace('/', '.')}": target for target in room.targets}
    with tempfile.TemporaryDirectory(prefix="cq-tui-mutants-") as name:
        folder = Path(name)
        prepare(folder, room)
        ran = _mutmut(folder, "run", "--max-children", str(os.cpu_count() or 1))
        if ran.returncode:
            raise SystemExit(ran.stdout[-3000:] + ran.stderr[-3000:])
        for line in _mutmut(folder, "results", "--all", "true").stdout.splitlines():
            mutant, _colon, verdict = line.strip().partition(": ")
            tally = tallies[modules[mutant.rpartition(".")[0]]]
            if verdict == "timeout":
                tally.ended_by_time += 1
                print(f"ended by time: {mutant}")
            elif verdict == "killed":
                tally.noticed += 1
            else:
                tally.missed += 1
                print(f"\n{verdict}: {_mutmut(folder, 'show', mutant).stdout.strip()}")
    return tallies


def _mutmut(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mutmut", *words], cwd=folder, capture_output=True, text=True, check=False
    )


if __name__ == "__main__":
    sys.exit(main())
