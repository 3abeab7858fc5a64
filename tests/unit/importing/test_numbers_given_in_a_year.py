"""Numbers that are given in a year, as ``T3/2025`` and ``3/2025``, are no months; every list here is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.id_headers import numbers_things
from cq_tui.values.days_of_column import are_numbers_of_years

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, rows_of, sheet

_MONTHS = [f"{one}/2025" for one in range(1, 8)]
_NUMBERS = [*_MONTHS[:-1], "T7/2025"]


def _list(path: Path, header: str, cells: list[str]) -> Path:
    rows = "".join(f"Road {at},Aa{at} Ltd,{at}5,{cell}\n" for at, cell in enumerate(cells, 1))
    return sheet(path / "list.csv", f"Title,Buyer,Amount (EUR),{header}\n{rows}")


@pytest.mark.parametrize(
    "header", ["Tender Number", "Tender No.", "Ref", "合同编号", "Code", "Aktenzeichen", "N°", "文号"]
)
@pytest.mark.parametrize("cells", [_MONTHS, _NUMBERS], ids=["months", "numbers"])
def test_below_a_number_nothing_is_a_day(
    fields: Fields, bring: Callable[..., Ran], archive: Path, tmp_path: Path, header: str, cells: list[str]
) -> None:
    path = _list(tmp_path, header, cells)
    assert "date" not in fields(path)
    if header in ("Tender Number", "Ref"):
        assert bring(path).code == 0
        (row, *_others) = rows_of(archive / "data/fair-deals-list/deals.csv")
        assert row["_".join(header.lower().split())] == "1/2025"


def test_whole_days_below_it_are(fields: Fields, tmp_path: Path) -> None:
    assert fields(_list(tmp_path, "Xx no", [f"2025-0{one}-11" for one in range(1, 8)]))["date"].column == ("Xx no",)


def test_months_below_anything_else_are_likely_days(fields: Fields, tmp_path: Path) -> None:
    assert fields(_list(tmp_path, "Xx", _MONTHS))["date"].column == ("Xx",)
    assert "date" not in fields(_list(tmp_path, "Xx", _NUMBERS))


@pytest.mark.parametrize(
    ("cells", "are"),
    [
        (_MONTHS, False),
        (_NUMBERS, True),
        (["11/2024", "12/2024", "13/2024"], True),
        (["3-2024", "AB 4-2024"], True),
        (["1/2024", "Q3/2024", "2/2024"], False),
        (["T1/2025", "T2/2025"], False),
        ([f"{one}/{year}" for year in (2021, 2022) for one in range(1, 13)] + ["15/2023"], False),
    ],
)
def test_one_that_is_no_month_tells_it(cells: list[str], *, are: bool) -> None:
    assert are_numbers_of_years(cells) is are


@pytest.mark.parametrize("header", ["Notes", "Nominal", "Month", "Codename", "Lotus", "Sign"])
def test_other_headers_number_nothing(header: str) -> None:
    assert not numbers_things(header)
