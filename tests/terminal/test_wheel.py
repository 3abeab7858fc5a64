"""What is installed works from any folder, with the data it travels with."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.process import PROGRAM, clean_environment

ROOT = Path(__file__).parents[2]
ARGUMENTS = (["export", "deals"], ["check"], ["export", "deals", "--filter", "amount>=10亿", "--format", "toml"])


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of the wheel, in a fresh virtual environment."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = ("-m", "pip", "--quiet", "--disable-pip-version-check")
    _run(sys.executable, *pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    _run(sys.executable, "-m", "venv", str(folder / "venv"))
    (wheel,) = folder.glob("cq_tui-*.whl")
    _run(str(folder / "venv" / "bin" / "python"), *pip, "install", str(wheel))
    return folder / "venv" / "bin" / "cq-tui"


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr


@pytest.mark.wheel
def test_installed_program_says_the_same_as_the_repository(installed: Path, tmp_path: Path) -> None:
    environment = clean_environment(tmp_path, PYTHONNOUSERSITE="1")
    for arguments in ARGUMENTS:
        told = [
            subprocess.run([*command, "--lang", "en", *arguments], cwd=tmp_path, env=environment, capture_output=True)
            for command in ((str(installed),), PROGRAM)
        ]
        of_wheel, of_repository = ((done.returncode, done.stdout, done.stderr) for done in told)
        assert of_wheel == of_repository
        assert of_wheel[0] == 0, of_wheel
        assert of_wheel[1]
    assert os.listdir(tmp_path) == []
