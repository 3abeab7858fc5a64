"""Names of persons as parties, and numbers of identity cards. All of it is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, rows_of, sheet

Bring = Callable[..., Ran]
_DONORS = (
    "姓名,身份证号,捐赠金额（元）,捐赠日期,编号\n张三,11010119900101001X,100,2020-01-05,A001\n"
    "李四,110101199001010028,200,2020-01-06,A002\n王五,110101199001010036,300,2020-01-07,A003\n"
)


@pytest.mark.parametrize(
    ("header", "more", "role"),
    [
        ("姓名", "捐赠金额（元）", "funder"),
        ("姓名", "补助金额（元）", "recipient"),
        ("姓名", "金额（元）", "partner"),
        ("氏名", "寄付金額（円）", "funder"),
        ("Nombre y apellidos", "Importe beca (EUR)", "recipient"),
        ("ФИО", "Сумма пожертвования (RUB)", "funder"),
        ("捐赠人姓名", "金额（元）", "funder"),
        ("受助人姓名", "金额（元）", "recipient"),
    ],
)
def test_a_person_is_a_party(fields: Fields, take: Take, tmp_path: Path, header: str, more: str, role: str) -> None:
    path = sheet(tmp_path / "list.csv", f"{header},{more}\n张三,100\n李四,200\n王五,300\n")
    assert dict(fields(path)["parties"].roles) == {role: (header,)}
    if header != "姓名":  # what is made of them hangs on no header
        return
    taken = take(path)
    assert [[one.role for one in each] for each in taken.values("parties")] == [[role]] * 3


def test_persons_and_companies_in_different_rows_do_the_same(take: Take, tmp_path: Path) -> None:
    text = "捐赠单位,姓名,捐款金额（元）\n甲有限公司,,1000\n,张三,200\n,李四,300\n"
    taken = take(sheet(tmp_path / "list.csv", text))
    assert [[one.role for one in each] for each in taken.values("parties")] == [["funder"]] * 3


def test_who_works_for_a_party_is_none(take: Take, tmp_path: Path) -> None:
    text = "项目,供应商,姓名,金额（元）\n甲,甲有限公司,王五,1000\n乙,乙有限公司,张三,200\n"
    taken = take(sheet(tmp_path / "list.csv", text))
    assert [[one.role for one in each] for each in taken.values("parties")] == [["supplier"]] * 2


def test_numbers_of_identity_cards_are_left_out_and_told(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _DONORS)
    ran = bring(path)
    assert ran.code == 0, ran.err
    assert "Set aside: 身份证号: numbers of identity cards; they are left out of everything." in ran.err
    written = "".join(one.read_text("utf-8") for one in (archive / "data/fair-deals-list").iterdir())
    assert "1101011990" not in written
    assert "A001" in written
    assert bring(path, "--set", "身份证号=string", "--force").code == 0
    assert "11010119900101001X" in (archive / "data/fair-deals-list/deals.csv").read_text("utf-8")


@pytest.mark.parametrize("header", ["CPF", "DNI", "PESEL", "Passport no", "证件号码", "num"])
def test_such_numbers_are_known_by_their_header_or_their_form(look: Bring, tmp_path: Path, header: str) -> None:
    ran = look(sheet(tmp_path / "list.csv", _DONORS.replace("身份证号", header)))
    assert f"Set aside: {header}: numbers of identity cards" in ran.err


@pytest.mark.parametrize("header", ["CPF/CNPJ", "统一社会信用代码", "编号"])
def test_numbers_that_companies_have_too_are_none(look: Bring, tmp_path: Path, header: str) -> None:
    text = f"姓名,{header},捐赠金额（元）\n甲有限公司,12345678000195,100\n乙有限公司,11222333000181,200\n"
    assert "identity cards" not in look(sheet(tmp_path / "list.csv", text)).err


@pytest.mark.parametrize(
    ("header", "amounts", "role"),
    [
        ("姓名", "總收入,個人捐贈收入,營利事業捐贈收入", "recipient"),
        ("姓名", "捐赠收入（元）,个人捐赠收入（元）,其他收入（元）", "recipient"),
        ("Person", "Donations received (EUR),Donations of firms received (EUR),Other", "recipient"),
        ("姓名", "捐赠金额（元）,编号,备注", "funder"),
    ],
)
def test_who_stands_beside_gifts_that_came_in_got_them(
    bring: Bring, archive: Path, tmp_path: Path, header: str, amounts: str, role: str
) -> None:
    rows = "林小山,5000000,3000000,2000000\n陈大海,420000,300000,120000\n王中和,90000,90000,0\n"
    first = amounts.split(",")[0]
    ran = bring(
        sheet(tmp_path / "list.csv", f"{header},{amounts}\n{rows}"), "--set", f"amount.column={first}",
        "--set", "amount.currency=TWD",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    assert all(row["parties"].endswith(f":{role}") for row in rows_of(archive / "data/fair-deals-list/deals.csv"))
    assert ("which came in: taken for who got it" in ran.err) is (role == "recipient")
    assert (f"--set 'parties.funder={header}'" in ran.err or f"--set parties.funder={header}" in ran.err) is (
        role == "recipient"
    )


def test_cells_that_may_name_several_speakers_are_told(bring: Bring, tmp_path: Path) -> None:
    rows = "张某某,甲大学,开幕\n李某、王某某,乙研究院,未来\n丁某 / 戊某,丙大学,机器\nAda Aa-Bb,Cc Ltd,Talk\n"
    text = f"演讲嘉宾,单位,主题\n{rows}"
    told = bring(sheet(tmp_path / "a.csv", text), "--kind", "speakers", "--dry-run").err
    assert 'several persons, each read as one: 2, such as "李某、王某某"' in told
    text = 'Name,Company,Topic\n"Aa, Ada",Cc Ltd,One\nDr. Bb/Cc,Dd AG,Two\n"Ee, PhD",Ff AG,Three\n'
    told = bring(sheet(tmp_path / "b.csv", text), "--kind", "speakers", "--dry-run").err
    assert "several persons" not in told
