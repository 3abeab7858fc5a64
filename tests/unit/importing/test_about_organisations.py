"""Columns about organisations go to their records: what is told first is kept, what differs is remarked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.parties.about_organisations import ATTRIBUTES
from cq_tui.importing.recognise.proposing.propose import propose

from tests.shipped import kinds
from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
_MADE = "data/fair-deals-list"


def _about(tmp_path: Path, header: str, row: str) -> dict[str, str]:
    from cq_tui.importing.recognise.headers.header import find_header
    from cq_tui.importing.sources.sheet import open_sheet

    path = sheet(tmp_path / "list.csv", f"{header}\n{row}\n")
    found = open_sheet(path)
    return dict(
        propose(
            kinds()["deals"], find_header(found, kinds()["deals"]), [row.split(",")], kinds()["organisations"]
        ).mapping.columns
    )


@pytest.mark.parametrize(
    ("header", "row", "found"),
    [
        ("项目名称,类型,甲方,甲方地址", "一,投资,甲厂,某路", {"甲方地址": "address of 甲方"}),
        ("项目名称,类型,投资方名称,投资方所在地", "一,投资,甲厂,德国", {"投资方所在地": "country of 投资方名称"}),
        (
            "Project,Institution,InstitutionType,Institution nature,Amount",
            "Mill,Aa College,2,Four-Year School,9000",
            {"Institution nature": "nature of Institution"},
        ),
        ("Project,Institution,InstitutionType,Amount", "Mill,Aa College,2,9000", {}),
        (
            "项目名称,类型,甲方,统一社会信用代码,乙方",
            "一,投资,甲厂,1,乙厂",
            {"统一社会信用代码": "identifiers.CN-USCC of 甲方"},
        ),
        (
            "项目名称,类型,甲方,乙方,法定代表人",
            "一,投资,甲厂,乙厂,张三",
            {"法定代表人": "legal_representative of 乙方"},
        ),
        ("Deal,Type,Acquirer,Acquirer country", "A,fund,Aa,Germany", {"Acquirer country": "country of Acquirer"}),
        ("Deal,Type,Investor,Country of investor", "A,fund,Aa,Germany", {"Country of investor": "country of Investor"}),
        ("Deal,Type,Investor,Investor HQ", "A,fund,Aa,Essen", {"Investor HQ": "seat of Investor"}),
        ("Deal,Type,Investor,Investor HQ", "A,fund,Aa,Germany", {"Investor HQ": "country of Investor"}),
        ("Deal,Type,Investor,Company website", "A,fund,Aa,www.aa.example", {"Company website": "website of Investor"}),
        ("Deal,Type,Investor,Website", "A,fund,Aa,www.aa.example", {}),
        ("Deal,Type,Investor,Investor share (%)", "A,fund,Aa,50", {}),
        ("Deal,Type,Place,Address", "A,fund,Here,There", {}),
    ],
)
def test_what_a_header_says_of_whom(tmp_path: Path, header: str, row: str, found: dict[str, str]) -> None:
    assert _about(tmp_path, header, row) == found


def test_they_stand_in_the_records_of_the_organisations(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.csv",
        "项目名称,类型,甲方,甲方地址,甲方国别,统一社会信用代码,乙方,乙方网址\n"
        "一,投资,甲厂有限公司,某路1号,德国,91110000600037341L,乙厂,www.bb.example\n"
        "二,投资,甲厂有限公司,某路2号,德国,91110000600037341L,丙厂,x y\n"
        "三,投资,西南铝,某路3号,法国,,丙厂,\n",
    )
    ran = bring(path)
    assert (ran.code, "甲方地址: 2 cells not read" in ran.err) == (0, True)
    first, second, third = rows_of(archive / _MADE / "organisations.csv")
    assert (first["country"], first["address"], first["identifiers"]) == (
        "DE", "某路1号", "CN-USCC:91110000600037341L",
    )  # fmt: skip
    assert (second["website"], third["website"]) == ("http://www.bb.example", "")
    deals = rows_of(archive / _MADE / "deals.csv")
    assert not {"address", "legal_representative"} & set(deals[0])
    assert '甲方地址: "某路2号"' in deals[1]["note_zh"]
    remarks = {
        (row["row"], row["column"]): row["remark"] for row in rows_of(archive / "imports/fair-deals-list/remarks.csv")
    }
    assert remarks["3", "甲方地址"] == "is not what row 2 says of jia-chang, which is kept"
    assert remarks["4", "甲方地址"].startswith("is not taken over: southwest-aluminium is in the archive already")
    assert "no file was changed" in bring(path).err


def test_the_country_of_a_deal_is_not_that_of_a_party_where_both_are_told(take: Take, tmp_path: Path) -> None:
    text = "Deal,Type,Investor,Investor country,Country\nA,fund,Aa,Germany,France\n"
    assert take(sheet(tmp_path / "list.csv", text)).values("countries") == [("FR",)]
    text = "Deal,Type,Investor,Investor country\nA,fund,Aa,Germany\n"
    assert take(sheet(tmp_path / "list.csv", text)).values("countries") == [("DE",)]


@pytest.mark.parametrize("told", ["country", "DUNS"])
def test_what_differs_keeps_spellings_apart(take: Take, tmp_path: Path, told: str) -> None:
    one, other = ("Germany", "France") if told == "country" else ("15-048-3782", "06-070-4780")
    text = (
        f"Deal,Type,Investor,Investor {told}\nA,fund,Made-Works,{one}\nB,fund,Made Works,{other}\n"
        f"C,fund,MADE WORKS,{one}\nD,fund,made works,\n"
    )
    found = [parties[0].org for parties in take(sheet(tmp_path / "list.csv", text)).values("parties")]
    assert (found[0] == found[2] == found[3], found[0] != found[1]) == (True, True)


_PARTED = {
    "two numbers": ("Investor DUNS", ["15-048-3782", "06-070-4780", "150483782", ""], [0, 1, 0, 0]),
    "two countries": ("Investor country", ["Germany", "France", "DE", ""], [0, 1, 0, 0]),
    "three countries": ("Investor country", ["Germany", "France", "Italy", "France"], [0, 1, 2, 1]),
    "one country": ("Investor country", ["Germany", "", "DE", "Deutschland"], [0, 0, 0, 0]),
    "none": ("Investor country", ["", "", "", ""], [0, 0, 0, 0]),
}


@pytest.mark.parametrize("case", _PARTED)
@pytest.mark.parametrize("roles", ["Investor", "Investor,Partner"])
def test_what_differs_keeps_one_spelling_apart(take: Take, tmp_path: Path, case: str, roles: str) -> None:
    header, told, expected = _PARTED[case]
    more = ",Some Bank" if "," in roles else ""
    rows = "".join(f"D{number},fund,Made Works{more},{said}\n" for number, said in enumerate(told))
    found = take(sheet(tmp_path / "list.csv", f"Deal,Type,{roles},{header}\n{rows}"))
    parties = [record[0].org for record in found.values("parties")]
    assert [list(dict.fromkeys(parties)).index(org) for org in parties] == expected
    assert found.near == ()


def test_a_number_goes_before_a_country(take: Take, tmp_path: Path) -> None:
    text = (
        "Deal,Type,Investor,Investor DUNS,Investor country\nA,fund,Aa,15-048-3782,Germany\nB,fund,Aa,150483782,France\n"
        "C,fund,Aa,06-070-4780,Germany\nD,fund,Aa,,Italy\n"
    )
    found = take(sheet(tmp_path / "list.csv", text))
    first, second, third, fourth = (parties[0].org for parties in found.values("parties"))
    assert first == second
    assert len({first, third, fourth}) == 3
    assert found.unread() == {"France": f"is not what row 2 says of {first}, which is kept"}


def test_one_that_the_archive_has_is_not_that_of_another_country(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = archive / "data" / "organisations.toml"
    path.write_text(path.read_text("utf-8") + 'country = "CN"\ncountry_basis = "stated"\n', "utf-8")
    text = "Deal,Type,Investor,Investor country\nA,fund,Southwest Aluminium,France\nB,fund,Southwest Aluminium,China\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0
    first, second = (row["parties"] for row in rows_of(archive / _MADE / "deals.csv"))
    assert second == "southwest-aluminium:investor"
    assert first != second
    (made,) = rows_of(archive / _MADE / "organisations.csv")
    assert (made["name_en"], made["country"]) == ("Southwest Aluminium", "FR")
    assert "no file was changed" in bring(tmp_path / "list.csv").err


def test_the_organisation_of_a_speaker_too(take: Take, tmp_path: Path) -> None:
    text = "Name,Company,Company country\nAda Aalto,Aa,Finland\nBo Berg,Aa,Sweden\nCy Dahl,Aa,Finland\n"
    first, second, third = take(sheet(tmp_path / "list.csv", text), "speakers").values("organisation")
    assert (first == third, first != second) == (True, True)


def test_a_column_beside_several_organisations_is_told(take: Take, tmp_path: Path) -> None:
    text = "Deal,Type,Investor,Investor address\nA,fund,Aa; Bb,Here\nB,fund,Cc,There\n"
    assert take(sheet(tmp_path / "list.csv", text)).unread() == {
        "Here": "stands beside several organisations; it is not clear whose it is"
    }


def test_the_user_says_what_a_column_tells(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Deal,Type,Investor,Where\nA,fund,Aa,Germany\n")
    assert bring(path, "--set", "Where=country of Investor").code == 0
    assert [row["country"] for row in rows_of(archive / _MADE / "organisations.csv")] == ["DE"]
    ran = bring(path, "--set", "Where=colour of Investor", "--force")
    assert (ran.code, 'Organisations have no field "colour".' in ran.err) == (1, True)
    assert bring(path, "--set", "Where=country of Nobody").code == 1


def test_every_attribute_can_be_taken_in(bring: Bring, archive: Path, tmp_path: Path) -> None:
    words = {name: f"Investor {one.words.split('|')[0]}" for name, one in ATTRIBUTES.items()}
    first, second = (",".join(f"{name}-{of}" for name in words) for of in "ab")
    text = f"Project,Investor,{','.join(words.values())}\nMill,Aa GmbH,{first}\nMine,Bb GmbH,{second}\n"
    settings = [part for name, word in words.items() for part in ("--set", f"{word}={name} of Investor")]
    ran = bring(sheet(tmp_path / "list.csv", text), *settings)
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/organisations.csv")
    assert [{name: row[name] for name in words} for row in rows] == [{n: f"{n}-{of}" for n in words} for of in "ab"]


_MINISTRY, _OFFICE = "経済産業省", "特許庁"


def test_a_number_that_changes_with_the_same_name_is_of_another_party(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    rows = f"機器,5,{_MINISTRY},1010001067359\n調査,6,{_OFFICE},1010001067359\n印刷,8,{_MINISTRY},1010001142153\n"
    path = sheet(tmp_path / "list.csv", f"title,amount,government_departments,corporate_number\n{rows}")
    ran = bring(path, "--set", "amount.currency=JPY")
    assert ran.code == 0, ran.err
    organisations = rows_of(archive / _MADE / "organisations.csv")
    assert [one["name_zh"] for one in organisations] == [_MINISTRY, _OFFICE]
    assert not any(one.get("identifiers") for one in organisations)
    assert [one["corporate_number"] for one in rows_of(archive / _MADE / "deals.csv")] == [
        "1010001067359", "1010001067359", "1010001142153",
    ]  # fmt: skip


@pytest.mark.parametrize("again", ["", "Bb,15-048-3782\n"])
def test_no_two_organisations_get_one_identifier(
    bring: Bring, run: Run, archive: Path, tmp_path: Path, again: str
) -> None:
    rows = "".join(
        f"Mill {n},fund,{one}\n"
        for n, one in enumerate(("Aa,15-048-3782", "Bb,15-048-3782", "Cc,", again.strip() or "Dd,"))
    )
    path = sheet(tmp_path / "list.csv", f"Project,Type,Investor,Investor DUNS\n{rows}")
    assert bring(path).code == 0
    organisations = rows_of(archive / _MADE / "organisations.csv")
    assert [one["identifiers"] for one in organisations][:2] == ["XI-DUNS:150483782", ""]
    second = sheet(tmp_path / "second.csv", "Project,Type,Investor,Investor DUNS\nMine,fund,Ee,15-048-3782\n")
    assert bring(second).code == 0
    (remark,) = rows_of(archive / "imports/fair-deals-second/remarks.csv")
    assert "is an identifier of aa; no two organisations have the same" in remark.values()
    assert run("check", archive).code == 0
