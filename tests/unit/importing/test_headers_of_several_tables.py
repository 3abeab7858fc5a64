"""Several tables in one sheet, each with its header: a row of data is none of them, and its number is no unit."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cq_tui.importing.recognise.headers.header import find_header
from cq_tui.importing.recognise.headers.header_or_record import question_of_header
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.sources.sheet import open_sheet
from cq_tui.kinds import kinds
from cq_tui.values.measures import Measure, measure, measure_at_end

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
NAMES = '"Name und Wohnort/\nSitz des Zuwendungsgebers",Zuwendungsart,"Wert\n(Euro)",Verwendungszweck\n'
TABLES = (
    f"Bericht der Behörde,,,,\nAngenommene Zuwendungen,,,,\nAmt/Organisationseinheit,{NAMES},,,,\n"
    "Hochschule Nordstadt,Muster-Stiftung / 20000 Nordstadt,Spende,20000,Forschung\n"
    ",Stiftung Altdorf,Spende,6000,Lehre\n"
    "Museum Weststadt,Beispiel AG,Sponsoring,10000,Ausstellung\n"
    ",Probe GmbH,Spende,5000,Aula\n"
    f"Gesamtwert,,,41000,\nVon Beteiligungen angenommene Zuwendungen,,,,\nBeteiligung,{NAMES},,,,\n"
    "Klinikum Oststadt,Test-Stiftung,Spende,7000,Klinik\n,Fabel KG,Spende,8000,Institut\nGesamtwert,,,15000,\n"
)


def test_the_first_of_several_headers_is_that_of_the_list(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", TABLES))
    assert ran.code == 0, ran.err
    assert "the header is row 3\n" in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["20000", "6000", "10000", "5000", "7000", "8000"]
    assert {row["currency"] for row in rows} == {"EUR"}


@pytest.mark.parametrize("text", ["10000", "1,000", "1000", "2020 10000"])
def test_a_number_alone_is_no_unit(text: str) -> None:
    assert measure(text) is None
    assert read_word(kinds()["deals"], text).field is None
    assert measure_at_end(f"Budget {text}") is None


@pytest.mark.parametrize(
    ("text", "unit", "currency"),
    [
        ("单位：10000元", "万", "CNY"), ("1000 EUR", "k", "EUR"), ("in 1000", "k", ""), ("'000", "k", ""),
        ("x 1.000", "k", ""), ("USD 10,000", "万", "USD"),
    ],
)  # fmt: skip
def test_beside_a_word_it_is_one(text: str, unit: str, currency: str) -> None:
    assert measure(text) == Measure(unit, currency)


def test_the_rows_above_a_header_that_is_asked_for_are_offered(tmp_path: Path) -> None:
    text = "Rang,Farbe,Seite\nAlder AG,Nord,rot\nBirch AG,Ost,blau\nCedar AG,Nord,blau\nDune AG,Ost,rot\n"
    list_ = open_sheet(sheet(tmp_path / "list.csv", text))
    header = find_header(list_, kinds()["deals"])
    assert header.row == 1
    question = question_of_header(list_, replace(header, row=2, last=2))
    assert question is not None
    assert [answer.value for answer in question.answers] == ["2", "1", "0"]
