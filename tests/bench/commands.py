"""What commands cost in processor time, against what they can't do without.

``python -m tests.bench.commands [RUNS]`` runs each by turns and prints medians of user and system time together, which
a busy machine changes less than the time of the clock. A script that pip made imports ``re`` besides (8 ms):
the program is called without it.
"""

import os
import resource
import statistics
import subprocess
import sys

RUNS = 15
_PROGRAM = (sys.executable, "-c", "import sys; from cq_tui.__main__ import main; sys.exit(main())")
_PASS = (sys.executable, "-c", "pass")
_DUCKDB = (sys.executable, "-c", "import duckdb")
TARGETS = (
    ("--version", (*_PROGRAM, "--version"), _PASS, 1.5),
    ("completion bash", (*_PROGRAM, "completion", "bash"), _PASS, 1.5),
    ("completion fish", (*_PROGRAM, "completion", "fish"), _PASS, 1.5),
    ("list deals", (*_PROGRAM, "list", "deals"), _DUCKDB, 1.6),
    ("export deals", (*_PROGRAM, "export", "deals"), _DUCKDB, 1.6),
    ("export --filter", (*_PROGRAM, "export", "deals", "--filter", "amount>=10亿"), _DUCKDB, 1.6),
)


def cost(command: tuple[str, ...]) -> float:
    """Seconds of processor time of one run."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    commands = dict.fromkeys(one for _name, own, base, _target in TARGETS for one in (own, base))
    found: dict[tuple[str, ...], list[float]] = {one: [] for one in commands}
    for number in range(runs + 1):  # the first is read from the disk
        for one in commands:
            spent = cost(one)
            if number:
                found[one].append(spent)
    print(f"medians of {runs} runs, milliseconds of processor time\n{'command':<18}{'cq-tui':>8}{'base':>8}  ratio")
    for name, own, base, target in TARGETS:
        spent, least = statistics.median(found[own]), statistics.median(found[base])
        ratio = spent / least
        told = "ok" if ratio <= target else f"over {target}"
        print(f"{name:<18}{spent * 1000:8.0f}{least * 1000:8.0f}  {ratio:5.2f}  {told}")


if __name__ == "__main__":
    main()
