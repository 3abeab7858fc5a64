"""Columns of parties that are numbered: each names one more of the same; every list here is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.kinds import kinds

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_ROAD = (
    "Title,Buyer,Supplier 1,Supplier 1 registration number,Supplier 2,Supplier 2 registration number,Amount (EUR)\n"
    "Road,City of Aa,Bb Ltd,112233445,Cc Ltd,998877665,500\n"
    "Bridge,City of Aa,Dd Ltd,112233446,,,600\n"
    "School,Town Ee,Ff Ltd,112233447,Gg Ltd,998877667,700\n"
)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Supplier 2", "supplier"),
        ("supplier2", "supplier"),
        ("Supplier #3", "supplier"),
        ("Supplier No. 3", "supplier"),
        ("Supplier (2)", "supplier"),
        ("donor_3_name", "funder"),
        ("Bénéficiaire n° 1", "recipient"),
        ("Název protistrany č. 1", "partner"),
        ("Lieferant Nr. 2", "supplier"),
        ("Supplier 2 address", ""),
        ("Address supplier 2", ""),
        ("Supplier 2019", ""),
        ("Room 2", ""),
    ],
)
def test_which_of_several_it_is_changes_nothing(header: str, role: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.role == role
    assert (word.field is not None and bool(word.field.parts)) == bool(role)


def test_all_of_them_are_parties_each_with_its_number(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _ROAD))
    assert ran.code == 0, ran.err
    assert 'supplier = ["Supplier 1", "Supplier 2"]' in ran.err
    found = {row["name_en"]: row["identifiers"] for row in rows_of(archive / "data/fair-deals-list/organisations.csv")}
    assert found["Gg Ltd"] == "OTHER:998877667"
    assert found["Ff Ltd"] == "OTHER:112233447"
    assert set(found) == {"City of Aa", "Town Ee", "Bb Ltd", "Cc Ltd", "Dd Ltd", "Ff Ltd", "Gg Ltd"}


def test_a_register_of_contracts_has_both_sides(bring: Bring, tmp_path: Path) -> None:
    text = (
        "Publikující smluvní strana,Textové označení smlouvy,Název protistrany č. 1,Datová schránka protistrany č. 1,"
        "Název protistrany č. 2,Hodnota smlouvy (CZK)\n"
        "Liberecký kraj,Dodávka papíru,Lumo s.r.o.,girudav,,500\n"
        "Univerzita Aa,Přeprava,Bb a.s.,44xbxnp,Jan Cc,600\nMěsto Dd,Oprava školy,Ee s.r.o.,42xbxnp,Ff s.r.o.,700\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text), "--dry-run")
    assert 'column = "Textové označení smlouvy"' in ran.err
    said = '"Publikující smluvní strana", "Název protistrany č. 1", "Název protistrany č. 2"'
    assert f"partner = [{said}]" in ran.err


@pytest.mark.parametrize(
    "header", ["Raison sociale,Raison sociale 2", "Razón social,Razón social 2", "Ragione sociale,Ragione sociale 2"]
)
def test_the_second_line_of_a_name_is_no_party(bring: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(
        f"Mill {amount},{first},{second},{amount},2024-01-0{amount}\n"
        for first, second, amount in (
            ("CENTRE AA", "DES MAISONS BB", 1), ("CLUB CC", "", 2), ("FOYER DD", "de la Ville EE", 3), ("FF", "GG", 4)
        )
    )  # fmt: skip
    first, second = header.split(",")
    told = bring(sheet(tmp_path / "a.csv", f"Project,{header},Amount (EUR),Date\n{rows}"), "--dry-run").err
    assert f'Set aside: {second}: it goes on with the names of "{first}", which are read without it' in told
    assert f"{second}: 3 of 4 from {second}; a field of its own: text on one line" in told


def test_a_second_party_is_one(look: Bring, tmp_path: Path) -> None:
    rows = "Aa,Bb,1,2024-01-01\nCc,,2,2024-01-02\nDd,Ee,3,2024-01-03\n"
    told = look(sheet(tmp_path / "a.csv", f"Name,Name 2,Amount (EUR),Date\n{rows}")).err
    assert "goes on with" not in told
