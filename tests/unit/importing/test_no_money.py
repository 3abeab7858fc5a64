"""Numbers of a list without a header that are no money by their look: years, codes, telephone numbers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.amounts.no_money import are_no_money
from cq_tui.importing.recognise.columns.profile import ColumnProfile

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_TITLES = [f"Survey of the {word} harbour" for word in "north south east west old new great small".split()]


@pytest.mark.parametrize(
    "cells",
    [
        [f"{1999 + one}" for one in range(8)],
        ["2010"] * 8,
        ["10115", "04109", "80331", "20095", "50667", "60311", "70173", "40213"],  # postal codes, one with a 0 before
        ["75001", "69002", "31000", "33063", "59021", "13055", "67482", "34172"],
        ["48213507", "48213611", "48219902", "48220018", "48220733", "48231145", "48240091", "48250377"],
        [f"{5012 + one}" for one in range(8)],
        ["01779510999", "08577730999", "RSSMRA70A01H999X", "12345678999", "00743110999"],  # and one of a person
        [
            "+49 30 1234567",
            "+33 1 40 20 50 50",
            "(030) 123 45 67",
            "0211 / 88 77 66",
            "0221-998877",
            "00 44 20 7946 0958",
        ],
    ],
)
def test_they_are_no_money(cells: list[str]) -> None:
    assert are_no_money(ColumnProfile(cells, len(cells)))


@pytest.mark.parametrize(
    "cells",
    [
        ["125000", "90000", "1500000", "2000", "64350"],
        ["1200", "2500", "9800", "2000", "1950", "2050"],
        ["214372025.00", "100000000.00", "19683939.50", "2597076.15"],
        ["12345", "67891", "45678"],  # too few to be told from money
    ],
)
def test_these_may_be_money(cells: list[str]) -> None:
    assert not are_no_money(ColumnProfile(cells, len(cells)))


def test_years_are_the_likely_days_of_a_list_without_a_header(bring: Bring, archive: Path, tmp_path: Path) -> None:
    lines = (f"{at % 4 + 1}\t{title}\t145\t{2003 + at % 5}\n" for at, title in enumerate(_TITLES))
    ran = bring(sheet(tmp_path / "list.tsv", "".join(lines)))
    assert ran.code == 0, ran.err
    assert "[date]  # likely: no header says Date; its cells do; 8 of 8 cells read as dates\n" in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["date"][:4] for row in rows] == ["2003", "2004", "2005", "2006", "2007", "2003", "2004", "2005"]
    assert not any(row.get("amount") for row in rows)


@pytest.mark.parametrize("unit", [" ft.", " ft", "ft"])
def test_feet_are_no_forints(bring: Bring, tmp_path: Path, unit: str) -> None:
    rows = "".join(f"Rig {at},Aa Ltd,{6000 + at * 1000}{unit},{900 + at * 10}{unit}\n" for at in range(5))
    ran = bring(sheet(tmp_path / "list.csv", f"Name,Owner,drilling depth,reach\n{rows}"), "--dry-run")
    assert "HUF" not in ran.err, ran.err


def test_forints_stay_forints(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Rig {at},Aa Kft,{6000 + at * 1000} Ft\n" for at in range(5))
    ran = bring(sheet(tmp_path / "list.csv", f"Name,Owner,Mennyi\n{rows}"), "--dry-run")
    assert "HUF 40,000" in ran.err, ran.err
