"""Entities before the real model of FollowTheMoney, which has an environment of its own: ``make test-ftm``."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.unit.publishing.made_entities import all_entities

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv" / "ftm" / "bin" / "python"
MODEL = ROOT / "tests" / "unit" / "publishing" / "ftm_model.json"

pytestmark = pytest.mark.ftm


def ask(script: str, *arguments: str, given: str = "") -> str:
    if not PYTHON.exists():
        pytest.skip("make test-ftm installs followthemoney")
    words = [PYTHON, ROOT / script, *arguments]
    environment = os.environ | {"TZ": "UTC", "PYTHONUTF8": "1"}  # it takes no time zone but those with a name
    ran = subprocess.run(words, input=given, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_followthemoney_has_nothing_against_them(tmp_path: Path) -> None:
    for found in all_entities(tmp_path):
        assert ask("tests/ftm/check.py", given="".join(f"{json.dumps(one)}\n" for one in found)) == ""


def test_followthemoney_notices_what_does_not_fit() -> None:
    wrong = {"id": "a", "schema": "Contract", "properties": {"amount": ["much"], "buyer": ["b"]}}
    said = ask("tests/ftm/check.py", given=json.dumps(wrong))
    assert said.splitlines() == ["a needs title", "a amount 'much'", "a has no buyer"]


def test_the_part_of_the_model_that_the_other_tests_use_is_as_it_says(tmp_path: Path) -> None:
    """``CQ_TUI_GOLDENS=write make test-ftm`` writes it anew."""
    used = {
        f"{one['schema']}.{name}" for found in all_entities(tmp_path) for one in found for name in one["properties"]
    }
    told = ask("scripts/ftm_model.py", *sorted(used))
    if os.environ.get("CQ_TUI_GOLDENS") == "write":
        MODEL.write_text(told, "utf-8")
    assert MODEL.read_text("utf-8") == told
