"""Ministries and other bodies in Chinese and Japanese that end as names of places do. The lists are made up."""

from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.parties.authority_cells import are_authorities
from cq_tui.importing.recognise.words.places import is_place

from tests.unit.importing.conftest import Take, sheet

_BODIES = (
    "法務省 文部科学省 国土交通省 厚生労働省 農林水産省 経済産業省 環境省 防衛省 総務省 外務省 財務省 大蔵省 法务省 "
    "内閣府 甲甲县人民政府 甲甲市政府 产业联盟 欧盟 甲甲超市 花旗"
).split()
_PLACES = (
    "江苏省 四川省 青海省 吉林省 台湾省 同奈省 大阪府 东京都 厦门市 荆门市 盐城市 商丘市 朝阳区 兴安盟 正蓝旗"
).split()


@pytest.mark.parametrize("name", _BODIES)
def test_a_body_is_no_place(name: str) -> None:
    assert not is_place(name)


@pytest.mark.parametrize("name", _PLACES)
def test_a_place_is_one(name: str) -> None:
    assert is_place(name)


def test_ministries_are_authorities_without_a_header_that_says_so() -> None:
    cells = ["法務省", "文部科学省", "国土交通省", "甲甲県"]
    assert are_authorities(ColumnProfile(cells, len(cells)))


def test_a_column_of_ministries_is_the_buyer(take: Take, tmp_path: Path) -> None:
    ministries = ("法務省", "文部科学省", "国土交通省")
    rows = [f"2020-01-{day:02},業務{day},{day}0000円,{ministries[day % 3]}" for day in range(1, 13)]
    text = "\n".join(["date_of_order,title,amount,government_departments", *rows])
    found = take(sheet(tmp_path / "a.csv", text))
    assert found.questions == []
    assert {party.role for parties in found.values("parties") for party in parties} == {"buyer"}
