"""Columns whose header has a word for a party among others, and whose cells are no names. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.places import is_place, says_place

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, rows_of, sheet

Bring = Callable[..., Ran]
_MADE = Path("data") / "fair-deals-list"

_CONTRACTS = """\
Nombre Entidad,Nom Raz Social Contratista,Identificacion Contratista,Dpto Muni Contratista,Fecha Firma Contrato,\
Cuantia Contrato,Objeto Contrato Firma
HOSPITAL AA,OBRAS BB S.A.S.,900207748-5,Antioquia,29/03/2012,133568694,Realizar la atención alimentaria en los comedores
ALCALDIA DE CC,SUMINISTROS DD LTDA,800250382-2,Cundinamarca,14/11/2012,120000000,Suministro de material para el hospital
HOSPITAL AA,CONSORCIO EE 2012,830512772-1,Antioquia,02/05/2012,59886000,Mejoramiento de la via de acceso al municipio
MUNICIPIO DE FF,JUAN PEREZ GOMEZ,79157570,Meta,17/06/2012,71000000,Prestacion de servicios profesionales de apoyo
ALCALDIA DE CC,GG INGENIERIA S.A.,900123456-1,Santander,09/07/2012,88000000,Construccion de un salon comunal en vereda
"""


def test_what_a_contract_is_about_and_where_somebody_sits_are_no_parties(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _CONTRACTS), "--set", "amount.currency=COP")
    assert 'supplier = "Nom Raz Social Contratista"\n' in ran.err
    assert "Set aside: Dpto Muni Contratista: its header says Parties, but its cells are places" in ran.err
    assert '"Identificacion Contratista" = "identifiers.OTHER of Nom Raz Social Contratista"' in ran.err
    deals = rows_of(archive / _MADE / "deals.csv")
    assert deals[2]["title_en"] == "Mejoramiento de la via de acceso al municipio"
    assert deals[2]["parties"].split("; ") == ["hospital-aa:buyer", "consorcio-ee-2012:supplier"]
    names = [row["name_en"] for row in rows_of(archive / _MADE / "organisations.csv")]
    assert len(names) == 8
    assert not {"Antioquia", "Meta", "Mejoramiento de la via de acceso al municipio"} & set(names)


_FIRMS = ("Made Works Ltd", "Other Works Ltd", "Third Works Ltd", "Fourth Works Ltd")


def _list(header: str, title: str, party: str, other: str, cells: tuple[str, ...]) -> str:
    rows = (f"{title} {n};{firm};{cell};{n}000" for n, (firm, cell) in enumerate(zip(_FIRMS, cells, strict=True), 1))
    return "\n".join((f"{title};{party};{other};{header}", *rows)) + "\n"


@pytest.mark.parametrize(
    ("header", "title", "party", "other", "cells", "what"),
    [
        ("Amount (EUR)", "Project", "Supplier", "State supplier", ("Texas", "Ohio", "Texas", "Utah"), "places"),
        ("Amount (EUR)", "Project", "Supplier", "Town supplier", ("Aa", "Bb", "Aa", "Cc"), "places"),
        ("Betrag (EUR)", "Projekt", "Auftragnehmer", "Region Auftragnehmer", ("Nord", "Süd", "Nord", "Ost"), "places"),
        ("Montant (EUR)", "Projet", "Fournisseur", "Dpt Fournisseur", ("Aa", "Bb", "Aa", "Cc"), "places"),
        ("Importe (EUR)", "Proyecto", "Proveedor", "Muni Proveedor", ("Aa", "Bb", "Aa", "Cc"), "places"),
        (
            "Importe (EUR)",
            "Proyecto",
            "Proveedor",
            "Personeria Proveedor",
            ("Persona Jurídica", "S.A.S.", "Persona Natural", "LTDA"),
            "legal forms",
        ),
        (
            "Amount (EUR)",
            "Project",
            "Supplier",
            "Work done supplier",
            tuple(f"Repair of the roads and of the bridges in part {n}" for n in range(4)),
            "sentences",
        ),
    ],
)
def test_what_is_told_of_a_party_is_none(
    fields: Fields,
    look: Bring,
    tmp_path: Path,
    header: str,
    title: str,
    party: str,
    other: str,
    cells: tuple[str, ...],
    what: str,
) -> None:
    path = sheet(tmp_path / "list.csv", _list(header, title, party, other, cells))
    assert f"Set aside: {other}: its header says Parties, but its cells are {what}" in look(path).err
    assert fields(path)["parties"].columns == (party,)


def test_a_few_words_beside_many_names_are_no_parties(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rows = (
        f"Work {n};Made {chr(97 + n)}{chr(98 + n)};{('Roads', 'Rails', 'Ports')[n % 3]};{n}000" for n in range(1, 25)
    )
    text = "\n".join(("Project;Supplier name;Branch supplier;Amount (EUR)", *rows)) + "\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert (
        "Set aside: Branch supplier: its header says Parties, but its cells are a few words again and again" in ran.err
    )
    assert len(rows_of(archive / _MADE / "organisations.csv")) == 24


@pytest.mark.parametrize(
    ("other", "cells"),
    [
        ("Lead supplier", ("Aa Bank plc", "Bb Bank plc", "Aa Bank plc", "Cc Bank plc")),
        ("Second supplier", ("Aa", "Bb", "Cc", "Dd")),
        ("Region supplier", ("Hospital Aa", "Council of Bb", "Hospital Aa", "Cc Ltd")),
    ],
)
def test_names_beside_names_stay_parties(
    bring: Bring, archive: Path, tmp_path: Path, other: str, cells: tuple[str, ...]
) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _list("Amount (EUR)", "Project", "Supplier", other, cells)))
    assert "Set aside" not in ran.err
    assert {*cells} < {row["name_en"] for row in rows_of(archive / _MADE / "organisations.csv")}


@pytest.mark.parametrize(
    "cell", ["Antioquia", "Antioquia - Medellín", "Bogotá D.C.", "NORDRHEIN-WESTFALEN", "北京-朝阳区", "广东省"]
)
def test_places_are_known(cell: str) -> None:
    assert is_place(cell)


@pytest.mark.parametrize(
    "cell", ["Made Works Ltd", "Antioquia Obras S.A.", "北京某某有限公司", "Texas Instruments", ""]
)
def test_names_are_no_places(cell: str) -> None:
    assert not is_place(cell)


def test_headers_of_places_are_known() -> None:
    assert all(map(says_place, ("Dpto Muni Contratista", "supplier_state", "投资方省份", "Bundesland Empfänger")))
    assert not any(map(says_place, ("Contratista", "Lead supplier", "投资方")))
