"""Days before 1900 are days; what is a slip of the pen stays a remark. All made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import rows_of, sheet
from tests.unit.importing.test_own_columns import declared

Bring = Callable[..., Ran]
_OLD = {
    "1796-01-01": ("1796-01-01", "day"), "12.03.1849": ("1849-03-12", "day"), "May 1, 1899": ("1899-05-01", "day"),
    "1602": ("1602-01-01", "year"), "1888年5月": ("1888-05-01", "month"), "12/31/1899": ("1899-12-31", "day"),
    "2019-05-01": ("2019-05-01", "day"),
}  # fmt: skip
_SLIPS = ["0202-05-01", "2925-05-01"]


@pytest.mark.parametrize("place", ["data", "prepared"])
def test_old_days_are_read_and_slips_told(bring: Bring, run: Run, archive: Path, tmp_path: Path, place: str) -> None:
    rows = "".join(f'Mill {n},fund,"{cell}"\n' for n, cell in enumerate([*_OLD, *_SLIPS]))
    ran = bring(sheet(tmp_path / "list.csv", f"Project,Type,Date\n{rows}"))
    assert ran.code == 0, ran.err
    made = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [(row["date"], row["date_precision"]) for row in made] == [*_OLD.values(), ("", ""), ("", "")]
    remarks = rows_of(archive / "imports/fair-deals-list/remarks.csv")
    assert [one["cell"] for one in remarks] == _SLIPS
    assert run("check", archive).code == 0
    if place == "prepared":
        assert run("prepare", archive).code == 0
    found = run(
        "export", "deals", "--archive", archive, "--filter", "date<1900", "--columns", "id,date", "--sort", "date"
    )
    dates = [line.split(",")[1] for line in found.out.split()[1:]]
    assert dates == ["1602-01-01", "1796-01-01", "1849-03-12", "1888-05-01", "1899-05-01", "1899-12-31"]
    by_year = run("list", "deals", "--archive", archive, "--by", "year", "--lang", "en")
    assert by_year.code == 0
    assert "1796" in by_year.out
    parquet = run(
        "export", "deals", "--archive", archive, "--format", "parquet", "--output", tmp_path / "deals.parquet"
    )
    assert parquet.code == 0, parquet.err


def test_an_own_column_of_old_days(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rows = "".join(f"Mill {n},fund,18{n:02}-05-01\n" for n in range(60)) + "Mill x,fund,0202-05-01\n"
    bring(sheet(tmp_path / "list.csv", f"Project,Type,Date of birth\n{rows}"))
    assert declared(archive)["date_of_birth"]["type"] == "date"
    made = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["date_of_birth"] for row in made[::30]] == ["1800-05-01", "1830-05-01", ""]
