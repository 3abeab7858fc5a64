"""Headers of companies and investors in short: each is known by the other. Every list is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_ROUNDS = (
    '甲科技,A轮,2016-04-18,3500,美元,"红山资本 , 蓝湖创投 , "\n'
    '乙网络,B轮,2016-02-04,43000,人民币,"绿洲基金 , 红山资本 , "\n'
    '丙传媒,C轮,2015-11-12,20000,人民币,"蓝湖创投 , 绿洲基金 , 红山资本 , "\n'
)


@pytest.mark.parametrize("company", ["com_name", "comp_name", "firm_name", "co_name"])
@pytest.mark.parametrize("investors", ["invst_firms", "inv_name", "inves_org", "investors"])
def test_a_company_and_its_investors(look: Bring, tmp_path: Path, company: str, investors: str) -> None:
    header = f"{company},inves_round,invse_date,invse_detail_money,current,{investors}\n"
    told = look(sheet(tmp_path / "a.csv", header + _ROUNDS)).err
    assert f'recipient = "{company}"' in told
    assert f'investor = "{investors}"' in told


@pytest.mark.parametrize("header", ["com_name,inv_date,amount (EUR)", "inv_name,co_name,amount (EUR)"])
def test_alone_they_may_be_anything(look: Bring, tmp_path: Path, header: str) -> None:
    rows = "Aa,2020-01-02,5\nBb,2020-02-03,6\n"
    told = look(
        sheet(tmp_path / "a.csv", f"{header.replace('inv_name,co_name', 'inv_name,date')}\n{rows}"), "--dry-run"
    )
    assert "investor =" not in told.err
    assert 'partner = "com_name"' not in told.err
