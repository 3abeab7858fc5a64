"""Headers of two rows in two languages: the second is part of the header and no record. Every list is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.headers.header import find_header
from cq_tui.importing.sources.sheet import open_sheet
from cq_tui.kinds import kinds

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet
from tests.unit.importing.test_own_columns import declared

Bring = Callable[..., Ran]

_ROWS = """Aa e.V.;Beratung Nord;01.01.2016;31.12.2016;149398,55;24768 Rendsburg
Bb gGmbH;Beratung Süd;01.05.2014;30.06.2015;246977,41;23562 Lübeck
Cc GmbH;Weiterbildung;01.02.2015;31.08.2019;5900,00;24143 Kiel
"""
_GERMAN = "Name des Begünstigten;Bezeichnung des Vorhabens;Beginn des Vorhabens;Ende des Vorhabens;Betrag (EUR);Ort\n"
_ENGLISH = "beneficiary name;operation name;operation start date;operation end date;total expenditure;postcode\n"
_CZECH = "Příjemce;Název projektu;Datum zahájení;Datum ukončení;Částka (EUR);PSČ\n"
_IN_SOME = ";;;operation end date;total eligible expenditure;operation postcode\n"


@pytest.mark.parametrize("above", [_GERMAN + _ENGLISH, _ENGLISH + _GERMAN, _GERMAN + _IN_SOME, _CZECH + _ENGLISH])
def test_the_second_row_is_no_record(take: Take, tmp_path: Path, above: str) -> None:
    found = take(sheet(tmp_path / "list.csv", above + _ROWS))
    assert [one.zh or one.en for one in found.values("title")] == ["Beratung Nord", "Beratung Süd", "Weiterbildung"]
    assert [party.org for parties in found.values("parties") for party in parties] == ["aa-ev", "bb", "cc"]
    assert [str(day) for day in found.values("date")] == ["2016-01-01", "2014-05-01", "2015-02-01"]


def test_columns_are_called_in_both_languages(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "list.csv",
        "Liste der Vorhaben\n" + _GERMAN.replace(";Betrag", "/;Betrag") + _IN_SOME + _ROWS,
    )
    header = find_header(open_sheet(path), kinds()["deals"])
    assert header.last == 3
    assert header.names[2:5] == (
        "Beginn des Vorhabens",
        "Ende des Vorhabens / operation end date",
        "Betrag (EUR) / total eligible expenditure",
    )


def test_a_column_of_dates_stays_one(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _GERMAN + _ENGLISH + _ROWS))
    assert "3 rows: 3 accepted, 0 refused" in ran.err
    assert "date" in {one["type"] for one in declared(archive).values()}


@pytest.mark.parametrize(
    ("above", "rows"),
    [
        (
            "项目名称,签约日期,投资方\nProject,Signing date,Investor\n",
            "一,2020-01-05,甲甲公司\n二,2020-02-05,乙乙公司\n",
        ),
        (
            "案件名,落札日,落札者\nTitle,Date of award,Supplier\n",
            "一,2020-01-05,甲甲株式会社\n二,2020-02-05,乙乙株式会社\n",
        ),
    ],
)
def test_rows_in_other_scripts(take: Take, tmp_path: Path, above: str, rows: str) -> None:
    found = take(sheet(tmp_path / "list.csv", above + rows))
    assert [one.zh for one in found.values("title")] == ["一", "二"]


@pytest.mark.parametrize(
    "first",
    [
        "Gg GmbH;Projekt Land;offen;offen;noch nicht bekannt;Kiel\n",
        "Gg GmbH;Amount of water;;;;Kiel\n",
        "Gg GmbH;Projekt;;;;\n",
    ],
)
def test_a_record_without_a_day_and_an_amount_stays_one(take: Take, tmp_path: Path, first: str) -> None:
    assert len(take(sheet(tmp_path / "list.csv", _GERMAN + first + _ROWS)).records) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Title,Buyer,Supplier\nRoof,Works Department,Aa Company\nRoad,Health Agency,Bb Company\n",
        "Title,Buyer,Supplier\nRoof,Works Department,Aa Company\n",
        "Title,Region,City\nRoof,Northern Region,Aa City\nRoad,Southern Region,Bb City\n",
        "项目名称,甲方,乙方,中标人\n甲线,某甲公司,某乙公司,某丙公司\n乙线,某丁公司,某戊公司,某己公司\n",
    ],
)
def test_names_that_end_as_headers_do_are_a_record(take: Take, tmp_path: Path, text: str) -> None:
    assert take(sheet(tmp_path / "list.csv", text)).counts.accepted == text.count("\n") - 1
