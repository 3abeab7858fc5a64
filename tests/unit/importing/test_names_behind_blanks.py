"""Blanks between Chinese names part them where a column shows it, and are asked about where they may. All made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import split_names
from cq_tui.importing.recognise.words.listed_names import BLANK, names_between

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]


def _list(*cells: str) -> str:
    rows = (f"项目{n},{cell},{n}000000\n" for n, cell in enumerate(cells, 1))
    return "项目名称,投资方,金额（元）\n" + "".join(rows)


_SURE = ("东某资本 西某创投", "南某基金 北某资本 Aa Capital", "东某资本", "西某创投 个人天使", "未披露机构", "北某资本")
_ASKED = ("东某资本 西某创投", "南某基金 北某资本", "中某资本 上某创投", "下某投资")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("东某资本 西某创投", ["东某资本", "西某创投"]),
        ("南某基金 Aa Capital 北某资本", ["南某基金", "Aa Capital", "北某资本"]),
        ("Bb资本 500 startups", ["Bb资本", "500 startups"]),
        ("东某 （中国） 有限公司 西某创投", ["东某 （中国） 有限公司", "西某创投"]),
        ("Aa Capital", ["Aa Capital"]),
    ],
)
def test_names_between_blanks(cell: str, names: list[str]) -> None:
    assert names_between(cell, BLANK) == names


def test_a_column_whose_parts_stand_alone_is_of_lists(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _list(*_SURE))
    ran = bring(path)
    assert ran.code == 0, ran.err
    made = rows_of(archive / "data/fair-deals-list/organisations.csv")
    names = sorted(row["name_zh"] or row["name_en"] for row in made)
    assert names == sorted(("东某资本", "西某创投", "南某基金", "北某资本", "Aa Capital"))
    assert "blanks part the names in 3 of 6 different cells of 投资方" in ran.err
    assert bring(path, "--set", "parties.separator.investor=none", "--force").code == 0
    assert len(rows_of(archive / "data/fair-deals-list/organisations.csv")) == 5


def test_where_it_may_be_one_it_is_asked(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _list(*_ASKED))
    ran = bring(path)
    assert ran.code == 1
    assert "3 of 4 different cells hold blanks between names" in ran.err
    assert "--set parties.separator.investor=blank  # 7 organisations" in ran.err
    assert "--set parties.separator.investor=none  # 4 organisations" in ran.err
    assert bring(path, "--set", "parties.separator.investor=blank").code == 0
    assert len(rows_of(archive / "data/fair-deals-list/organisations.csv")) == 7


def test_a_blank_within_the_name_of_a_person_asks_nothing(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", _list("王 明", "李 华", "张 伟", "某某投资公司")))
    assert found.questions == []


def test_latin_names_have_blanks(take: Take, tmp_path: Path) -> None:
    text = "Title,Investor\nA1,Aa Capital\nA2,Bb Partners\nA3,Aa Ventures\nA4,Capital\nA5,Cc Works\n"
    assert [len(each) for each in take(sheet(tmp_path / "list.csv", text)).values("parties")] == [1] * 5


@pytest.mark.parametrize(
    "cell",
    "未披露机构|未透露机构|投资方未知|未透露投资方|未披露的投资人|机构未披露|个人天使|天使投资人|个人投资人|"
    "undisclosed investors|"
    "Undisclosed investor|angel investors|Angel investor|private investors|unnamed investor".split("|"),
)
def test_who_is_not_told_or_a_private_person_is_no_organisation(cell: str) -> None:
    assert split_names(cell) == []


@pytest.mark.parametrize("cell", ["天使湾创投", "未来机构", "Angel Investors Group Ltd", "Unknown Worlds", "真格基金"])
def test_names_with_such_words_stay(cell: str) -> None:
    assert split_names(cell) == [cell]
