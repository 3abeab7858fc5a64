"""Commands on an archive of three years: days that are none, and the schema of an entry."""

import json
from pathlib import Path

import pytest

from tests.unit.conftest import Run
from tests.unit.made_years import made_years


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return made_years(tmp_path)


def test_days_are_told_as_far_as_they_are_known(run: Run, root: Path) -> None:
    ran = run(
        "list", "deals", "--archive", root, "--columns", "id,since,last_told", "--filter", "id=rotor-works,sensor-line"
    )
    assert [line.split() for line in ran.out.splitlines()[1:]] == [
        ["rotor-works", "2025-03", "2025-03"],
        ["sensor-line", "2025", "2025"],
    ]


def test_an_unknown_day_is_an_error(run: Run, root: Path) -> None:
    ran = run("list", "deals", "--archive", root, "--filter", "stage@soon:signed")
    assert ran.code == 0  # a word as any other
    ran = run("list", "deals", "--archive", root, "--filter", "stage@2024-13:signed")
    assert ran.code == 1
    assert "2024-13 is not a date" in ran.err


def test_the_schema_says_what_an_entry_holds(run: Run) -> None:
    found = json.loads(run("schema", "deals").out)
    text = json.dumps(found)
    assert '"history"' in text
    assert '"planned"' in text
    assert '"history"' not in run("schema", "deals", "--table").out
