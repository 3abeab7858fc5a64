"""What a question tells that answers add up to: merged cells once, and of a long list of which rows it is."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
ROWS = (
    ("Works", 1, "Aa", 839900, 100000),
    ("Works", 2, "Bb", 839900, 200000),
    ("Works", 3, "Cc", 839900, 300000),
    ("Paper", 1, "Dd", 36000, 36000),
    ("Audit", 1, "Ee", 50000, 50000),
)


@pytest.mark.parametrize("title", [[], [("Contracts of the year",), ()]])
def test_merged_amounts_are_added_once(look: Bring, tmp_path: Path, title: list[tuple[str, ...]]) -> None:
    made = openpyxl.Workbook()
    for row in (*title, ("Contract", "Lot", "Supplier", "Montant du marché HT", "Montant du lot HT"), *ROWS):
        made.active.append(row)
    first = len(title) + 2
    for column in ("A", "D"):
        made.active.merge_cells(f"{column}{first}:{column}{first + 2}")
    made.save(tmp_path / "list.xlsx")
    told = look(tmp_path / "list.xlsx").err
    assert "--set 'amount.column=Montant du marché HT'  # 839900, 36000, 50000; sum 925,900\n" in told
    assert "--set 'amount.column=Montant du lot HT'  # 100000, 200000, 300000; sum 686,000\n" in told


@pytest.mark.parametrize(
    ("count", "said"), [(4_000, "sum 4,000"), (6_000, "sum 5,000 (of the first 5,000 rows)")], ids=["all", "the first"]
)
def test_a_sum_says_of_which_rows_it_is(look: Bring, tmp_path: Path, count: int, said: str) -> None:
    lines = (f"Deal {number},1,2" for number in range(count))
    told = look(sheet(tmp_path / "list.csv", "\n".join(["Deal,Grant amount,Loan amount", *lines]) + "\n")).err
    assert f"--set 'amount.column=Grant amount'  # 1; {said}\n" in told


def test_the_same_amount_in_each_row_is_no_unit(bring: Bring, tmp_path: Path) -> None:
    lines = (f'Company {number} Ltd,"$1,000,000","$2,00{number},000"' for number in range(4))
    told = bring(sheet(tmp_path / "list.csv", "\n".join(["Company,PART,ALL", *lines]) + "\n")).err
    assert "says the unit of each row" not in told
    assert "4 of 4 from PART" in told


def test_a_column_of_units_without_a_known_name_is_one(look: Bring, tmp_path: Path) -> None:
    text = "Deal,Amount,Scale\nMill,5,USD million\nMine,6,USD million\n"
    assert "the column Scale says the unit of each row" in look(sheet(tmp_path / "list.csv", text)).err
