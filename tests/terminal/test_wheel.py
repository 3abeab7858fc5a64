"""What is installed works from any folder, with the data it travels with."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.terminal.process import PROGRAM, clean_environment

ROOT = Path(__file__).parents[2]
ARGUMENTS = (["export", "deals"], ["check"], ["export", "deals", "--filter", "amount>=10亿", "--format", "toml"])


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of the wheel, in a fresh virtual environment."""
    folder = tmp_path_factory.mktemp("wheel")
    _pip(Path(sys.executable), folder, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    _run(folder, sys.executable, "-m", "venv", "--without-pip", str(folder / "venv"))
    (wheel,) = folder.glob("cq_tui-*.whl")
    _pip(folder / "venv/bin/python", folder, "install", "--no-compile", str(wheel))
    return folder / "venv" / "bin" / "cq-tui"


def _pip(python: Path, home: Path, *words: str) -> None:
    """Run this Python's pip for another one, which needs none of its own."""
    _run(home, sys.executable, "-m", "pip", "--python", str(python), "--quiet", "--disable-pip-version-check", *words)


def _run(home: Path, *command: str) -> None:
    """Run a command whose traces in the home (pip asks rustc for its version) go with the test's folder."""
    environment = {**os.environ, "HOME": str(home)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr


def _stranger(folder: Path) -> Path:
    """A distribution called ``tui``, as the package index has one: a package ``tui`` that this Python can't compile."""
    path = folder / "tui-0.1-py3-none-any.whl"
    files = {
        "tui/__init__.py": "print 'of another age'\n",
        "tui/__main__.py": "print 'of another age'\n",
        "tui-0.1.dist-info/METADATA": "Metadata-Version: 2.1\nName: tui\nVersion: 0.1\n",
        "tui-0.1.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in files) + "tui-0.1.dist-info/RECORD,,\n"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in {**files, "tui-0.1.dist-info/RECORD": record}.items():
            wheel.writestr(name, text)
    return path


Said = list[tuple[int, bytes, bytes]]


def _said(command: Sequence[str], cwd: Path, each: Sequence[list[str]] = ARGUMENTS) -> Said:
    """What the program says to each of some arguments: its exit code, and both its streams."""
    environment = clean_environment(cwd, PYTHONNOUSERSITE="1")
    ran = (
        subprocess.run([*command, "--lang", "en", *arguments], cwd=cwd, env=environment, capture_output=True)
        for arguments in each
    )
    return [(one.returncode, one.stdout, one.stderr) for one in ran]


@pytest.mark.wheel
def test_what_is_installed_works_alone_and_beside_another_distribution_called_tui(
    installed: Path, tmp_path: Path
) -> None:
    python, folder, cwd = installed.with_name("python"), installed.parents[2], tmp_path
    wanted = _said(PROGRAM, cwd)
    assert all(code == 0 and out for code, out, _err in wanted), wanted
    assert _said([str(installed)], cwd) == wanted
    _pip(python, folder, "install", "--no-index", "--no-deps", "--no-compile", str(_stranger(folder)))
    # Whether it is found and finds its data, which one command shows.
    assert _said([str(installed)], cwd, ARGUMENTS[:1]) == wanted[:1]
    _pip(python, folder, "uninstall", "--yes", "tui")
    assert _said([str(installed)], cwd, ARGUMENTS[:1]) == wanted[:1]
    assert os.listdir(cwd) == []


@pytest.mark.wheel
def test_the_manual_pages_are_installed_where_man_looks(installed: Path) -> None:
    share = installed.parents[1] / "share" / "man"
    for page in ("man1/cq-tui.1", "zh_CN/man1/cq-tui.1"):
        assert (share / page).read_bytes() == (ROOT / "man" / page).read_bytes()
