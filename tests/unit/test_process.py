"""The program as a process of its own: what it loads, its encoding, and a reader that leaves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import sys
from cq_tui.cli import main
try:
    code = main(sys.argv[1:])
except SystemExit as stopped:
    code = stopped.code or 0
names = {name.split(".")[0] for name in sys.modules}
print("LOADED", code, sorted(names & {"textual", "pypinyin", "babel"}), file=sys.stderr)
"""


def _run(*arguments: str, code: str | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *(("-c", code) if code else ("-m", "cq_tui")), *arguments]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    root = Path(__file__).parent.parent.parent
    return subprocess.run(command, capture_output=True, env=kept | environment, cwd=root, timeout=60, check=False)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["export", "deals"], ["list", "deals", "--filter", "铝"], ["check"], ["schema"]]
)
def test_textual_is_not_loaded(arguments: list[str]) -> None:
    ran = _run(*arguments, code=LOADED)
    assert ran.stderr.decode().splitlines()[-1] == "LOADED 0 []"


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "zh_CN.GBK"])
def test_output_is_utf_8_whatever_the_locale(locale: str) -> None:
    # In a checkout with Chinese in its path Python itself would not start, but for what scripts/environment.sh does.
    ran = _run("list", "organisations", "--lang", "zh", LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (ran.returncode, "西南铝集团" in ran.stdout.decode()) == (0, True)


@pytest.mark.parametrize(
    "arguments", ["list organisations", "export passages", "schema", "show deals parts-supply-order", "check"]
)
def test_a_reader_that_leaves_causes_no_traceback(arguments: str) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "cq_tui", *arguments.split()]
    root = Path(__file__).parent.parent.parent
    with os.fdopen(write, "wb") as gone:
        ran = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, cwd=root, timeout=60, check=False)
    assert b"Traceback" not in ran.stderr
    assert b"BrokenPipe" not in ran.stderr
    assert ran.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", ["list deals", "export deals", "schema"])
def test_a_full_disk_behind_stdout_is_one_line(arguments: str) -> None:
    command = [sys.executable, "-m", "cq_tui", *arguments.split()]
    root = Path(__file__).parent.parent.parent
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=root, timeout=60, check=False)
    assert ran.returncode == 1
    assert [line.startswith(b"cq-tui: ") for line in ran.stderr.splitlines()] == [True]


def test_without_arguments_and_without_a_terminal_it_says_so() -> None:
    ran = _run(LANG="en_GB.UTF-8")
    assert ran.returncode == 2
    assert ran.stderr.decode() == "cq-tui: Browsing needs a terminal. cq-tui list deals prints instead.\n"
