"""What stands below the end of a list is none of it; whoever knows better keeps a row."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.answers.mapping_edits import with_row
from cq_tui.importing.recognise.maps.mapping import rows_of
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet
from tests.unit.importing.conftest import rows_of as records_of

Bring = Callable[..., Ran]
_LIST = (
    "Project,Investor,Country,Amount (USD million),Date\n"
    "Plant A,Aa GmbH,Germany,100,2020-01-05\nPlant B,Bb AG,Austria,20,2020-02-07\n"
    "Plant C,Cc SpA,Italy,40,2020-03-09\nPlant D,Dd SA,France,10,2020-04-09\n"
)
_TOTAL = "Total,,,170,\n"
_SMALL_TABLE = "By country,Deals,Amount,,\nGermany,1,100,,\nAustria,1,20,,\nItaly,1,40,,\n"
_NOTES = "of which,Europe,,120,\nof which,Asia,,50,\nSource:,Ministry,,,\nExchange rate,1 USD,,6.9,\n"


@pytest.mark.parametrize(
    ("break_", "below"),
    [
        (_TOTAL, _SMALL_TABLE),
        (_TOTAL, _NOTES),
        (f"{_TOTAL},,,,\n", _SMALL_TABLE),
        (",,,,\n", _SMALL_TABLE),
        (",,,,\n", _NOTES),
        ("by country,,,,\n", _SMALL_TABLE),
    ],
)
def test_what_stands_below_the_end_is_left_out_and_told(
    bring: Bring, archive: Path, tmp_path: Path, break_: str, below: str
) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _LIST + break_ + below))
    assert ran.code == 0, ran.err
    assert "4 accepted, 4 refused" in ran.err
    assert "with which the list ends, and has nothing that fits" in ran.err
    amounts = [row["amount"] for row in records_of(archive / "data/fair-deals-list/deals.csv")]
    assert amounts == ["100000000", "20000000", "40000000", "10000000"]


@pytest.mark.parametrize(
    "below",
    [
        "Plant E,Ee SA,Spain,10,2020-05-09\nPlant F,Ff SA,Spain,10,\n",
        "Plant E,Ee SA,,10,2020-05-09\n",
        "Plant E,Ee SA,Spain,,2020-05-09\nPlant F,,Spain,7,2020-05-09\n",
    ],
)
@pytest.mark.parametrize("break_", [_TOTAL, ",,,,\n", "The north,,,,\n"])
def test_a_list_goes_on_below_a_total_a_heading_or_an_empty_row(
    take: Take, tmp_path: Path, break_: str, below: str
) -> None:
    taken = take(sheet(tmp_path / "list.csv", _LIST + break_ + below))
    assert taken.counts.refused == 0
    assert taken.counts.accepted == 4 + below.count("\n")


def test_planned_deals_of_which_less_is_known_stay_below_their_heading(take: Take, tmp_path: Path) -> None:
    below = "Planned,,,,\nPlant E,Ee SA,Spain,,\nPlant F,Ff SA,Spain,,\nPlant G,Gg SA,France,n/a,\n"
    taken = take(sheet(tmp_path / "list.csv", _LIST + below))
    assert (taken.counts.accepted, taken.counts.refused) == (7, 0)


_GROUPS = (
    "Project,Company,Country,Amount (USD)\nMine,Aa,Germany,1000000\nMill,Bb,France,2000000\nPort,Cc,Italy,4000000\n"
)


def test_a_row_that_was_taken_for_a_total_is_kept_by_its_number(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", f"{_GROUPS}Everything,,,7000000\nDock,Dd,Spain,500000\n")
    asked = bring(path, "--dry-run")
    assert "--set rows.keep=5 takes it for a record" in asked.out + asked.err
    assert "5 rows: 4 accepted, 1 refused" in asked.err
    kept = bring(path, "--set", "rows.keep=5")
    assert "5 rows: 5 accepted, 0 refused" in kept.err
    assert '[rows]\nkeep = "5"' in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    assert "5 rows: 5 accepted, 0 refused" in bring(path, "--force").err, "MAP.toml remembers it"


@pytest.mark.parametrize("row", ["Total,,,7000000", "Everything,,,"])
def test_a_row_that_is_called_a_total_or_has_one_cell_is_kept_too(take: Take, tmp_path: Path, row: str) -> None:
    path = sheet(tmp_path / "list.csv", f"{_GROUPS}{row}\nDock,Dd,Spain,500000\n")
    assert take(path).counts.accepted == 4
    map_ = (
        'kind = "deals"\n[title]\ncolumn = "Project"\n[event]\nconstant = "fair"\n[amount]\ncolumn = "Amount (USD)"\n'
        'currency = "USD"\n[rows]\nkeep = "5"\n'
    )
    assert take(path, map_=map_).counts.accepted == 5


def test_on_the_screen_a_row_is_kept_and_taken_back(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _GROUPS)
    prepared = prepare(Store(read(archive)), path, kinds()["deals"], "fair")
    kept = with_row(prepared, 3)
    assert kept.proposal.mapping.keep_rows == "3"
    assert with_row(with_row(kept, 5), 3).proposal.mapping.kept == {5}


@pytest.mark.parametrize(("text", "rows"), [("7", {7}), ("7, 9-11", {7, 9, 10, 11}), ("", set()), ("3 5;8", {3, 5, 8})])
def test_numbers_of_rows(text: str, rows: set[int]) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize("said", ["all", "-", "1-", "x3"])
def test_what_is_no_number_of_a_row_is_told(bring: Bring, tmp_path: Path, said: str) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _GROUPS), "--set", f"rows.keep={said}")
    assert ran.code != 0
    assert 'must be the numbers of rows in quotes, as "7, 9-12"' in ran.err


_BLOCKS = (
    "Code;Structure;Project;Montant;Etape;Date\n1;AA;Gala A;400 €;Conseil;2014-04\n2;BB;Gala B;300 €;Conseil;2014-05\n"
    "3;CC;Gala C;200 €;Conseil;2014-06\n;;Total;900 €;;\n"
)


def test_a_header_that_stands_again_with_fewer_columns_begins_another_part(take: Take, tmp_path: Path) -> None:
    text = (
        f"{_BLOCKS}Code;Structure;Project;Montant;;\n5;EE;Club E;26000 €;;\n6;FF;Club F;1950 €;;\n;;TOTAL;27950 €;;\n"
    )
    found = take(sheet(tmp_path / "list.csv", text))
    assert sum(found.values("amount")) == 28_850
    assert (found.counts.accepted, found.counts.refused, found.counts.aside) == (5, 0, 3)


def test_a_wide_header_may_stand_again_with_its_first_columns(take: Take, tmp_path: Path) -> None:
    more = (f"{line};F;x;y;z;w" for line in _BLOCKS.replace("Etape;Date", "Etape;Date;A;B;C;D;E").splitlines())
    text = "\n".join(line.removesuffix(";F;x;y;z;w") if ";A;" in line or "Total" in line else line for line in more)
    found = take(sheet(tmp_path / "list.csv", f"{text}\nCode;Structure;Project;Montant\n5;EE;Club E;26000 €\n"))
    assert sum(found.values("amount")) == 26_900


def test_a_table_of_sums_with_some_words_of_the_header_is_no_part(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", f"{_BLOCKS}Project;Montant;;;;\nGala;900 €;;;;\nClub;90 €;;;;\n"))
    assert sum(found.values("amount")) == 900
