"""Names in two columns, such as first and last name: offered joined, taken where one is blank, kept apart. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.titles.joined_names import persons_in_two, two_that_call

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_ROWS = """Anna,Marsh,,A1
Peter,Field,Field Press,B2
Clara,Marsh,,B3
Oak Comics,,,C1
Daniel,Stone,Stone Books,C4
Eva,Lake,,C5
,Sol,,D3
"""
_JOINED = '--set \'name.column=["column A", "column B"]\''
_TOGETHER = ["Anna Marsh", "Peter Field", "Clara Marsh", "Oak Comics", "Daniel Stone", "Eva Lake", "Sol"]


def _set(text: str) -> tuple[str, ...]:
    return ("--set", "header=0", "--set", text)


@pytest.mark.parametrize("kind", ["organisations", "speakers"])
def test_two_columns_are_offered_as_one_name_and_taken(bring: Bring, archive: Path, tmp_path: Path, kind: str) -> None:
    path = sheet(tmp_path / "a.csv", _ROWS)
    told = bring(path, "--kind", kind, "--dry-run", "--set", "header=0").err
    assert f"{_JOINED}  # Anna Marsh, Peter Field" in told
    ran = bring(path, "--kind", kind, *_set('name.column=["column A", "column B"]'))
    assert ran.code == 0, ran.err
    assert "7 rows: 7 accepted, 0 refused" in ran.err
    (written,) = archive.glob(f"data/*-a/{kind}.csv")
    assert [row["name_en"] for row in rows_of(written)] == _TOGETHER


def test_the_review_tells_names_that_are_joined(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", _ROWS)
    told = bring(path, "--kind", "organisations", "--dry-run", *_set('name.column=["column A", "column B"]')).err
    assert "7 names; Anna Marsh 1, Peter Field 1" in told


@pytest.mark.parametrize("header", ["", "Vorname,Nachname,Verlag,Stand\n"])
def test_persons_of_one_surname_are_not_put_together(bring: Bring, archive: Path, tmp_path: Path, header: str) -> None:
    column, row = ("Nachname", "1") if header else ("column B", "0")
    settings = ("--set", f"header={row}", "--set", f"name.column={column}")
    ran = bring(sheet(tmp_path / "a.csv", header + _ROWS), "--kind", "organisations", *settings)
    assert ran.code == 0, ran.err
    (written,) = archive.glob("data/*-a/organisations.csv")
    assert [row["name_en"] for row in rows_of(written)].count("Marsh") == 2


def test_a_title_that_is_joined_has_a_blank_between(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Investor,A1,B1,Date,Amount (USD)\nDune,Anna,Marsh,2024-01-02,10\nOak,Peter,Field,2024-01-03,20\n"
    path = sheet(tmp_path / "a.csv", text)
    assert 'join = " · "' in bring(path, "--dry-run").err
    ran = bring(path, "--set", 'title.column=["A1", "B1"]')
    assert ran.code == 0, ran.err
    (written,) = archive.glob("data/*-a/deals.csv")
    assert [row["title_en"] for row in rows_of(written)] == ["Anna Marsh", "Peter Field"]


_FIRST = [["Anna", "Marsh"], ["Peter", "Field"], ["Clara", "Stone"], ["Odo", "Brook"]]


def test_first_names_are_known_by_their_headers_or_their_cells() -> None:
    assert persons_in_two(["a", "b"], _FIRST) == [("a", "b")]
    assert persons_in_two(["a", "b"], [row[::-1] for row in _FIRST]) == [("b", "a")]
    assert persons_in_two(["Nazwisko", "Imię"], []) == [("Imię", "Nazwisko")]


@pytest.mark.parametrize(
    "rows",
    [
        [["Aa GmbH", "Marsh"], ["Bb AG", "Field"], ["Cc Ltd", "Stone"]],
        [["Harbour", "North"], ["Mill", "North"], ["Bridge", "North"], ["Tower", "North"]],
        [["Harbour", "Room 1"], ["Mill", "Room 2"], ["Bridge", "Room 3"]],
        [["Harbour", ""], ["Mill", ""], ["", "Marsh"], ["", "Field"]],
    ],
)
def test_companies_classes_numbers_and_columns_of_other_rows_are_not_joined(rows: list[list[str]]) -> None:
    assert two_that_call(["a", "b"], rows, ["a", "b"]) == []
