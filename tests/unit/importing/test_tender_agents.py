"""Who runs a tender for a buyer is no party that buys: a field of its own. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    "header",
    "招标机构|招标机构名称|招标代理机构|采购代理机构名称|代理机构|代理公司|Procurement agent|Tender agent name".split(
        "|"
    ),
)
def test_an_agent_is_no_buyer(look: Bring, bring: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(
        f"第{n}号公路工程施工,丙{n}水务有限公司,世{n}项目管理有限公司,甲{n}建设有限公司\n" for n in range(1, 5)
    )
    path = sheet(tmp_path / "a.csv", f"项目名称,采购人,{header},中标人\n{rows}")
    told = look(path).err
    assert 'buyer = "采购人"' in told
    assert f'= "{header}"' not in told
    if header == "招标机构":
        assert f"{header}: 4 of 4 from {header}; a field of its own" in bring(path, "--dry-run").err


def test_an_agency_beside_a_buyer_is_no_buyer_where_it_is_a_company(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Road {n},甲{n}市人民医院,乙{n}招投标有限公司,丙{n}建设有限公司,5000{n}\n" for n in range(1, 5))
    told = bring(sheet(tmp_path / "a.csv", f"title,buyer,agency,winner,amount (CNY)\n{rows}"), "--dry-run").err
    assert 'buyer = "buyer"' in told
    assert "agency: buyer names who buys, and these are companies that run its tenders" in told
    rows = rows.replace("招投标有限公司", "省教育厅")
    told = bring(sheet(tmp_path / "a.csv", f"title,buyer,agency,winner,amount (CNY)\n{rows}"), "--dry-run").err
    assert "run its tenders" not in told


@pytest.mark.parametrize(("beside", "role"), [("price (EUR)", "partner"), ("target", "investor")])
def test_a_bidder_is_an_investor_only_beside_what_is_bought(
    bring: Bring, tmp_path: Path, beside: str, role: str
) -> None:
    rows = "".join(
        f"Road {n},Aa {n} GmbH,{'Bb AG' if beside == 'target' else 5000},2024-01-0{n}\n" for n in range(1, 5)
    )
    told = bring(sheet(tmp_path / "a.csv", f"project,bidder,{beside},date\n{rows}"), "--dry-run").err
    assert f'{role} = "bidder"' in told
    assert ("--set parties.supplier=bidder" in told.partition("Where that")[0]) is (role == "partner")
