"""Totals that stand in a column of their own, above or below the rows that they add up. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_HEADER = "Association;Programme;Total;Grant (EUR)\n"
_GROUPS = (
    ("Aa;;3 000;\n", "Aa;Youth;;1 000\nAa;Sport;;2 000\n"),
    ("Bb;;30 000,50;\n", "Bb;Sport;;30 000,50\n"),
    ("Cc;;500;\n", "Cc;Culture;;500\n"),
    ("Dd;;20 000;\n", "Dd;Culture;;15 000\nDd;Youth;;5 000\n"),
)
_ANSWERS = ("--set", "amount.column=Grant (EUR)", "--set", "title.column=Association", "--dry-run")


@pytest.mark.parametrize("above", [True, False])
def test_they_are_no_records(bring: Bring, tmp_path: Path, above: bool) -> None:
    text = "".join(total + rows if above else rows + total for total, rows in _GROUPS)
    ran = bring(sheet(tmp_path / "a.csv", _HEADER + text), *_ANSWERS)
    assert "Amount: 6 of 6 from Grant (EUR); 6: EUR 53,500.5" in ran.err
    first = 2 if above else 4
    said = "is likely a row of totals: it has nothing in Grant (EUR), and its Total is what the rows of its group have"
    assert f"row {first}: {said} there together; --set rows.keep={first} takes it for a record" in ran.out + ran.err


def test_a_row_may_be_said_to_be_one(bring: Bring, tmp_path: Path) -> None:
    text = "".join(total + rows for total, rows in _GROUPS)
    ran = bring(sheet(tmp_path / "a.csv", _HEADER + text), *_ANSWERS, "--set", "rows.keep=2")
    assert "10 rows: 7 accepted" in ran.err


@pytest.mark.parametrize(
    "change", [("3 000;\n", "4 000;\n"), (";500;\n", ";500;500\n"), ("Total", "Total")], ids=["sums", "both", "few"]
)
def test_what_adds_up_nothing_is_a_record(bring: Bring, tmp_path: Path, change: tuple[str, str]) -> None:
    groups = _GROUPS[:2] if change[0] == change[1] else _GROUPS
    text = (_HEADER + "".join(total + rows for total, rows in groups)).replace(*change, 1)
    ran = bring(sheet(tmp_path / "a.csv", text), *_ANSWERS)
    assert "is what the rows of its group" not in ran.out + ran.err
