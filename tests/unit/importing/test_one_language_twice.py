"""Two columns in one language are a name and what describes it, and no text in two languages. Every list is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.importing.conftest import Taken, sheet

Take = Callable[..., Taken]


@pytest.mark.parametrize(
    "text",
    [
        "booth,shop_name,description\n1,あさひ工房,木の小物を届けるお店です。\n"
        "2,Blue Cup,手づくりの焼き菓子のお店です。\n"
        "3,Moku,布の服をつくります。\n",
        "Project name,Description\nあさひ橋,川に橋をかける工事です。\n"
        "Blue Cup,店を建てる工事です。\nMoku,家を建てます。\n",
        "Project name,Summary\nмост,строительство моста 桥\nBlue Cup,магазин 店\nМоку,дом 家\n",
    ],
)
def test_a_description_is_not_the_name_in_chinese(take: Take, tmp_path: Path, text: str) -> None:
    taken = take(sheet(tmp_path / "a.csv", text), "deals")
    assert [str(one.title) for one in taken.records][1] == "Blue Cup"
    assert all(not (one.title.zh and one.title.en) for one in taken.records)


def test_chinese_beside_latin_is_one_title_in_two_languages(take: Take, tmp_path: Path) -> None:
    text = "Project name,项目名称\nAa bridge,甲甲大桥\nBb harbour,乙乙港口\nCc line,丙丙线\n"
    taken = take(sheet(tmp_path / "a.csv", text), "deals")
    assert next((one.title.zh, one.title.en) for one in taken.records) == ("甲甲大桥", "Aa bridge")


def test_two_titles_in_japanese_are_asked_for(take: Take, tmp_path: Path) -> None:
    text = "件名,Project name\n川の橋の工事,あさひ橋\n店の工事,みどり店\n"
    assert take(sheet(tmp_path / "a.csv", text), "deals").questions == ["title"]
