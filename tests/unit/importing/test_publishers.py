"""Who runs or publishes notices of tenders is likely their buyer; what they do not state. All lists are made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.unstated import is_undisclosed, is_unstated

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, sheet

Bring = Callable[..., Ran]
_BUDGETS = ("84968元", "8万元", "410.2139万元", "公告未明确列示")
_TITLES = ("云港机房电源采购项目公告", "石桥基站空调维修项目公告", "柳溪光缆施工招标", "东城光缆采购公告")


def _notices(path: Path, header: str = "operator", titles: tuple[str, ...] = _TITLES) -> Path:
    records = [
        {header: "蓝湾通信", "title": title, "date": f"2026-08-0{number}", "budget": budget}
        for number, (title, budget) in enumerate(zip(titles, _BUDGETS, strict=True), 1)
    ]
    return sheet(path / "list.json", json.dumps({"notices": records}, ensure_ascii=False))


@pytest.mark.parametrize("header", ["operator", "publisher", "Published by", "发布单位", "招标主体", "公告机构"])
def test_who_publishes_notices_is_the_buyer(fields: Fields, take: Take, tmp_path: Path, header: str) -> None:
    path = _notices(tmp_path, header)
    assert dict(fields(path)["parties"].roles) == {"buyer": (header,)}
    if header != "publisher":  # what is made of them hangs on no header
        return
    taken = take(path)
    assert [[one.role for one in parties] for parties in taken.values("parties")] == [["buyer"]] * 4


def test_the_operator_of_anything_else_is_none(fields: Fields, tmp_path: Path) -> None:
    found = fields(_notices(tmp_path, titles=("云港电站", "石桥电站", "柳溪水库", "东城风场")))
    assert "parties" not in found


def test_a_buyer_beside_the_publisher(fields: Fields, tmp_path: Path) -> None:
    text = "Title,Publisher,Buyer,Amount (EUR)\nTender for pumps,Aa Portal,Bb Works Ltd,1000\n"
    found = fields(sheet(tmp_path / "a.csv", text + "Tender for pipes,Aa Portal,Cc Water Ltd,2000\n"))
    assert found["parties"].roles == {"buyer": ("Buyer",)}


def test_yuan_are_a_unit_and_what_is_not_stated_is_told(bring: Bring, tmp_path: Path) -> None:
    ran = bring(_notices(tmp_path), "--dry-run")
    assert "name no unit" not in ran.err
    assert "says that it is not disclosed" in ran.err
    assert "operator" in ran.err


@pytest.mark.parametrize(
    "cell",
    ["公告未明确列示", "未在公告中列明", "未予公示", "not stated in the notice", "not specified in tender", "未公布"],
)
def test_what_a_notice_does_not_state(cell: str) -> None:
    assert is_unstated(cell)
    assert is_undisclosed(cell) or cell == "公告未明确列示"
