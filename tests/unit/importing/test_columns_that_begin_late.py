"""Columns that are empty in the rows that a proposal is made from, and filled further below. Made up."""

from collections.abc import Callable
from pathlib import Path

from cq_tui.importing.recognise.columns.draft import LEARNT_FROM

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import hashes, rows_of, sheet
from tests.unit.importing.test_own_columns import declared

Bring = Callable[..., Ran]
ROWS = LEARNT_FROM + 40


def list_of(path: Path) -> Path:
    lines = ["Project,Type,Amount (EUR),Wing,Jobs,Visited,Fee (USD),Dash,Void"]
    for number in range(ROWS):
        late = f"{'North' if number % 2 else 'South'},{number},2025-01-02,1.5,-," if number >= LEARNT_FROM else ",,,,-,"
        lines.append(f"Mill {number},fund,{number + 1000},{late}")
    return sheet(path, "\n".join(lines) + "\n")


def test_they_become_fields_of_the_type_of_their_cells(bring: Bring, run: Run, archive: Path, tmp_path: Path) -> None:
    path = list_of(tmp_path / "list.csv")
    ran = bring(path)
    assert ran.code == 0, ran.err
    assert {name: one["type"] for name, one in declared(archive).items()} == {
        "wing": "code", "jobs": "count", "visited": "date", "fee": "money",
    }  # fmt: skip
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [rows[LEARNT_FROM - 1][name] for name in ("wing", "jobs", "visited", "fee")] == [""] * 4
    last = rows[-1]
    assert [last[name] for name in ("wing", "jobs", "visited", "fee", "fee_currency")] == [
        "north", str(ROWS - 1), "2025-01-02", "1.5", "USD",
    ]  # fmt: skip
    assert "Not taken: 2 empty columns" in ran.err, ran.err
    assert "No field takes these columns" not in ran.err
    before = hashes(archive)
    assert (bring(path).code, hashes(archive)) == (0, before)
    assert run("check", archive).code == 0


def test_they_can_be_told_otherwise(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(
        list_of(tmp_path / "list.csv"), "--set", "Wing=string", "--set", "Jobs=skip", "--set", "Visited=passage"
    )
    assert ran.code == 0, ran.err
    assert {name: one["type"] for name, one in declared(archive).items()} == {"wing": "string", "fee": "money"}
