"""Rows of totals that are called by what they add up, and rows that a sheet's title in every row would call records."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.totals import is_total

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

_HEADER = "No,Project,Contractor,Quantity,Amount (EUR),Engaged\n"
_ROADS = "1,Aa road,Aa Ltd,1,10000000,9000000\n2,Bb road,Bb Ltd,3,20000000,20000000\n"
_WELLS = "3,Cc well,Cc Ltd,4,5000000,withdrawn\n4,Dd well,Dd Ltd,2,7000000,7000000\n"
_TITLES = ["Aa road", "Bb road", "Cc well", "Dd well"]


def _titles(take: Take, tmp_path: Path, text: str) -> list[str]:
    found = take(sheet(tmp_path / "list.csv", text))
    return [title.en or title.zh for title in found.values("title")]


@pytest.mark.parametrize(
    "name",
    [
        "GRAND TOTAL REGIONAL SERVICES", "TOTAL AA DIVISION", "SUBTOTAL - 08", "Sub-total roads", "Sous-total routes",
        "Total général des routes", "Total geral: obras", "Zwischensumme Straßen", "Итого по дорогам", "Totaal wegen",
        "Grand Total (all)",
    ],
)  # fmt: skip
def test_a_total_is_known_whatever_it_is_of(take: Take, tmp_path: Path, name: str) -> None:
    text = f"{_HEADER}{_ROADS}{_WELLS},{name},,9,41000000,36000000\n"
    assert _titles(take, tmp_path, text) == _TITLES


def test_a_total_that_does_not_add_up_is_known_by_its_name(take: Take, tmp_path: Path) -> None:
    text = f"{_HEADER}{_ROADS},,,4,30000000,29000000\n{_WELLS},GRAND TOTAL WORKS,,9,99000000,1\n"
    assert _titles(take, tmp_path, text) == _TITLES


def test_a_total_over_subtotals_without_a_name_is_told(bring: Callable[..., Ran], tmp_path: Path) -> None:
    text = f"{_HEADER}{_ROADS},,,4,30000000,29000000\n{_WELLS},,,6,12000000,7000000\n,Works,,10,42000000,36000000\n"
    ran = bring(sheet(tmp_path / "list.csv", text), "--dry-run")
    assert "? rows: Rows whose amount is what others together have: 1; the first is row 8, with " in ran.err


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ("5,Total Road Services,Ee Ltd,4,1000000,7", "Total Road Services"),
        ("5,Totalling works,,4,1000000,7", "Totalling works"),
        ("5,Grand Total Museum,Ee Ltd,4,1000000,7", "Grand Total Museum"),
    ],
)
def test_a_project_may_be_called_so(take: Take, tmp_path: Path, row: str, title: str) -> None:
    assert _titles(take, tmp_path, f"{_HEADER}{_ROADS}{_WELLS}{row}\n") == [*_TITLES, title]


def test_a_row_that_may_be_a_total_is_told_and_can_be_kept(bring: Callable[..., Ran], tmp_path: Path) -> None:
    text = f"{_HEADER}{_ROADS}{_WELLS}5,Total Road Services,,4,1000000,7\n"
    path = sheet(tmp_path / "list.csv", text)
    ran = bring(path, "--dry-run")
    why = "is likely a row of totals: it is called so, and has nothing in Contractor; --set rows.keep=6 takes it for"
    assert f"row 6: {why}" in ran.out + ran.err
    assert "5 rows: 4 accepted, 1 refused" in ran.err
    assert "5 rows: 5 accepted, 0 refused" in bring(path, "--set", "rows.keep=6").err


def test_a_column_that_says_the_same_in_every_row_calls_none(take: Take, tmp_path: Path) -> None:
    lines = f"{_HEADER}CHAPTER 1,,,,,\n{_ROADS},GRAND TOTAL ROADS,,4,30000000,29000000\n".splitlines()
    text = "\n".join(f"{line},NW REGION FY2010" for line in lines) + "\n"
    assert _titles(take, tmp_path, text) == _TITLES[:2]


def test_sums_of_questions_leave_out_such_totals() -> None:
    assert is_total(["", "GRAND TOTAL NORTH", "", "5"])
    assert not is_total(["", "Grandiose totalling", "", "5"])
