"""A list of organisations that names one in several rows: one organisation, with a passage of each row."""

from pathlib import Path

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import Take, rows_of, sheet

MEMBERS = (
    "Deelnemer,Gemeenschappelijke regeling,Plaats\nBedumdorp,Afvalbeheer Noord,Grondstad\n"
    "Grondstad,Afvalbeheer Noord,Grondstad\nBEDUMDORP,GGD Noord,Havenstad\nGrondstad,GGD Noord,Havenstad\n"
    "Bedumdorp,Brandweer Noord,Havenstad\n"
)


def _bring(run: Run, archive: Path, tmp_path: Path, *more: str) -> Ran:
    path = sheet(tmp_path / "list.csv", MEMBERS)
    return run("import", path, "--kind", "organisations", "--into", archive, *more)


def test_rows_with_one_name_are_one_organisation(run: Run, archive: Path, tmp_path: Path) -> None:
    ran = _bring(run, archive, tmp_path)
    assert ran.code == 0, ran.err
    rows = rows_of(next(archive.glob("data/*list/organisations.csv")))
    assert [row["id"] for row in rows] == ["bedumdorp", "grondstad"]
    assert "5 rows: 2 accepted, 0 refused, 3 put together with others" in ran.err
    assert "put together with it: 3, of 2 organisations (Bedumdorp, Grondstad)" in ran.err
    assert "(Deelnemer, Gemeenschappelijke regeling, Plaats)" in ran.err


def test_each_of_the_rows_is_a_passage_of_it(run: Run, archive: Path, tmp_path: Path) -> None:
    _bring(run, archive, tmp_path)
    folder = next(archive.glob("data/*list"))
    cited = [row["cites"].split("; ") for row in rows_of(folder / "organisations.csv")]
    assert [[one.rpartition("-")[2] for one in each] for each in cited] == [["r2", "r4", "r6"], ["r3", "r5"]]
    passages = {row["id"]: row for row in rows_of(folder / "passages.csv")}
    assert all(one in passages for each in cited for one in each)
    assert any("Brandweer Noord" in text for text in passages[cited[0][2]].values())


def test_the_records_that_are_shown_rest_on_all_of_them(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", MEMBERS), kind="organisations", event="")
    assert [len(record.cites) for record in found.records] == [3, 2]
    assert found.counts.together == 3


def test_what_tells_them_apart_keeps_them_apart(take: Take, tmp_path: Path) -> None:
    text = (
        "Organisation,Country,Note\nAlder,Germany,one\nAlder,France,two\nAlder,Germany,three\n"
        "Birch,,four\nBirch,France,five\n"
    )
    found = take(sheet(tmp_path / "list.csv", text), kind="organisations", event="")
    assert [(record.name.en, record.country) for record in found.records] == [
        ("Alder", "DE"), ("Alder", "FR"), ("Birch", "FR"),
    ]  # fmt: skip


def test_a_row_can_be_kept_as_a_record_of_its_own(run: Run, archive: Path, tmp_path: Path) -> None:
    ran = _bring(run, archive, tmp_path, "--set", "rows.keep=6")
    assert ran.code == 0, ran.err
    assert len(rows_of(next(archive.glob("data/*list/organisations.csv")))) == 3


def test_rows_that_name_nobody_are_not_put_together(run: Run, archive: Path, tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.csv", "Company,Town\nNA,Grondstad\nLumo Ltd,Grondstad\nNA,Havenstad\nKappa Ltd,Havenstad\n"
    )
    ran = run("import", path, "--kind", "organisations", "--into", archive)
    assert "4 rows: 2 accepted, 2 refused" in ran.err
    assert "put together with it" not in ran.err


def test_only_the_first_rows_put_together_are_listed(run: Run, archive: Path, tmp_path: Path) -> None:
    text = "Deelnemer,Plaats\n" + "".join(f"Bedumdorp,Town {at}\n" for at in range(31))
    path = sheet(tmp_path / "list.csv", text)
    ran = run("import", path, "--kind", "organisations", "--into", archive, "--dry-run")
    assert (ran.out + ran.err).count("names the organisation of row") == 5
    assert "and 25 more rows that are put together with others" in ran.out + ran.err
