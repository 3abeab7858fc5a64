"""Areas that are no places, towns that are no parties, days of a request, amounts that were taken back. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.money_headers import is_taken_back
from cq_tui.importing.recognise.words.day_headers import is_application, is_decision
from cq_tui.importing.recognise.words.header_match import read_word

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, rows_of, sheet

Bring = Callable[..., Ran]


def _field(header: str) -> str:
    word = read_word(kinds()["deals"], header)
    return word.field.name if word.field else ""


@pytest.mark.parametrize(
    "header",
    [
        "Program Area", "Focus area", "Research Area", "Thematic area", "Floor area", "Área temática", "Zone d'action",
        "Program Area:Région de programme", "Área de investigación", "Themengebiet", "Themagebied",
    ],
)  # fmt: skip
def test_an_area_of_something_else_is_no_place(header: str) -> None:
    assert _field(header) == ""


@pytest.mark.parametrize(
    "header",
    [
        "Area", "Project area", "Region", "Program region", "Geographical Area Served", "Geographic Area", "区域",
        "Geographical focus area of the programme",
    ],
)  # fmt: skip
def test_one_of_the_world_is_a_place(header: str) -> None:
    assert _field(header) == "place"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Amount Awarded:Montant décerné", "amount"),
        ("Approval date:Date approvée", "date"),
        ("Award:Date", "date"),
        ("Project: Name", "title"),
    ],
)
def test_two_languages_may_be_parted_by_a_colon(header: str, field: str) -> None:
    assert _field(header) == field


@pytest.mark.parametrize(
    "header",
    [
        "Submission date", "Application Date", "Antragsdatum", "Date de soumission", "Fecha de solicitud", "申请日期",
        "Data złożenia wniosku", "Дата подачи", "신청일",
    ],
)  # fmt: skip
def test_a_day_of_a_request(header: str) -> None:
    assert (is_application(header), is_decision(header)) == (True, False)


@pytest.mark.parametrize(
    "header",
    ["Approval date", "Bewilligungsdatum", "Date de décision", "Fecha de concesión", "批准日期", "Datum beschikking"],
)
def test_a_day_of_a_decision(header: str) -> None:
    assert (is_application(header), is_decision(header)) == (False, True)


@pytest.mark.parametrize(
    "header",
    ["Amount Rescinded/Recovered", "Refunded", "Rückforderung", "Montant récupéré", "退回金额", "Importe reintegrado"],
)
def test_what_was_taken_back(header: str) -> None:
    assert is_taken_back(header)


_GRANTS = (
    "Grant Programme:Title:Programme titre,Organization name:Nom d'organisme,Program Area:Région de programme,"
    "Submission date:Date de soumission,Approval date:Date approvée,Amount Applied For:Montant demandé,"
    "Amount Awarded:Montant décerné,Amount Rescinded/Recovered:Montant révoqué/récupéré\n"
    "Community,Aa Centre,Active People,2019-11-27,2020-03-12,$312000,$312000,\n"
    "Community,Bb Kids Inc,Connected People,2019-11-27,2020-03-12,$369100,$369100,$3900\n"
    "Strategic,Cc Living,Prosperous People,2019-11-27,2020-03-12,$209800,$200000,\n"
    "Strategic,Dd Club,Active People,2019-08-27,2019-11-27,$75000,$75000,$75000\n"
)


def test_the_day_of_a_grant_is_its_approval_and_what_was_taken_back_is_not_likely(look: Bring, tmp_path: Path) -> None:
    told = look(sheet(tmp_path / "list.csv", _GRANTS)).err.splitlines()
    assert '  column = "Approval date:Date approvée"' in told
    assert not [line for line in told if line.startswith("  [place]")]
    asked = told[next(at for at, line in enumerate(told) if line.startswith("? ")) :]
    offered = [line for line in asked if line.startswith("    --set 'amount.column=")]
    assert ["likely" in line for line in offered] == [True, False]
    assert "Amount Awarded" in offered[0]
    assert not [line for line in offered if "Rescinded" in line]
    assert [line for line in told if "--set 'amount.column=Amount Rescinded" in line], "it is offered among the others"


def test_a_mostly_empty_column_is_not_likely(look: Bring, tmp_path: Path) -> None:
    rows = [f"Mill {n},20{n}000,{'5000' if n < 13 else ''}" for n in range(10, 22)]
    text = "\n".join(["Project,Amount Applied For,Value", *rows]) + "\n"
    told = look(sheet(tmp_path / "list.csv", text)).err.splitlines()
    asked = told[next(at for at, line in enumerate(told) if line.startswith("? ")) :]
    offered = [line for line in asked if line.startswith("    --set amount.column=Value")]
    assert offered
    assert "likely" not in offered[0]


_SUPPLIERS = "Project,{0},{1},Amount (USD)\n" + "".join(
    f"{project},{name},{town},{amount}\n"
    for project, name, town, amount in (
        ("Pump house", "Aa Works Ltd", "Toronto", 100000),
        ("Road repair", "Bb Roads Inc", "Thunder Bay", 250000),
        ("School roof", "Cc Roofs Ltd", "St. Catharines", 70000),
        ("Fire truck", "Dd Motors Inc", "Ottawa", 540000),
    )
)


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Supplier", "Supplier (City)"),
        ("Supplier", "Supplier/City"),
        ("供应商", "供应商（城市）"),
        ("Lieferant", "Lieferant (Ort)"),
        ("Company", "Company location"),
        ("Proveedor", "Proveedor (ciudad)"),
    ],
)
def test_a_town_beside_a_party_is_none(
    fields: Fields, bring: Bring, archive: Path, tmp_path: Path, name: str, town: str
) -> None:
    path = sheet(tmp_path / "list.csv", _SUPPLIERS.format(name, town))
    assert fields(path)["parties"].columns == (name,)
    if town != "Supplier (City)":  # what is made of them hangs on no header
        return
    ran = bring(path)
    assert "Organisations: 0 known, 4 new" in ran.err, ran.err
    found = rows_of(archive / "data/fair-deals-list/organisations.csv")
    assert [row["name_en"] for row in found] == ["Aa Works Ltd", "Bb Roads Inc", "Cc Roofs Ltd", "Dd Motors Inc"]


def test_towns_alone_are_no_parties_but_names_with_towns_are(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Supplier (City),Amount (USD)\nPump,Toronto,100\nRoad,Ottawa,200\nRoof,Thunder Bay,300\n"
    assert "From no column: Date, Category, Type, Share (%), Term (years), Parties" in bring(
        sheet(tmp_path / "a.csv", text), "--dry-run"
    ).err  # fmt: skip
    for town in ("Toronto", "Ottawa", "Thunder Bay"):
        text = text.replace(f",{town},", f",Aa {town} Works ({town}),")
    ran = bring(sheet(tmp_path / "b.csv", text), "--dry-run")
    assert "Parties: 3 of 3 from Supplier (City)" in ran.err
