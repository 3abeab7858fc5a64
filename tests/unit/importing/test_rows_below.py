"""Rows that go on with the one above them: a company is named once, its further rounds stand below it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.answers.choices_of_rows import of_below
from cq_tui.importing.recognise.answers.mapping_edits import with_same_rows
from cq_tui.importing.recognise.prepare import ListLocation, prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_ROUNDS = """Company,Place,Founded,Round,Date,Amount (USD),Investor,Valuation (USD)
Aa Robotics Ltd,Lyon,2011,C,2019-05-02,3000000,Xx Capital,40000000
,,,B,2017-03-01,1000000,Yy Ventures,
,,,A,2015-01-05,200000,"Yy Ventures",
Bb Foods GmbH,Bonn,2014,A,2018-02-03,500000,Zz Partners,9000000
,,,Seed,2016-07-08,70000,Zz Partners,
Cc Steel SA,Lille,2009,A,2014-11-12,800000,Xx Capital,11000000
"""
_NAMES = ["Aa Robotics Ltd", "Aa Robotics Ltd", "Aa Robotics Ltd", "Bb Foods GmbH", "Bb Foods GmbH", "Cc Steel SA"]


def test_it_is_asked_and_both_ways_are_shown(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _ROUNDS), "--set", "amount.column=Amount (USD)")
    assert ran.code == 1
    told = "Rows that have nothing in Company, Place, Founded, Valuation (USD), as if the row above them said it"
    assert f"? rows: {told} for them, too: 3; the first is row 3. Does it hold for them?" in ran.err
    held = "Aa Robotics Ltd, Lyon, 2011, 40000000, B, 2017-03-01, 1000000, Yy Ventures"
    assert f"--set rows.below=hold  # likely; {held}\n" in ran.err
    assert "--set rows.below=empty  # B, 2017-03-01, 1000000, Yy Ventures\n" in ran.err


def test_what_holds_is_read_in_each_row_and_an_amount_once(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _ROUNDS)
    answers = ("--set", "rows.below=hold", "--set", "amount.column=Amount (USD)", "--set", "title.column=Company")
    ran = bring(path, *answers)
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["title_zh"] or row["title_en"] for row in rows] == _NAMES
    assert [row["place_zh"] or row["place_en"] for row in rows] == ["Lyon"] * 3 + ["Bonn"] * 2 + ["Lille"]
    assert sum(int(row["amount"]) for row in rows) == 5_570_000
    valued = [row[name] for row in rows for name in row if name.startswith("valuation") and row[name].isdigit()]
    assert valued == ["40000000", "9000000", "11000000"]
    assert '[rows]\nbelow = "hold"\n' in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    again = bring(path, "--force")
    assert (again.code, "Does it hold" in again.err) == (0, False), "MAP.toml remembers it"


def test_what_does_not_hold_stays_empty(bring: Bring, archive: Path, tmp_path: Path) -> None:
    answers = ("--set", "rows.below=empty", "--set", "amount.column=Amount (USD)", "--set", "title.column=Investor")
    ran = bring(sheet(tmp_path / "list.csv", _ROUNDS), *answers)
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [bool(row["place_zh"] or row["place_en"]) for row in rows] == [True, False, False, True, False, True]


@pytest.mark.parametrize(
    "rows",
    [
        "Aa Ltd,Lyon,2011,100\n,,,40\nBb Ltd,Bonn,2012,50\n,,,50\nCc Ltd,Lille,2013,60\n,,,60\n",  # totals of groups
        "Aa Ltd,Lyon,2011,100\n,Bonn,2012,50\nCc Ltd,,2013,60\n,Metz,2014,70\n,Nice,2015,80\n",  # no name is known
        "2010,Aa Ltd,Lyon,100\n2011,,,50\n2012,,,60\n2013,,,70\n",  # what says each row stands before
        ",,2011,100\n,,2012,50\n,,2013,60\nAa Ltd,Lyon,2014,70\n",  # nothing stands above
        "Aa Ltd,Lyon,2011,100\n\n,,2012,50\n,,2013,60\n,,2014,70\n",  # an empty row parts them
        "Aa Ltd,Lyon,2011,100\n,,2012,50\nBb Ltd,Bonn,2013,60\n",  # one row alone
    ],
)
def test_other_empty_cells_are_only_not_known(look: Bring, tmp_path: Path, rows: str) -> None:
    ran = look(sheet(tmp_path / "list.csv", f"Company,Place,Year,Amount (EUR)\n{rows}"))
    assert "Does it hold for them?" not in ran.err


def test_no_other_answer_is_taken(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _ROUNDS), "--set", "rows.below=maybe")
    assert (ran.code, "rows.below is hold or empty" in ran.err) == (1, True)


def test_on_the_screen_the_list_is_read_anew(archive: Path, tmp_path: Path) -> None:
    store, path = Store(read(archive)), sheet(tmp_path / "list.csv", _ROUNDS)
    prepared = prepare(store, path, kinds()["deals"], "fair")
    assert [(one.value, one.chosen) for one in of_below(prepared)] == [("hold", True), ("empty", False)]
    held = prepare(store, path, kinds()["deals"], "fair", location=ListLocation(below="hold"))
    assert [row[0] for row in held.first_rows()] == _NAMES
    assert [(one.value, one.chosen) for one in of_below(held)] == [("hold", True), ("empty", False)]
    assert not any(one.field == "rows" for one in held.proposal.questions)
    assert with_same_rows(held, "leave").proposal.mapping.below_rows == "hold"
