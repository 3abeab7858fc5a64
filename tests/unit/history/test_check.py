"""``check`` tells what of a history can hardly be meant so, with file, line and field; it stands in nobody's way."""

import json
from pathlib import Path

import pytest

from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive
from tests.unit.made_years import made_years, made_years_in_a_table

SIGNED, STARTED = '{ date = "2023", stage = "signed" }', '{ date = "2024", stage = "started" }'
RUNS, CANCELLED = '{ date = "2025", stage = "operating" }', '{ date = "2025-06", stage = "cancelled" }'
AGAIN, APPROVED = '{ date = "2026", stage = "signed" }', '{ date = "2026", stage = "approved" }'
PLAN = '{ date = "2099", stage = "operating", planned = true }'


@pytest.mark.parametrize(
    ("history", "more", "expected"),
    [
        ((SIGNED, STARTED, RUNS), "", []),
        ((SIGNED, STARTED, PLAN), "", []),
        ((SIGNED, RUNS, APPROVED), "", []),
        ((SIGNED, CANCELLED), "", []),
        ((RUNS,), "", ["history.0: begins with operating; what was promised is not told"]),
        ((SIGNED, RUNS, AGAIN), "", ["history.2: signed is told after operating"]),
        ((SIGNED, CANCELLED, AGAIN), "", ["history.2: signed is told after cancelled"]),
        (
            (SIGNED, RUNS),
            'stage = "suspended"\n',
            ["stage: says suspended, while the history tells operating last; the former holds"],
        ),
    ],
)
def test_what_can_hardly_be_meant_is_noted(
    tmp_path: Path, run: Run, history: tuple[str, ...], more: str, expected: list[str]
) -> None:
    write_archive(tmp_path, events=EVENT, deals=f"{DEAL}{more}history = [{', '.join(history)}]\n")
    ran = run("check", tmp_path)
    assert ran.code == 0
    line = 6 if expected and expected[0].startswith("stage") else 6 + len(more.splitlines())
    assert ran.out.splitlines() == [f"data/deals.toml:{line}: {one} (note)" for one in expected]


def test_a_table_is_looked_through_as_well(tmp_path: Path, run: Run) -> None:
    write_archive(tmp_path, events=EVENT)
    header = "id,title_en,event,stage,history\n"
    (tmp_path / "data" / "deals.csv").write_text(
        f"{header}mine,Mine,fair,,\nmill,Mill,fair,,2023:operating::::::; 2024:signed::::::\n"
    )
    ran = run("check", tmp_path, "--json")
    assert ran.code == 0
    assert [(one["file"], one["line"], one["field"]) for one in json.loads(ran.out)["notes"]] == [
        ("data/deals.csv", 3, "history.0"), ("data/deals.csv", 3, "history.1"),
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["toml", "csv", "parquet"])
def test_the_made_archive_is_sound(tmp_path: Path, run: Run, ending: str) -> None:
    root = made_years(tmp_path) if ending == "toml" else made_years_in_a_table(tmp_path, ending)
    ran = run("check", root)
    assert (ran.code, ran.out) == (0, "")


def test_an_archive_without_a_history_has_no_notes(run: Run) -> None:
    assert "notes" not in json.loads(run("check", "--json").out)
