"""A package holds the histories in a table of their own, one row an entry. The archive is made up."""

from pathlib import Path

from tests.unit.conftest import Run
from tests.unit.made_years import made_years


def test_the_entries_are_a_table(run: Run, tmp_path: Path) -> None:
    ran = run("publish", tmp_path / "package", "--archive", made_years(tmp_path / "made"))
    assert ran.code == 0
    names = {path.name for path in (tmp_path / "package").iterdir()}
    assert {"deals.csv", "deal_history.csv", "deal_parties.csv"} <= names
    lines = (tmp_path / "package" / "deal_history.csv").read_text("utf-8").splitlines()
    assert lines[0] == "deal,position,date,stage,amount,currency,planned,note_zh,note_en,cites"
    assert "rotor-works,2,2024-12,operating,,,true,,,ledger-1" in lines


def test_the_package_is_sound(tmp_path: Path, run: Run) -> None:
    from frictionless import validate

    run("publish", tmp_path / "package", "--archive", made_years(tmp_path / "made"))
    assert validate(str(tmp_path / "package" / "datapackage.json")).valid
