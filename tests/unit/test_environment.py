"""What `make` says and does about .venv, with a Python that only pretends to install."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = ".venv/lib/python3.11/site-packages"
PRETENDS = f"""#!/bin/sh
case "$*" in
  "-m venv .venv") [ ! -e ../no-venv ] && mkdir -p .venv/bin {SITE} && cp "$0" .venv/bin/python ;;
  "-m pip install"*) echo "$*" >>../installed; echo "$PWD/tui" >{SITE}/_editable_impl_cq_tui.pth
    [ ! -e ../no-network ] ;;
  "-c import pip") [ ! -e .venv/without-pip ] ;;
  "-c import venv, ensurepip") [ ! -e ../no-venv ] ;;
  *version_info*"$(cat ../least 2>/dev/null)") exec "{sys.executable}" "$@" ;;
  *version_info*) exit 1 ;;
  -V) echo Python 3.9.2 ;;
  *) exec "{sys.executable}" "$@" ;;
esac
"""
ANEW = "cq-tui: .venv is made anew: "


class Clone:
    """A clone with what the set-up needs, in a folder whose name has blanks and Chinese in it."""

    def __init__(self, root: Path, name: str = "a 副本") -> None:
        self.root, self._outside = root / name, root
        (self.root / "scripts").mkdir(parents=True)
        for part in ("pyproject.toml", "scripts/environment.sh"):
            shutil.copy(ROOT / part, self.root / part)
        self.python = root / "python3"
        self.python.write_text(PRETENDS)
        self.python.chmod(0o755)

    def outside(self, name: str, text: str = "") -> None:
        """Put down what makes the pretended Python fail."""
        (self._outside / name).write_text(text)

    def make(self, what: str = "dev", python: str = "") -> tuple[int, list[str]]:
        """Set up; the exit code and the lines that were said."""
        command = ["sh", "scripts/environment.sh", python or str(self.python), what]
        ran = subprocess.run(command, cwd=self.root, capture_output=True, text=True, timeout=60, check=False)
        assert ran.stdout == ""
        return ran.returncode, ran.stderr.splitlines()

    @property
    def installed(self) -> int:
        """How often pip was called."""
        path = self._outside / "installed"
        return path.read_text().count("\n") if path.exists() else 0


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_it_is_made_once_and_anew_when_the_project_needs_something_else(clone: Clone) -> None:
    assert [clone.make("run"), clone.make("run"), clone.installed] == [(0, []), (0, []), 1]
    assert [clone.make("dev"), clone.make("dev"), clone.make("run"), clone.installed] == [(0, [])] * 3 + [2]
    with (clone.root / "pyproject.toml").open("a") as file:
        file.write("# another line\n")
    assert [clone.make("dev"), clone.installed] == [(0, []), 3]


def test_python_reads_no_path_of_the_clone_at_its_start(clone: Clone) -> None:
    clone.make("run")
    (path,) = (clone.root / SITE).glob("*.pth")
    assert (path.parent / path.read_text().strip()).resolve() == clone.root / "tui"
    assert path.read_bytes().isascii()


def test_a_clone_that_was_moved(clone: Clone) -> None:
    assert clone.make() == (0, [])
    old, clone.root = clone.root, clone.root.with_name("另 one")
    old.rename(clone.root)
    assert clone.make() == (0, [f"{ANEW}it was made for another clone, {old}"])
    assert [clone.make(), clone.installed] == [(0, []), 2]


def test_a_set_up_that_was_broken_off(clone: Clone) -> None:
    clone.make()
    (clone.root / ".venv/.making").touch()
    assert clone.make() == (0, [f"{ANEW}the last set-up was broken off"])
    assert clone.make() == (0, [])


@pytest.mark.parametrize("half", ["empty", "without-pip", "dangling"])
def test_a_half_made_environment(clone: Clone, half: str) -> None:
    python = clone.root / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    if half == "without-pip":
        shutil.copy(clone.python, python)
        (clone.root / ".venv/without-pip").touch()
    elif half == "dangling":
        python.symlink_to(clone.root / "gone")
    assert clone.make() == (0, [f"{ANEW}it is not whole"])
    assert clone.make() == (0, [])


def test_a_python_that_is_too_old(clone: Clone) -> None:
    clone.outside("least", "never")
    code, said = clone.make()
    needed = "Python 3.11 or later is needed: make PYTHON=python3.11"
    assert (code, said) == (1, [f"cq-tui: {clone.python} is Python 3.9.2; {needed}"])
    assert not (clone.root / ".venv").exists()


def test_an_environment_whose_python_is_too_old(clone: Clone) -> None:
    clone.make()
    clone.outside("least", "never")
    (clone.root / ".venv/.dev").write_text("of another day")
    said = clone.make()[1]
    assert said[0].startswith(f"cq-tui: {clone.python} is Python 3.9.2; ")


def test_no_python_at_all(clone: Clone) -> None:
    needed = "install Python 3.11 or later, or name one: make PYTHON=/path/to/python3"
    assert clone.make(python="no-python") == (1, [f"cq-tui: there is no no-python; {needed}"])


def test_a_python_without_venv_is_mended_by_the_next_run(clone: Clone) -> None:
    clone.outside("no-venv")
    code, (line,) = clone.make()
    assert (code, line.partition(" (")[0]) == (1, f"cq-tui: {clone.python} has no venv; install it")
    (clone.root.parent / "no-venv").unlink()
    assert clone.make() == (0, [])


def test_without_a_network_the_next_run_mends_it(clone: Clone) -> None:
    clone.outside("no-network")
    code, (line,) = clone.make()
    assert (code, line.startswith("cq-tui: the packages could not be installed")) == (1, True)
    (clone.root.parent / "no-network").unlink()
    assert clone.make() == (0, [f"{ANEW}the last set-up was broken off"])
