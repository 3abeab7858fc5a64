"""Amounts of which somebody says that a column of currencies is not theirs."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
LIST = """date,recipient,purpose,cur,amount,value
2020-01-05,Harbour Trust,Core grant,USD,"5,000","$5,000"
2020-02-06,Meadow Lab,Research,GBP,"3,000","$3,900"
2020-03-07,River Guild,Research,ETH,2.50,"$1,200"
2020-04-08,Stone House,Core grant,XEU,"20,000","$1,700"
2020-05-09,Birch Fund,Core grant,USD,"7,000","$7,000"
"""
FREES = ("cur=skip", "cur=string", "currency=")


@pytest.mark.parametrize("frees", FREES)
@pytest.mark.parametrize("column", ["value", "amount"])
def test_amounts_are_in_the_currency_that_is_said(
    bring: Bring, archive: Path, tmp_path: Path, frees: str, column: str
) -> None:
    settings = ["--set", f"amount.column={column}", "--set", frees, "--set", "amount.currency=USD"]
    ran = bring(sheet(tmp_path / "list.csv", LIST), *settings)
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["currency"] for row in rows] == ["USD"] * 5
    assert [row["amount"] for row in rows][1] == {"value": "3900", "amount": "3000"}[column]
    saved = tomllib.loads((archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8"))
    assert "currency" not in saved
    assert saved["columns"] == {"cur": "skip" if "skip" in frees else "string"}


@pytest.mark.parametrize("frees", FREES)
def test_what_nothing_else_tells_is_asked(bring: Bring, tmp_path: Path, frees: str) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    asked = bring(path, "--set", "amount.column=value", "--set", frees)
    assert '? amount: value: "$5,000" can be of several currencies' in asked.err
    assert "XEU" not in asked.err
    ran = bring(path, "--set", "amount.currency=USD", "--dry-run")
    assert "Amount: 5 of 5 from value; 5: USD 18,800 " in ran.err, ran.err


def test_others_are_not_in_the_currency_that_is_said(bring: Bring, tmp_path: Path) -> None:
    settings = ["--set", "amount.column=value", "--set", "currency=", "--set", "amount.currency=USD"]
    told = bring(sheet(tmp_path / "list.csv", LIST), *settings, "--dry-run").err
    assert "amount (2): 5 of 5 from amount; a field of its own: numbers" in told, told


def test_a_unit_is_asked_or_told_where_its_column_is_left_out(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Type,Amount (EUR million),Unit,Signed\nMill,fund,12,million,2025-01-02\nMine,fund,3,k,2025-01-03\n"
    path = sheet(tmp_path / "list.csv", text)
    assert "EUR 3,000" in bring(path, "--dry-run").err
    told = bring(path, "--set", "Unit=skip", "--dry-run").err
    assert "EUR 15 m (smallest EUR 3 m" in told, told
