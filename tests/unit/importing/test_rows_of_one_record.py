"""Rows that are the same but for a supplier: one contract of several, or more; it is asked with both sums. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_HEAD = "id,objet,acheteur_nom,montant,dateNotification,titulaire,titulaire_id\n"
_LIST = (
    _HEAD
    + """2021-01,Objets promotionnels,Region Alder,600000,02/03/2021,ACTION SARL,11
2021-01,Objets promotionnels,Region Alder,600000,02/03/2021,BIRCH SAS,12
2021-01,Objets promotionnels,Region Alder,600000,02/03/2021,CEDAR SA,13
2021-02,Impression de cartes,Region Alder,15000,05/03/2021,DUNE SARL,14
2021-03,Maintenance informatique,Region Alder,8700,09/03/2021,ELM SARL,15
"""
)
_EURO = ("--set", "amount.currency=EUR", "--set", "date.order=dmy")


def test_it_is_asked_with_both_sums(bring: Bring, archive: Path, tmp_path: Path) -> None:
    asked = bring(sheet(tmp_path / "list.csv", _LIST), *_EURO)
    assert asked.code == 1
    assert (
        "Rows that are the same as another one but for titulaire, titulaire_id: 2; the first is row 3, as row 2."
        in asked.err
    )
    assert "    --set rows.shared=one  # likely; 3 rows; sum EUR 623,700\n" in asked.err
    assert "    --set rows.shared=each  # 5 rows; sum EUR 1.8237 m\n" in asked.err
    assert not list(archive.glob("data/*/deals.csv"))


def test_one_record_names_them_all_and_each_keeps_its_number(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _LIST), *_EURO, "--set", "rows.shared=one")
    assert ran.code == 0, ran.err
    assert "5 rows: 3 accepted, 0 refused, 2 put together with others" in ran.err
    assert "--set rows.shared=each makes each a record of its own" in ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert deals[0]["parties"] == "region-alder:buyer; action:supplier; birch:supplier; cedar:supplier"
    assert deals[0]["cites"].count("-r") == 3
    there = rows_of(archive / "data/fair-deals-list/organisations.csv")
    assert [one["code"] for one in there if one["name_en"] in ("ACTION SARL", "BIRCH SAS", "CEDAR SA")] == [
        "11",
        "12",
        "13",
    ]


def test_each_is_a_record_where_it_is_said(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _LIST), *_EURO, "--set", "rows.shared=each")
    assert ran.code == 0, ran.err
    assert len(rows_of(archive / "data/fair-deals-list/deals.csv")) == 5


@pytest.mark.parametrize(
    "text",
    [
        "amount,recipient,round,state\n500,Aa Club,1,ACT\n500,Bb Club,1,ACT\n700,Cc Club,2,NSW\n500,Dd Club,2,NSW\n",
        "Donor,Candidate,Amount,Date\nAa,Xx,500,2020-01-02\nBb,Xx,500,2020-01-02\n"
        "Cc,Xx,70,2020-01-03\nDd,Yy,500,2020-01-02\n"
        "Ee,Yy,20,2020-01-03\nFf,Xx,90,2020-01-05\n",
    ],
)
def test_grants_of_one_amount_are_several(bring: Bring, tmp_path: Path, text: str) -> None:
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.currency=EUR")
    assert "rows.shared" not in ran.err


def test_a_round_with_a_row_for_each_investor_is_asked(bring: Bring, tmp_path: Path) -> None:
    text = (
        "company,round,date,amount_usd,investor\nAlder,A,2020-01-02,500,Nest\nAlder,A,2020-01-02,500,Kappa\n"
        "Birch,B,2020-02-03,70,Lumo\nCedar,A,2020-03-04,90,Nest\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert "--set rows.shared=one  # 3 rows; sum USD 660\n" in ran.err


_STAGED = "uid,acheteur_nom,montant,dateNotification,titulaire_nom,titulaire_region\n" + "".join(
    f"2021{number}7{number},Region Alder,{amount},2021-03-0{day},{name},{region}\n"
    for number, amount, day, names in (
        (1, 600000, 1, ("ACTION SARL", "BIRCH SAS")),
        (1, 650000, 7, ("ACTION SARL", "BIRCH SAS")),  # the same market again, changed
        (2, 15000, 5, ("DUNE SARL",)),
        (3, 8700, 9, ("ELM SARL",)),
    )
    for name in names
    for region in ({"ACTION SARL": 75, "BIRCH SAS": 84, "DUNE SARL": 75, "ELM SARL": 93}[name],)
)


def test_what_columns_tell_of_a_supplier_differs_as_the_suppliers_do(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", _STAGED)
    asked = bring(path, "--set", "amount.currency=EUR")
    assert "Rows that are the same as another one but for titulaire_nom, titulaire_region: 2;" in asked.err
    assert "    --set rows.shared=one  # likely; 4 rows; sum EUR 1.2737 m\n" in asked.err
    ran = bring(path, "--set", "amount.currency=EUR", "--set", "rows.shared=one")
    assert ran.code == 0, ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["parties"].count("supplier") for row in deals] == [2, 2, 1, 1]
    assert [row["titulaire_region"] for row in deals] == ["75; 84", "75; 84", "75", "93"]


def test_a_column_with_several_values_for_a_supplier_is_not_its_own(bring: Bring, tmp_path: Path) -> None:
    text = _STAGED.replace("titulaire_region", "titulaire_lot").replace("BIRCH SAS,84", "BIRCH SAS,1", 1)
    text = text.replace("ACTION SARL,75", "ACTION SARL,2", 1)
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.currency=EUR")
    assert "titulaire_lot: 2" not in ran.err
