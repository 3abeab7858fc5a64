"""The end of an operation is no deal's day, in whatever form and language a header says it; its begin is likely one."""

from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.day_headers import is_end, is_start
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import WEAK, Word
from cq_tui.kinds import kinds

from tests.unit.importing.conftest import Fields, sheet

_ENDS = (
    "Datum des Endes des Vorhabens|Datum des Endes|Tag des Projektendes|Projektende|Datum der Beendigung|Laufzeit bis|"
    "Abschluss des Vorhabens|Fertigstellung|Date de fin de l'opération|Date d'achèvement|Date de clôture du projet|"
    "Data di fine|Data di fine dell'operazione|Data di conclusione dell'operazione|Data termine|Fecha de finalización|"
    "Fecha de finalización de la operación|Fecha de terminación|Fecha de cierre del proyecto|Data de fim|data_fim|"
    "dtFim|Data de conclusão da operação|Data zakończenia|Data zakończenia realizacji projektu|Datum ukončení|"
    "Dátum ukončenia operácie|Datum skončení|Operation end date|Date of the end of the operation|"
    "Project completion date|Einddatum van de concrete actie|Datum van beëindiging|Slutdatum för insatsen|"
    "Dato for afslutning|Projektets afslutning|Avslutningsdatum|Toimen päättymispäivä|Befejezés dátuma|"
    "Data finalizării operațiunii|Data încheierii operațiunii|Дата на приключване|Крайна дата|Дата закінчення|"
    "Дата завершення|Датум завршетка|Ημερομηνία λήξης της πράξης|Ημερομηνία ολοκλήρωσης|Datum završetka operacije|"
    "Datum zaključka operacije|Datum kraja|Darbības beigu datums|Projekta beigas|Veiksmų pabaigos data|"
    "Lõppkuupäev|Bitiş tarihi|Data tat-tmiem|終了日|종료일"
).split("|")
_STARTS = (
    "Datum des Beginns des Vorhabens|Beginn des Vorhabens|Projektbeginn|Date de début de l'opération|"
    "Data di inizio dell'operazione|Fecha de inicio de la operación|Fecha de comienzo|Data de início da operação|"
    "Data rozpoczęcia|Datum zahájení|Dátum začatia operácie|Operation start date|Startdatum van de concrete actie|"
    "Aanvangsdatum|Startdatum för insatsen|Operationens startdato|Toimen alkamispäivä|A művelet kezdő időpontja|"
    "Data începerii operațiunii|Дата на започване на операцията|Дата початку|Ημερομηνία έναρξης της πράξης|"
    "Datum početka operacije|Datum začetka operacije|Darbības sākuma datums|Veiksmų pradžios data|"
    "Tegevuse alguskuupäev|Başlangıç tarihi|開始日|시작일"
).split("|")
_LIST = """Bezeichnung des Vorhabens;{begin};{end};Gesamtbetrag der förderfähigen Ausgaben (EUR)
Beratung;01.01.2016;31.12.2016;149398,55
Weiterbildung;01.05.2014;30.06.2015;246977,41
Sprachkurs;12.09.2016;31.12.2018;416171,03
"""


def _word(header: str) -> Word:
    return read_word(kinds()["deals"], header)


@pytest.mark.parametrize("header", _ENDS)
def test_no_header_of_an_end_means_the_day_of_a_deal(header: str) -> None:
    assert is_end(header) or header == "dtFim"
    assert not is_start(header)
    field = _word(header).field
    assert field is None or field.name != "date"


@pytest.mark.parametrize("header", _STARTS)
def test_a_header_of_a_begin_can_mean_the_day_of_a_deal(header: str) -> None:
    word = _word(header)
    assert is_start(header)
    assert not is_end(header)
    assert (word.field.name if word.field else "", word.certainty) == ("date", WEAK)


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("Datum des Beginns des Vorhabens", "Datum des Endes des Vorhabens"),
        ("Date de début de l'opération", "Date de fin de l'opération"),
        ("Data início", "Data de fim"),
        ("Datum zahájení operace", "Datum ukončení operace"),
        ("Start of the operation", "Date of the end of the operation"),
    ],
)
def test_of_two_days_of_an_operation_the_begin_is_taken(fields: Fields, tmp_path: Path, begin: str, end: str) -> None:
    assert fields(sheet(tmp_path / "a.csv", _LIST.format(begin=begin, end=end)))["date"].columns == (begin,)


@pytest.mark.parametrize("header", ["Completion date", "Date of completion", "Closing date", "Data încheierii"])
def test_a_purchase_may_be_made_by_its_completion(header: str) -> None:
    word = _word(header)
    assert word.field is not None
    assert word.field.name == "date"
