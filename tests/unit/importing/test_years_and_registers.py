"""Years in which deals were made, titles beside who publishes them, and numbers of registers. Every list is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Taken, sheet

Bring = Callable[..., Ran]
Take = Callable[..., Taken]


@pytest.mark.parametrize("header", ["funded", "Year awarded", "Year raised", "gefördert", "Vintage"])
def test_the_only_column_of_years_is_the_date(fields: Fields, bring: Bring, tmp_path: Path, header: str) -> None:
    text = f"amountRaised (USD),round,company,sector,{header}\n600000,angel,Acorn Labs,software,2012\n"
    text += "7000000,series-b,Bramble,web,2013\n35000000,venture,Clover,software,2010\n"
    path = sheet(tmp_path / "a.csv", text)
    assert fields(path)["date"].columns == (header,)
    if header == "funded":
        assert f"Date: 3 of 3 from {header}; 2010 to 2013" in bring(path, "--dry-run").err


def test_the_year_of_a_company_is_no_date(look: Bring, tmp_path: Path) -> None:
    text = "amountRaised (USD),round,company,founded\n600000,angel,Acorn Labs,2002\n7000000,venture,Bramble,2003\n"
    ran = look(sheet(tmp_path / "a.csv", text))
    assert "[date]" not in ran.err


_TENDERS = (
    "id,customer_regnum,customer_name,placer_name,pubdate,max_price,text\n"
    "101,03712000128,Городская больница № 1,Управление закупок,2012-02-29T15:07:41,55403.7,Поставка медикаментов\n"
    "102,3583003087,Детский сад Ромашка,Детский сад Ромашка,2012-01-31T11:28:17,497743.68,Ремонт кровли\n"
    "103,3033000982,Управление дорог,Управление закупок,2012-04-25T23:51:35,1475733,Закупка щебня\n"
)


def test_what_is_bought_is_offered_as_the_title(look: Bring, tmp_path: Path) -> None:
    ran = look(sheet(tmp_path / "a.csv", _TENDERS))
    assert "--set title.column=text" in ran.err


@pytest.mark.parametrize("header", ["customer_regnum", "INN", "КПП", "ОГРН", "IČO", "NIP", "REGON", "KBO", "reg no"])
def test_numbers_of_registers_are_no_amounts(look: Bring, tmp_path: Path, header: str) -> None:
    ran = look(sheet(tmp_path / "a.csv", _TENDERS.replace("customer_regnum", header)))
    assert f"amount.column={header}" not in ran.err
    assert f"amount.column='{header}'" not in ran.err


@pytest.mark.parametrize("header", ["FINANZIAMENTO_COMUNE", "Kosten Stadt", "Funding city", "Financement commune"])
def test_money_of_a_municipality_is_no_place(look: Bring, tmp_path: Path, header: str) -> None:
    text = f"Project,Signed,Amount (EUR),{header}\nAa bridge,2020-01-05,1200000,N/D\nBb line,2020-02-06,1350000,N/D\n"
    ran = look(sheet(tmp_path / "a.csv", text))
    assert "[place]" not in ran.err


def test_what_is_bought_is_offered_beside_two_names(look: Bring, tmp_path: Path) -> None:
    text = "placer_name,okogu_name,max_price,text\nAa office,Health of towns,55403.7,Delivery of small chairs\n"
    text += (
        "Bb office,Roads of towns,497743.68,Repair of the roof\nCc office,Parks of towns,1475733,Purchase of gravel\n"
    )
    ran = look(sheet(tmp_path / "a.csv", text))
    assert "--set title.column=text" in ran.err
