"""Contracts are called by what is bought, rounds by their company, and nothing by a list of names. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


def _titles(archive: Path) -> list[str]:
    return [row["title_zh"] or row["title_en"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]


@pytest.mark.parametrize("header", ["product", "Goods", "Товар", "Produit", "货物"])
def test_a_contract_is_called_by_what_is_bought(bring: Bring, archive: Path, tmp_path: Path, header: str) -> None:
    bought = ("Supply of paper", "Heating services", "Repair of a roof", "Cleaning of halls", "Chairs and tables")
    rows = "".join(f"{at},{at}500,2016-01-1{at},Town {at},Alder {at} Ltd,{one}\n" for at, one in enumerate(bought, 1))
    text = f"id,price (EUR),signed,procurer,supplier,{header}\n{rows}"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert _titles(archive) == list(bought)
    assert f'"{header}" says what is bought' in ran.err


@pytest.mark.parametrize("cells", [("pcs",) * 5, ("1", "2", "3", "4", "5"), ("A-1", "A-2", "A-3", "A-4", "A-5")])
def test_units_and_codes_call_no_contract(bring: Bring, tmp_path: Path, cells: tuple[str, ...]) -> None:
    rows = "".join(f"{at},{at}500,2016-01-1{at},Town {at},Alder {at} Ltd,{one}\n" for at, one in enumerate(cells, 1))
    ran = bring(sheet(tmp_path / "list.csv", f"id,price (EUR),signed,procurer,supplier,items\n{rows}"), "--dry-run")
    assert "says what is bought" not in ran.err


_ROUNDS = (
    "company,stage,description,investors,amount_usd,date\n"
    "Alder,Series A,provider of a voice platform,Nest Ventures,5000000,2026-08-01\n"
    "Birch,Seed,maker of small drones,Kappa Fund,700000,2026-08-02\n"
    "Cedar,Seed,operator of a market for seeds,Nest Ventures,900000,2026-08-03\n"
    "Dune,Series B,lender to small farms,Lumo Capital,90000000,2026-08-04\n"
)


def test_a_round_is_called_by_its_company_and_not_by_what_is_told_of_it(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _ROUNDS))
    assert ran.code == 0, ran.err
    assert _titles(archive) == ["Alder", "Birch", "Cedar", "Dune"]
    assert "[title]  # likely" in ran.err


def test_what_is_told_of_a_grant_stays_its_title(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = _ROUNDS.replace("investors", "funder").replace("company", "recipient")
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert _titles(archive)[0] == "provider of a voice platform"


def test_no_title_is_a_list_of_names(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rows = '甲科技,2016-04-18,3500,"红山资本 , 蓝湖创投 , "\n乙网络,2016-02-04,43000,"绿洲基金 , 红山资本 , "\n'
    text = f'公司,日期,金额（万元）,投资方\n{rows}丙传媒,2015-11-12,20000,"蓝湖创投 , 绿洲基金 , 红山资本 , "\n'
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "parties.separator.investor=,")
    assert ran.code == 0, ran.err
    assert _titles(archive) == ["甲科技", "乙网络", "丙传媒"]
