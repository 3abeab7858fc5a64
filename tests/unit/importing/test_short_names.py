"""Short and full names of the same organisations in two columns, and numbers that are no code of theirs. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_MADE = Path("data") / "fair-deals-list"

_ROUNDS = """investee_id,{short},{full},investee_url,investor_number,investor_names,series,amount,date
3072314,甲创环保,北京甲创环保设备股份有限公司,https://example.cn/c/1.html,1,国字管理中心,战略投资,未披露,2011-12-31
3270710,康乙新材,康乙新材料股份有限公司,https://example.cn/c/2.html,1,基丙资本,A轮,4600万人民币,2011-12-30
3009179,锦丁商业,上海锦丁商业经营管理股份有限公司,https://example.cn/c/3.html,2,"华戊资本,平己创投",B轮,2000万美元,2011-12-29
3009180,庚科技,杭州庚科技有限公司,https://example.cn/c/4.html,1,深辛投,A轮,3000万人民币,2011-12-28
3009181,壬传媒,,https://example.cn/c/5.html,2,甲创环保,A轮,3000万人民币,2011-12-27
3009182,子医药,子医药股份有限公司,https://example.cn/c/6.html,0,未透露,IPO,4.99亿人民币,2011-12-26
"""


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("investee_shortname", "investee_fullname"),
        ("公司简称", "公司全称"),
        ("公司名称", "工商名称"),
        ("简称", "公司名称"),
        ("Company short name", "Company full name"),
        ("Trading name", "Company legal name"),
        ("Company", "Legal name"),
    ],
)
def test_short_and_full_name_make_one_organisation(
    bring: Bring, look: Bring, archive: Path, tmp_path: Path, short: str, full: str
) -> None:
    path = sheet(tmp_path / "list.csv", _ROUNDS.format(short=short, full=full))
    assert f'{{ full = "{full}", short = "{short}" }}' in look(path, "--set", f"title.column={full}").err
    if short != "公司简称":  # what is made of them hangs on no header
        return
    bring(path, "--set", f"title.column={full}")
    found = {row["name_zh"]: row["aliases"] for row in rows_of(archive / _MADE / "organisations.csv")}
    assert found == {
        "北京甲创环保设备股份有限公司": "甲创环保",
        "康乙新材料股份有限公司": "康乙新材",
        "上海锦丁商业经营管理股份有限公司": "锦丁商业",
        "杭州庚科技有限公司": "庚科技",
        "子医药股份有限公司": "子医药",
        "壬传媒": "",  # of whom the list has the short name alone
        **dict.fromkeys(("国字管理中心", "基丙资本", "华戊资本", "平己创投", "深辛投"), ""),
    }
    deals = [row["parties"] for row in rows_of(archive / _MADE / "deals.csv")]
    assert [one.count("partner") for one in deals] == [1] * 6
    assert "jia-chuang-huan-bao:investor" in deals[4]  # the short name in another column is the same company


_OTHERS = """{title};{party};{other};{money}
Mill;{one};{first};1000000
Mine;{two};{second};2000000
Port;{one};{first};3000000
Road;{three};{third};4000000
"""


@pytest.mark.parametrize(
    ("title", "party", "other", "money"),
    [
        ("Project", "Supplier legal name", "Supplier trading name", "Amount (EUR)"),
        ("Projekt", "Auftragnehmer", "Kurzname", "Betrag (EUR)"),
        ("Projet", "Raison sociale", "Nom commercial", "Montant (EUR)"),
        ("Proyecto", "Razón social", "Nombre comercial", "Importe (EUR)"),
        ("Projeto", "Razão social", "Nome fantasia", "Valor (EUR)"),
        ("Progetto", "Ragione sociale", "Sigla", "Importo (EUR)"),
    ],
)
def test_the_same_in_other_languages(
    look: Bring, bring: Bring, archive: Path, tmp_path: Path, title: str, party: str, other: str, money: str
) -> None:
    names = {"one": "Made Holding S.A.", "two": "Besta Works S.A.", "three": "Third Way Made S.A."}
    brands = {"first": "Made", "second": "Besta", "third": "Third Way"}
    text = _OTHERS.format(title=title, party=party, other=other, money=money, **names, **brands)
    path = sheet(tmp_path / "list.csv", text)
    assert f'{{ full = "{party}", short = "{other}" }}' in look(path).err
    if title != "Project":  # what is made of them hangs on no header
        return
    bring(path)
    found = {row["name_en"]: row["aliases"] for row in rows_of(archive / _MADE / "organisations.csv")}
    assert found == dict(zip(names.values(), brands.values(), strict=True))


def test_two_companies_of_a_deal_stay_two(look: Bring, tmp_path: Path) -> None:
    text = "Project,Company,Legal name,Amount (EUR)\nMill,Aa,Bb Works Ltd,1\nMine,Aa,Cc Works Ltd,2\nPort,Dd,Aa Ltd,3\n"
    ran = look(sheet(tmp_path / "list.csv", text))
    assert "short =" not in ran.err


def test_a_count_that_comes_again_beside_other_names_is_no_code(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = _ROUNDS.format(short="investee_shortname", full="investee_fullname")
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert '"investee_id" = "code of investee_fullname"' in ran.err
    assert '"investor_number" = "code' not in ran.err
    assert "investor_number: 6 of 6 from investor_number; a field of its own: whole numbers" in ran.err
    codes = {row["name_zh"]: row["code"] for row in rows_of(archive / _MADE / "organisations.csv")}
    assert codes["国字管理中心"] == ""
    assert codes["杭州庚科技有限公司"] == "3009180"


@pytest.mark.parametrize("header", ["Supplier number", "Supplier no", "Supplier id", "Supplier code"])
def test_a_number_of_a_supplier_is_its_code_where_it_goes_with_the_name(
    bring: Bring, tmp_path: Path, header: str
) -> None:
    rows = ["Mill,Made Works,7,1000", "Mine,Other Works,9,2000", "Port,Made Works,7,3000", "Road,Third Works,8,1500"]
    ran = bring(sheet(tmp_path / "list.csv", "\n".join((f"Project,Supplier,{header},Amount (EUR)", *rows)) + "\n"))
    assert f'"{header}" = "code of Supplier"' in ran.err
    counted = [row.replace(",9,", ",7,").replace(",8,", ",7,") for row in rows]
    again = sheet(tmp_path / "second.csv", "\n".join((f"Project,Supplier,{header},Amount (EUR)", *counted)) + "\n")
    assert "code of Supplier" not in bring(again).err


@pytest.mark.parametrize("header", ["brand", "品牌"])
def test_a_brand_is_not_its_owner_in_short(bring: Bring, tmp_path: Path, header: str) -> None:
    rows = ["Aaolt,Ee Dash,2022-06-01,Aaolt Enterprises Oy", "Bbazam,Ff Inc.,2018-09-24,Bbazam Entertainment",
            "Ddivy,Hh Inc.,2019-04-24,Hh Europe", "ll.de,Mm consortium,2024-05-29,Nnvinta"]  # fmt: skip
    ran = bring(sheet(tmp_path / "list.csv", "\n".join((f"{header},buyer,deal_date,direct_owner", *rows)) + "\n"))
    assert "short =" not in ran.err
    assert f"{header}: 4 of 4 from {header}; a field of its own" in ran.err
