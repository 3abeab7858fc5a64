"""Persons among the bodies of a list of JSON: each has a name. And rows that name nobody, where most do. Made up."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cq_tui.importing.sources.named_persons import name_persons
from cq_tui.importing.sources.sheet import open_sheet

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("body", "person", "key", "called"),
    [
        ({"nazwa": "Aa Sp.", "imie": None}, {"nazwa": None, "imie": "Ida", "nazwisko": "Wzor"}, "nazwa", "Ida Wzor"),
        ({"name": "Aa Ltd"}, {"name": "", "firstName": "Ida", "lastName": "Dell"}, "name", "Ida Dell"),
        ({"Firma": "Aa GmbH"}, {"Firma": "", "Vorname": "Ida", "Nachname": "Dell"}, "Firma", "Ida Dell"),
        ({"nom": "Aa SARL", "prénom": ""}, {"nom": "Dell", "prénom": "Ida"}, "nom", "Ida Dell"),
        ({"raison_sociale": "Aa"}, {"raison_sociale": "", "nom": "D", "prenom": "Ida"}, "raison_sociale", "Ida D"),
        ({"nombre": "Aa SL"}, {"nombre": "Ida", "apellidos": "Dell Roca"}, "nombre", "Ida Dell Roca"),
        ({"razon_social": "Aa"}, {"razon_social": "", "nombre": "Ida", "apellidos": "D"}, "razon_social", "Ida D"),
        ({"name": "Aa"}, {"name": None, "first_name": None, "last_name": "Dell"}, "name", "Dell"),
    ],
)  # fmt: skip
def test_a_person_goes_by_the_first_and_last_name(
    body: dict[str, Any], person: dict[str, Any], key: str, called: str
) -> None:
    records = [{"suppliers": [dict(body)]}, {"suppliers": [dict(person)]}]
    assert name_persons(records)
    assert records[0]["suppliers"][0] == body
    assert records[1]["suppliers"][0][key] == called


@pytest.mark.parametrize(
    "records",
    [
        [{"name": "Ida Dell", "first_name": "Ida", "last_name": "Dell"}, {"name": "Bo Eck"}],
        [{"company": "Aa", "first_name": "Ida", "last_name": "Dell"}, {"company": "", "first_name": "Bo"}],
        [{"nom": "Dell", "prenom": "Ida"}, {"nom": "Eck", "prenom": "Bo"}],
    ],
)
def test_what_is_no_body_or_person_stays(records: list[dict[str, Any]]) -> None:
    before = json.dumps(records)
    assert not name_persons(records)
    assert json.dumps(records) == before


def _contract(title: str, amount: int, **party: str | None) -> dict[str, Any]:
    return {"subject": title, "amount_eur": amount, "suppliers": [party]}


def test_persons_are_parties_and_told(bring: Bring, archive: Path, tmp_path: Path) -> None:
    contracts = [
        _contract("Stairs", 16760, name="Petra Works Ltd", first_name=None, last_name=None),
        _contract("Lease", 5147, name=None, first_name="Anna", last_name="Dell"),
        _contract("Cleaning", 900, name="Clean Ltd", first_name=None, last_name=None),
        _contract("Trees", 800, name=None, first_name=None, last_name=None),
    ]
    ran = bring(sheet(tmp_path / "list.json", json.dumps({"contracts": contracts})))
    assert ran.code == 0, ran.err
    assert "Where suppliers_name is empty, persons go by suppliers_first_name, suppliers_last_name: 1." in ran.err
    assert "! Parties: 1 of 4 rows name no supplier; the first is row 4" in ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["parties"] for row in deals][1] == "anna-dell:supplier"


def test_rows_that_name_nobody_in_any_column_of_a_role_are_told(bring: Bring, tmp_path: Path) -> None:
    text = "Title,Supplier 1,Supplier 2,Amount (EUR)\nAa,Bb Ltd,,100\nCc,,Dd Ltd,200\nEe,,,300\nFf,Bb Ltd,Dd Ltd,400\n"
    assert (
        "! Parties: 1 of 4 rows name no supplier; the first is row 4" in bring(sheet(tmp_path / "list.csv", text)).err
    )


@pytest.mark.parametrize(
    "header", ["Recipient name,First name,Last name", "Firma,Vorname,Nachname", "Nazwa beneficjenta,Imię,Nazwisko"]
)
def test_persons_of_a_table_go_by_their_names_too(bring: Bring, archive: Path, tmp_path: Path, header: str) -> None:
    header = header.replace("First", "Recipient first").replace("Last", "Recipient last")
    header = header.replace("Imię", "Imię beneficjenta").replace("Nazwisko", "Nazwisko beneficjenta")
    rows = "Stairs,16760,Petra Works Ltd,,\nLease,5147,,Anna,Dell\nTrees,900,Clean Ltd,,\n"
    path = sheet(tmp_path / "list.csv", f"Title,Amount (EUR),{header}\n{rows}")
    role = f"parties.recipient={header.split(',')[0]}"
    ran = bring(path, "--set", role)
    assert ran.code == 0, ran.err
    assert f"Where {header.split(',')[0]} is empty, persons go by " in ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["parties"] for row in deals][1] == "anna-dell:recipient"


def test_persons_who_work_for_a_body_are_not_it(tmp_path: Path) -> None:
    text = "Company,First name,Last name\nAa Ltd,Ida,Dell\n,Bo,Eck\nBb Ltd,,\n"
    assert not open_sheet(sheet(tmp_path / "list.csv", text)).noticed


def test_first_and_last_names_in_an_object_are_one_name(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"name": {"first": "Ida", "last": "Dell"}}, {"name": {"first": "Bo", "last": "Eck"}}]))
    ran = bring(path, "--kind", "speakers")
    assert ran.code == 0, ran.err
    (written,) = archive.glob("data/*/speakers.csv")
    assert [row["name_en"] for row in rows_of(written)] == ["Ida Dell", "Bo Eck"]
