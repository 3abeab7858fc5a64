"""Lists with a Chinese and an English column for the same organisations: one organisation with both names comes out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

HEADER = "项目名称,投资方（中文）,投资方（英文）,类型\n"
_PEOPLE = "data/fair-deals-list/organisations.csv"


def _parties(take: Take, path: Path, rows: str, map_: str = "") -> list[list[str]]:
    found = take(sheet(path / "list.csv", HEADER + rows), map_=map_)
    assert found.refusals == []
    return [[party.org for party in parties] for parties in found.values("parties")]


@pytest.mark.parametrize(
    "header",
    [
        "投资方（中文）,投资方（英文）",
        "投资方,Investor",
        "投资方名称,投资方英文名称",
        "投資方-華語,投資方-en",
        "投资方,Investor (EN)",
        "Investor_zh,Investor_en",
        "Investor Chinese name,Investor English name",
    ],
)
def test_headers_that_say_the_same_in_two_languages(take: Take, tmp_path: Path, header: str) -> None:
    text = f"项目名称,{header},类型\n一,重庆甲甲有限公司,Made Alpha Co. Ltd,投资\n二,重庆乙乙公司,Made Beta Inc.,投资\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert [[party.org for party in parties] for parties in found.values("parties")] == [["made-alpha"], ["made-beta"]]


def test_other_roles_stand_beside_a_pair(take: Take, tmp_path: Path) -> None:
    text = "项目名称,投资方,Investor,合作方,类型\n一,甲甲公司,Alpha AG,ALPHA AG,投资\n二,,Alpha-AG,乙乙公司,投资\n"
    found = take(sheet(tmp_path / "list.csv", text)).values("parties")
    assert [[(one.org, str(one.role)) for one in parties] for parties in found] == [
        [("alpha", "investor"), ("alpha", "partner")],
        [("alpha", "investor"), ("yi-yi", "partner")],
    ]


def test_of_several_columns_those_are_one_that_differ_in_the_language_only(take: Take, tmp_path: Path) -> None:
    text = "项目名称,外方企业（中文）,外方企业（英文）,中方企业,类型\n一,甲甲公司,Alpha AG,乙乙公司,投资\n"
    (parties,) = take(sheet(tmp_path / "list.csv", text)).values("parties")
    assert [party.org for party in parties] == ["alpha", "yi-yi"]


def test_two_columns_of_one_language_are_two_organisations(take: Take, tmp_path: Path) -> None:
    text = "项目名称,投资方,Investor,类型\n一,甲甲公司,乙乙公司,投资\n"
    (parties,) = take(sheet(tmp_path / "list.csv", text)).values("parties")
    assert [party.org for party in parties] == ["jia-jia", "yi-yi"]


def test_a_new_one_has_both_names_however_they_are_spelt(
    bring: Callable[..., Ran], archive: Path, tmp_path: Path
) -> None:
    rows = (
        "一,重庆甲甲有限公司,Made Alpha Co. Ltd,投资\n二,重慶甲甲有限公司,MADE ALPHA CO LTD,投资\n"
        "三,,made alpha co. ltd.,投资\n"
        "四,重庆甲甲有限公司,,投资\n五,重庆甲甲有限公司,Alpha of Chongqing,投资\n"
    )
    assert bring(sheet(tmp_path / "list.csv", HEADER + rows)).code == 0
    (row,) = rows_of(archive / _PEOPLE)
    assert (row["id"], row["name_zh"], row["name_en"]) == ("made-alpha", "重庆甲甲有限公司", "Made Alpha Co. Ltd")
    assert row["aliases"].split("; ")[0] == "Alpha of Chongqing"
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert {deal["parties"] for deal in deals} == {"made-alpha:investor"}
    mapping = (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    assert 'investor = { zh = "投资方（中文）", en = "投资方（英文）" }' in mapping
    assert "no file was changed" in bring(tmp_path / "list.csv").err


def test_a_known_one_is_found_by_either_name(take: Take, tmp_path: Path) -> None:
    rows = "一,西南铝,SWA Group,投资\n二,某某铝,SOUTHWEST ALUMINIUM,投资\n三,,SWA group,投资\n四,某某铝,,投资\n"
    assert _parties(take, tmp_path, rows) == [["southwest-aluminium"]] * 4


def test_what_differs_in_its_legal_form_is_only_proposed(take: Take, tmp_path: Path) -> None:
    rows = "一,重庆甲甲有限公司,Made Alpha Co. Ltd,投资\n二,重庆甲甲股份有限公司,Made Alpha,投资\n"
    found = take(sheet(tmp_path / "list.csv", HEADER + rows))
    assert [parties[0].org for parties in found.values("parties")] == ["made-alpha", "made-alpha-4a9a1320"]
    assert found.near == (("重庆甲甲股份有限公司", "made-alpha", 95),)


def test_names_of_two_known_ones_are_left_out_until_the_mapping_says(take: Take, archive: Path, tmp_path: Path) -> None:
    known = archive / "data/organisations.toml"
    known.write_text(
        known.read_text("utf-8") + '[[organisations]]\nid = "aa"\nname = { en = "Aa Group" }\ntype = "group"\n', "utf-8"
    )
    row = "一,西南铝,Aa Group,投资\n"
    found = take(sheet(tmp_path / "list.csv", HEADER + row))
    assert found.unread()["西南铝"].startswith("has names of different organisations: aa, southwest-aluminium; ")
    assert found.values("parties") == [()]
    assert found.near == (("西南铝", "aa", 100), ("西南铝", "southwest-aluminium", 100))
    map_ = """[title]
column = "项目名称"
[instrument]
column = "类型"
[parties]
investor = { zh = "投资方（中文）", en = "投资方（英文）" }
[organisations]
"Aa Group" = "aa"
"""
    assert _parties(take, tmp_path, row, map_) == [["aa"]]


def test_one_english_name_of_two_chinese_ones_is_told_and_not_merged(take: Take, tmp_path: Path) -> None:
    rows = "一,甲甲中国有限公司,Alpha,投资\n二,甲甲公司,ALPHA,投资\n"
    found = take(sheet(tmp_path / "list.csv", HEADER + rows))
    orgs = [parties[0].org for parties in found.values("parties")]
    assert len(set(orgs)) == 2
    assert found.near == (("甲甲公司", orgs[0], 100),)
    alone = take(sheet(tmp_path / "list.csv", HEADER + rows + "三,,Alpha,投资\n"))
    assert "stands beside different names: 甲甲中国有限公司, 甲甲公司" in alone.unread()["Alpha"]
    assert alone.values("parties")[2] == ()
    map_ = f"""[title]
column = "项目名称"
[instrument]
column = "类型"
[parties]
investor = {{ zh = "投资方（中文）", en = "投资方（英文）" }}
[organisations]
"甲甲公司" = "{orgs[0]}"
"""
    assert _parties(take, tmp_path, rows, map_) == [[orgs[0]]] * 2


def test_several_in_a_cell_go_together_in_their_order(take: Take, tmp_path: Path) -> None:
    both = "一,甲甲公司、乙乙公司,Alpha; Beta,投资\n"
    assert _parties(take, tmp_path, both) == [["alpha", "beta"]]
    uneven = take(sheet(tmp_path / "list.csv", HEADER + "一,甲甲公司、乙乙公司,Alpha,投资\n"))
    assert uneven.unread() == {"甲甲公司、乙乙公司": "names 2, and 1 in the other language; give each its name in both"}
    assert uneven.values("parties") == [()]


def test_a_speaker_s_organisation_and_post_in_two_languages(take: Take, tmp_path: Path) -> None:
    text = (
        "姓名,Name,机构,Organisation,职务,Post,个人或机构,环节\n"
        "某甲,Made A,甲甲公司,Alpha AG,董事长,Chairman,个人,主题演讲\n"
    )
    found = take(sheet(tmp_path / "list.csv", text), kind="speakers")
    (speaker,) = found.records
    assert speaker.model_dump()["posts"] == ({"zh": "董事长", "en": "Chairman"},)
    assert found.values("organisation") == ["alpha"]


@pytest.mark.parametrize(("second", "asked"), [("fund", []), ("investment", ["instrument"]), ("thing", ["instrument"])])
def test_a_code_told_in_both_languages_is_no_question(
    take: Take, tmp_path: Path, second: str, asked: list[str]
) -> None:
    text = f"项目名称,类型,Type\n一,投资,investment\n二,基金,{second}\n三,订单,\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert found.questions == asked
    assert found.values("instrument") == ([] if asked else ["investment", "fund", "purchase-order"])
