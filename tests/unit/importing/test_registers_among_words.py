"""Numbers of registers whose header names them in short, or among many words; hours that no day has. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.parties.register_numbers import register_among, register_behind
from cq_tui.importing.recognise.words.no_names import is_number_or_time

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_LONG = "le_numero_de_bce_du_beneficiaire_kbo_nummer_van_de_begunstigde"


@pytest.mark.parametrize(
    ("header", "scheme"),
    [(_LONG, "BE-BCE_KBO"), ("bce", ""), ("Prêt de la BCE", ""), ("numéro BCE du bénéficiaire", "BE-BCE_KBO")],
)
def test_a_register_is_one_among_many_words(header: str, scheme: str) -> None:
    assert register_among(header) == scheme


@pytest.mark.parametrize(
    ("header", "found"),
    [("proinn", ("RU-INN", "procurer")), ("supinn", ("RU-INN", "supplier")), ("suppliers", None), ("prinn", None)],
)
def test_a_header_begins_as_the_party_whose_number_it_has(header: str, found: tuple[str, str] | None) -> None:
    assert register_behind(header, ["procurer", "supplier"]) == found


def test_the_number_goes_to_its_organisation(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = (
        f"nom_du_beneficiaire_naam_begunstigde,{_LONG},objet_doel,montant_octroye (EUR)\n"
        "Alder ASBL,0206731645,Festival,3000\nBirch ASBL,0777324643,Stages,1245\n21AM,0461226387,Concert,15000\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/organisations.csv")
    assert [row["name_en"] for row in rows] == ["Alder ASBL", "Birch ASBL", "21AM"]
    assert rows[0]["identifiers"] == "BE-BCE_KBO:0206731645"


@pytest.mark.parametrize(("text", "is_time"), [("21AM", False), ("9AM", True), ("12 pm", True), ("9.30 Uhr", True)])
def test_no_day_has_an_hour_of_21_before_noon(text: str, is_time: bool) -> None:
    assert is_number_or_time(text) is is_time
