"""The page "Adding an export format" in CONTRIBUTING.md: followed to the letter, in a copy of the program."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import cq_tui
import pytest

PAGE = Path(__file__).parents[2] / "CONTRIBUTING.md"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with the one file that the page names, and holds."""
    page = PAGE.read_text("utf-8").split("## Adding an export format\n", 1)[1].split("\n## ", 1)[0]
    named = re.findall(r"`(tui/\S+\.py)`", page)
    code = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert (named, len(code)) == (["tui/cq_tui/export/formats/tsv.py"], 1)
    root = tmp_path_factory.mktemp("copy")
    package = Path(cq_tui.__file__).parent
    shutil.copytree(package, root / "tui" / "cq_tui", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("data", "seeds"):
        shutil.copytree(package.parents[1] / folder, root / folder)
    (root / named[0]).write_text(code[0], "utf-8")
    return root


def _run(copy: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(copy / "tui")}
    command = [sys.executable, "-m", "cq_tui", *map(str, arguments), "--lang", "en"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_it_is_exported_by_its_name_and_by_its_ending(copy: Path, tmp_path: Path) -> None:
    ran = _run(copy, "export", "deals", "--format", "tsv", "--columns", "id,amount")
    lines = ran.stdout.splitlines()
    assert (ran.returncode, lines[0], len(lines)) == (0, "id\tamount", 5)
    assert _run(copy, "export", "deals", "-o", tmp_path / "a.tsv", "--columns", "id,amount").returncode == 0
    assert (tmp_path / "a.tsv").read_text("utf-8").splitlines() == lines


def test_it_is_offered_by_help_completion_and_configuration(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "tsv" in _run(copy, "export", "--help").stdout
    assert "tsv" in _run(copy, "completion", "bash").stdout
    (tmp_path / "config.toml").write_text('[export]\nformat = "tsv"\n')
    monkeypatch.setenv("CQ_TUI_CONFIG", str(tmp_path / "config.toml"))
    assert _run(copy, "export", "deals", "--columns", "id,amount").stdout.startswith("id\tamount\n")
