"""Headers as offices publish them: in further languages, in two at once, numbered, with words that say which one.

Each header and each cell is made up, after shapes that public lists have.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.importing.recognise.words.code_lookup import is_country
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import ENDING, EXACT, WEAK
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet


def _meant(header: str) -> str:
    word = read_word(kinds()["deals"], header)
    return ".".join(filter(None, (word.field.name if word.field else "", word.role or word.part)))


@pytest.mark.parametrize(
    ("meant", "headers"),
    [
        ("title", "2. Bezeichnung des Vorhabens;Name of Project;Intitulé du projet - operation name;nombre_operacion"),
        ("title", "Název projektu CZ;Naziv projekta;Hankkeen nimi;Projekto pavadinimas;Nome da Operação | Operation"),
        ("title", "ΤΙΤΛΟΣ ΕΡΓΟΥ;Название проекта;Naam van het project"),
        ("parties.recipient", "1. Name des Begünstigten;Name des Begünstigten / name of beneficiary;nomBeneficiaire"),
        ("parties.recipient", "nombre_beneficiario;Nom du bénéficiaire;Korisnik;Δικαιούχος"),
        ("parties.partner", "Žadatel;Pareiškėjas"),
        ("parties.recipient", "NOM DE L'ORGANISME BÉNÉFICIAIRE"),
        ("parties.funder", "Nom de l’attribuant"),
        ("parties.partner", "#Partei"),
        ("parties.investor", "Investor's name;Investors’ Name;Investor’s Name"),
        ("parties.supplier", "Contratado;Leverantör;Поставщик"),
        (
            "amount",
            "Totale kosten in Euro's;Montante concedido;Total Public Funding Allocated;Amount approved",
        ),
        ("amount", "Total eligible expenditure allocated to the operation;Montant total de la subvention;Částka"),
        ("amount", "Despesas Elegíveis Totais Atribuídas à Operação;Myönnetty rahoitus;Beviljat belopp;交付決定額"),
        ("date", "date_of_approval;acquired_at;Date Joined;dateConvention;Datum ugovaranja;Startdatum project"),
        ("category", "Name of category of intervention;Type name of category of intervention"),
        ("countries", "Pais;Land / Country;Země"),
        ("stage", "Projekto būsena;Tila;Název stavu"),
        (
            "",
            "Code of operation;Code da Operação;Date of last update;成立日期;Founded date;Datum van laatste bijwerking",
        ),
    ],
)
def test_headers_as_they_are_published(meant: str, headers: str) -> None:
    each = headers.split(";")
    assert {header: _meant(header) for header in each} == dict.fromkeys(each, meant)


def test_a_header_that_names_a_currency_and_nothing_known_is_of_money() -> None:
    word = read_word(kinds()["deals"], "Hamper in EUR")
    assert (word.field and word.field.name, word.certainty, word.measure.currency) == ("amount", WEAK, "EUR")
    assert read_word(kinds()["deals"], "Hamper").field is None


def test_what_is_said_of_something_unknown_is_no_sure_word() -> None:
    assert read_word(kinds()["deals"], "Title of the agreement").certainty == WEAK
    assert read_word(kinds()["deals"], "Type of fund").certainty == ENDING
    assert read_word(kinds()["deals"], "Type of deal").certainty == EXACT


def _proposal(archive: Path, text: str) -> Proposal:
    return prepare(Store(read(archive)), sheet(archive.parent / "list.csv", text), kinds()["deals"], "fair").proposal


def test_a_column_whose_cells_name_their_currency_is_of_amounts_where_no_header_is(archive: Path) -> None:
    rows = "".join(f'Line {n},Aa {n} AG,"{n}.254,62 €"\n' for n in range(1, 6))
    found = _proposal(archive, f"Projekt,Firma,Bewilligung Mittel\n{rows}")
    assert found.mapping.fields["amount"].column == ("Bewilligung Mittel",)
    assert "amount" in found.likely
    repeated = _proposal(archive, f"Projekt,Firma,Mittel\n1,2,3\n{rows}")
    assert repeated.mapping.fields["amount"].column == ("Mittel",)
    beside = _proposal(archive, f"Projekt,Firma,Bewilligung Mittel,Betrag\n{rows.replace(chr(10), ',5 €' + chr(10))}")
    assert beside.mapping.fields["amount"].column == ("Betrag",)


def test_marks_for_yes_and_no_are_no_amounts_whatever_their_header_is(archive: Path) -> None:
    found = _proposal(archive, "Project,PLN,Solar\nPark,1,0\nMill,0,1\nPort,1,1\n")
    assert "amount" not in found.mapping.fields


def test_a_title_is_no_number_and_no_day(archive: Path) -> None:
    found = _proposal(
        archive, "Startdatum_Project,Project,Projectnaam,Firma\n2024-01-02,1,Mill,Aa\n2024-02-03,2,Port,Bb\n"
    )
    assert found.mapping.fields["title"].column == ("Projectnaam",)
    assert found.mapping.fields["date"].column == ("Startdatum_Project",)


def test_a_bare_name_beside_titles_is_whose_they_are(archive: Path) -> None:
    found = _proposal(archive, "name,subsidy_title,amount\nAa City,Canal,EUR 5\nBb City,Bridge,EUR 6\n")
    assert found.mapping.fields["title"].column == ("subsidy_title",)
    assert found.mapping.fields["parties"].roles == {"partner": ("name",)}
    alone = _proposal(archive, "name,amount\nCanal,EUR 5\nBridge,EUR 6\n")
    assert alone.mapping.fields["title"].column == ("name",)


def test_parts_of_a_day_belong_together_by_what_stands_before_them(archive: Path) -> None:
    rows = "Mill,2024,3,5,2011,1\nPort,2023,11,30,1999,12\n"
    found = _proposal(archive, f"Project,deal_year,deal_month,deal_day,born_year,born_month\n{rows}")
    date = found.mapping.fields["date"]
    assert (date.year, date.month, date.day) == ("deal_year", "deal_month", "deal_day")


def test_a_column_of_currencies_is_found_wherever_it_stands(archive: Path) -> None:
    found = _proposal(archive, "current,Project,Amount\n美元,Mill,5\n人民币,Port,6\n")
    assert found.mapping.fields["currency"].column == ("current",)
    assert not found.questions


@pytest.mark.parametrize("word", ["A" * 70, "Verringerung " * 9])
def test_long_words_of_a_category_get_a_label_that_has_room(
    bring: Callable[..., Ran], archive: Path, tmp_path: Path, word: str
) -> None:
    text = f"Project,Category\nMill,{word}one\nPort,{word}two\nPark,{word}one\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert len(read(archive).schema["deals"].by_name["category"].codes or ()) == 2


def test_words_of_no_known_type_can_be_left_a_field_of_their_own(bring: Callable[..., Ran], tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type\nMill,nat\nPort,jur\nPark,nat\n")
    asked = bring(path)
    assert (asked.code, "--set instrument=" in asked.err) == (1, True)
    assert bring(path, "--set", "instrument=").code == 0


def test_titles_that_many_rows_lack_are_put_together_with_the_parties(archive: Path) -> None:
    rows = "".join(f"{'Canal' if n < 3 else ''},Aa {n},EUR {n}\n" for n in range(1, 9))
    found = _proposal(archive, f"Object,Beneficiary,Amount\n{rows}")
    assert found.mapping.fields["title"].column == ("Object", "Beneficiary")
    assert "title" in found.likely


def test_a_category_of_many_words_and_sources_that_are_links_are_fields_of_their_own(archive: Path) -> None:
    rows = "".join(f"Mill {n},{n} - Word {n},see https://aa.example/{n}\n" for n in range(40))
    found = _proposal(archive, f"Project,Category,Sources\n{rows}")
    assert set(found.mapping.fields) == {"title", "event"}
    assert set(found.passed_over) == {"Category", "Sources"}


def test_a_mark_that_ends_every_line_parts_no_columns(archive: Path) -> None:
    found = _proposal(archive, "Project,Firm,Amount;\nMill,Aa,EUR 5;\nPort,Bb,EUR 6;\n")
    assert found.mapping.fields["parties"].roles == {"partner": ("Firm",)}


@pytest.mark.parametrize("name", ["England UK", "Northern Ireland UK", "Großbritannien", "Sao Tome"])
def test_countries_as_lists_of_offices_call_them(name: str) -> None:
    assert is_country(name)
