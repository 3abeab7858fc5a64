"""Headings between the rows that say something of the rows below them, and headers that stand there in other words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.answers.choices_of_rows import of_headings
from cq_tui.importing.recognise.prepare import ListLocation, prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_BLOCKS = """Afeganistão,,,,

Ação,Situação,Título,Objetivo,Ano
BRA/04/043-A167,Concluído,Missão de censo,Subsidiar o governo com visita de campo,2009
BRA/04/043-A169,Concluído,Missão de eleições,Subsidiar o governo com visita,2009

África do Sul,,,,

Projeto,Situacao Projeto,Titulo Projeto,Objetivo do Projeto,Ano Projeto Sap
BRA/98/004-A085,Em execução,Missão de prospecção,Elaborar planos de cooperação,2008
BRA/04/043-A169,Concluído,Missão de eleições,Subsidiar o governo com visita,2009

Angola,,,,

Ação,Situação,Título,Objetivo,Ano Projeto Sap
BRA/04/044-A003,Concluído,Transferência do centro,Apoiar o processo,2005
"""
_HOLD = ("--set", "rows.headings=hold")
_DEALS = "data/fair-deals-list/deals.csv"


def test_it_is_asked_with_the_first_headings_and_how_many_rows_stand_below(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _BLOCKS))
    assert ran.code == 1
    told = (
        "Headings between the rows say Countries: 3, with 5 rows below them: Afeganistão (2), África do Sul (2), Angola"
    )
    assert f"? rows: {told} (1). Do they hold for these rows?" in ran.err
    assert "--set rows.headings=hold  # likely\n" in ran.err
    assert "  [rows]\n" not in ran.err, "nothing stands below it"


def test_what_they_say_is_read_with_each_row_also_what_stands_above_the_header(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", _BLOCKS)
    ran = bring(path, *_HOLD)
    assert ran.code == 0, ran.err
    rows = rows_of(archive / _DEALS)
    assert [row["countries"] for row in rows] == ["AF", "AF", "ZA", "ZA", "AO"]
    assert not any("Projeto" in row["title_en"] for row in rows), "the header in other words is no record"
    assert "[countries]  # the headings between the rows say Countries; 5 of 5 cells read as known words" in ran.err
    assert '[rows]\nheadings = "hold"\n' in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    again = bring(path, "--force")
    assert (again.code, "Do they hold" in again.err) == (0, False), "MAP.toml remembers it"


def test_rows_below_other_headings_are_not_likely_the_same(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _BLOCKS), "--set", "rows.headings=empty")
    assert "--set rows.same=leave  # 4 rows; 1 of them stand below another heading\n" in ran.err


@pytest.mark.parametrize(
    ("headings", "field", "values"),
    [
        (("2019", "2020"), "date", ["2019-01-01", "2019-01-01", "2020-01-01"]),
        (("2019年", "2020年"), "date", ["2019-01-01", "2019-01-01", "2020-01-01"]),
        (("Completed", "Cancelled"), "stage", ["completed", "completed", "cancelled"]),
        (("四川省", "浙江省"), "place_zh", ["四川省", "四川省", "浙江省"]),
        (("Bayern", "Hessen"), "place_en", ["Bayern", "Bayern", "Hessen"]),
        (("EUR", "USD"), "currency", ["EUR", "EUR", "USD"]),
        (("Kenya", "Chad"), "countries", ["KE", "KE", "TD"]),
    ],
)
def test_they_may_say_any_of_these(
    bring: Bring, archive: Path, tmp_path: Path, headings: tuple[str, str], field: str, values: list[str]
) -> None:
    first, second = headings
    text = f"Project,Company,Amount\n{first},,\nDam,Aa Ltd,100\nRoad,Bb Ltd,200\n{second},,\nPort,Cc Ltd,300\n"
    path, money = sheet(tmp_path / "list.csv", text), () if field == "currency" else ("--set", "amount.currency=USD")
    asked = bring(path)
    assert (asked.code, "Do they hold for these rows?" in asked.err) == (1, True), asked.err
    ran = bring(path, *_HOLD, *money)
    assert ran.code == 0, ran.err
    assert [row[field] for row in rows_of(archive / _DEALS)] == values


def test_totals_stay_totals_and_notes_say_nothing_of_rows(bring: Bring, archive: Path, tmp_path: Path) -> None:
    note = "As of the end of the year; projects that were taken back before that day are not counted here"
    text = f"""Project,Company,Amount (USD)
Kenya,,
Dam,Aa Ltd,100
{note},,
Road,Bb Ltd,200
Subtotal,,300
Atlantis,,
Port,Cc Ltd,400
Chad,,
Mill,Dd Ltd,500
Peru,,
Mine,Ee Ltd,600
Ghana,,
Dock,Ff Ltd,700
"""
    ran = bring(sheet(tmp_path / "list.csv", text), *_HOLD)
    assert ran.code == 0, ran.err
    assert [row["countries"] for row in rows_of(archive / _DEALS)] == ["KE", "KE", "", "TD", "PE", "GH"]
    assert 'headings: 1 cell not read: "Atlantis"' in ran.err


def test_headings_of_other_words_are_told_and_may_become_a_column(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Project,Company,Amount (USD)\n" + "".join(
        f"{word},,\n{word} one,Aa Ltd,100\n{word} two,Bb Ltd,200\n" for word in ("Wool", "Glass", "Paper")
    )
    path = sheet(tmp_path / "list.csv", text)
    ran = bring(path)
    told = (
        "Headings between the rows: 3, with 6 rows below them: Wool (2), Glass (2), Paper (2). --set rows.headings=hold"
    )
    assert (ran.code, told in ran.err) == (0, True)
    ran = bring(path, *_HOLD, "--force")
    assert ran.code == 0, ran.err
    assert [row["headings"] for row in rows_of(archive / _DEALS)] == ["wool"] * 2 + ["glass"] * 2 + ["paper"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Project,Company,Country\nKenya,,\nDam,Aa Ltd,Kenya\nChad,,\nPort,Cc Ltd,Chad\n",  # a column says it
        "Project,Company,Amount (USD)\nDam,Aa Ltd,1\nKenya,,\nChad,,\n",  # nothing stands below them
        "Project,Company,Amount (USD)\nKenya,,\nDam,Aa Ltd,1\nPort,Cc Ltd,2\n",  # one alone
    ],
)
def test_others_are_no_question(bring: Bring, tmp_path: Path, text: str) -> None:
    assert "Do they hold for these rows?" not in bring(sheet(tmp_path / "list.csv", text)).err


def test_an_answer_to_what_is_not_there_is_told(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Company,Amount (USD)\nDam,Aa Ltd,1\nPort,Cc Ltd,2\n")
    ran = bring(path, *_HOLD, "--set", "rows.below=hold")
    assert "rows.headings=hold: there are no headings between the rows." in ran.err
    assert "rows.below=hold: no row goes on with the one above it, and nothing is taken from above." in ran.err
    ran = bring(path, "--set", "rows.headings=maybe")
    assert (ran.code, "rows.headings is hold or empty" in ran.err) == (1, True)


def test_a_record_with_words_of_the_header_stays_one(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = """Project,Company,Stage
Dam,Aa Ltd,completed

Project of a port,Company of ports,at a late stage
Project of a mill,Company of mills,at an early stage

Project of a dock,Company of docks,
"""
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert len(rows_of(archive / _DEALS)) == 4


def test_on_the_screen_the_list_is_read_anew(archive: Path, tmp_path: Path) -> None:
    store, path = Store(read(archive)), sheet(tmp_path / "list.csv", _BLOCKS)
    prepared = prepare(store, path, kinds()["deals"], "fair")
    assert [(one.value, one.chosen) for one in of_headings(prepared)] == [("hold", True), ("empty", False)]
    held = prepare(store, path, kinds()["deals"], "fair", location=ListLocation(headings="hold"))
    assert [row[5] for row in held.first_rows() if len(row) > 5][:2] == ["Afeganistão"] * 2
    assert [(one.value, one.chosen) for one in of_headings(held)] == [("hold", True), ("empty", False)]
    assert not any(one.field == "rows" for one in held.proposal.questions)
