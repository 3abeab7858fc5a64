"""Building the packages, and environments of their own to install them into."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(home: Path, *command: str | Path, **more: str) -> str:
    """Run a command that must succeed, and return what it said on stdout. Its home is a folder of the test."""
    environment = {**os.environ, "HOME": str(home), "PYTHONNOUSERSITE": "1", **more}
    done = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def build(folder: Path, source: Path, *what: str, **more: str) -> None:
    """Build into a folder; without ``what`` a source distribution, and a wheel from it."""
    run(folder, sys.executable, "-m", "build", *what, "--outdir", folder, source, **more)


def install(folder: Path, python: Path, *what: str) -> Path:
    """Make a virtual environment with a Python, install into it, and return its ``bin``."""
    run(folder, python, "-m", "venv", folder / "venv")  # with its own pip: an older one knows no later Python
    to = ("-m", "pip", "--quiet", "--disable-pip-version-check")
    run(folder, folder / "venv/bin/python", *to, "install", "--no-compile", *what)
    return folder / "venv" / "bin"
