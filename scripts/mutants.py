"""Change the readers of numbers, dates and names in hundreds of small ways, and see whether the tests notice.

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
from pathlib import Path

ROOT = Path(__file__).parent.parent

TARGETS = """
    values/numbers.py values/number_ranges.py values/dates.py values/day_ranges.py values/currencies.py values/units.py
    values/amounts.py importing/name_keys.py
""".split()
"""What is changed, below tui/cq_tui."""

TESTS = """
    tests/unit/values/test_read_numbers.py tests/unit/values/test_read_dates.py
    tests/unit/values/test_read_currencies.py tests/unit/values/test_read_ranges.py
    tests/unit/test_values.py tests/unit/test_money.py
    tests/unit/importing/test_names.py tests/unit/importing/test_slugs.py
""".split()
"""What must notice it: the tests of the readers themselves. They start no program and open no archive, so all of it
takes a few minutes."""

LEAST = 0.9
_BESIDE = ["data", "seeds"]
_PYTEST = ["-o", "addopts=", "-p", "no:xdist", "-q", "-x"]


def prepare(folder: Path, targets: list[str]) -> None:
    """Lay a copy out as mutmut wants it: the sources in ``src``, its settings in ``setup.cfg``."""
    shutil.copytree(ROOT / "tui", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("tests", *_BESIDE):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/cq_tui/{target}" for target in targets],
        "also_copy": _BESIDE,
        "pytest_add_cli_args": _PYTEST,
        # Not a fork of the process that ran the tests before: its caches are full of what was read unchanged.
        "process_isolation": ["forkserver"],
        # mutmut takes this fifteenfold, as seconds: half a minute ends a change that loops for ever, and on a busy
        # machine no other one.
        "timeout_constant": ["2"],
        "pytest_add_cli_args_test_selection": TESTS,
    }
    lines = (
        f"{name} = {values[0]}\n" if len(values) == 1 else f"{name} =\n" + "".join(f"    {one}\n" for one in values)
        for name, values in settings.items()
    )
    (folder / "setup.cfg").write_text("[mutmut]\n" + "".join(lines), "utf-8")


def main() -> int:
    """Run it; 1 if too few changes were noticed."""
    words = sys.argv[1:]
    targets = [one for one in TARGETS if not words or any(word in one for word in words)]
    with tempfile.TemporaryDirectory(prefix="cq-tui-mutants-") as name:
        folder = Path(name)
        prepare(folder, targets)
        ran = _mutmut(folder, "run", "--max-children", str(os.cpu_count() or 1))
        if ran.returncode:
            print(ran.stdout[-3000:] + ran.stderr[-3000:])
            return 1
        return _report(folder)


def _report(folder: Path) -> int:
    _mutmut(folder, "export-cicd-stats")
    counts = json.loads((folder / "mutants/mutmut-cicd-stats.json").read_text())
    for line in _mutmut(folder, "results").stdout.splitlines():
        mutant, _colon, verdict = line.strip().partition(": ")
        if verdict in ("survived", "no tests"):
            print(f"\n{verdict}: {_mutmut(folder, 'show', mutant).stdout.strip()}")
    noticed = counts["total"] - counts["survived"] - counts["no_tests"]
    share = noticed / counts["total"]
    print(f"\n{noticed} of {counts['total']} changes noticed, {share:.0%}; nine in ten are wanted")
    return int(share < LEAST)


def _mutmut(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mutmut", *words], cwd=folder, capture_output=True, text=True, check=False
    )


if __name__ == "__main__":
    sys.exit(main())
