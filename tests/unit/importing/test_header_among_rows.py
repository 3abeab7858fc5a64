"""A header that stands among the rows of its list, far down, or nowhere: no record is lost, and none is made of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
HEADER = "Date,Sector,Project,Organisation,Amount,Province\n"
FIRST = [
    "20-Sep-17,ARTS,104114,104114 - AA FREE FOUNDATION,80000,EC\n",
    "02-Aug-17,ARTS,74643,74643 - BB TOURISM,1200000,EC\n",
    "Mar-18,SPORTS,107535,107535-CC FOOTBALL CLUB,200000,NW\n",
]
LAST = ["02-Aug-17,ARTS,92893,92893 - DD NETWORK,240000,WC\n"]
MANY = [f"0{n % 9 + 1}-Mar-18,ARTS,{900 + n},{900 + n} - ORG {n},{n + 1}000,NW\n" for n in range(60)]
RAND = ("--set", "amount.currency=ZAR")
CALLED = ("--set", "title.column=Organisation")


def _header(archive: Path, tmp_path: Path, text: str) -> Header:
    path = sheet(tmp_path / "list.csv", text)
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair").listed.header


def _amounts(archive: Path) -> list[str]:
    return [row["amount"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]


def test_rows_above_the_header_are_rows_of_the_list(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", "".join([*FIRST, HEADER, *LAST])), *RAND)
    assert ran.code == 0, ran.err
    assert "list.csv: the header is row 4\n" in ran.err
    assert (
        "Rows above the header in row 4 read like those below it, from row 1 on; these are read as rows of the list: 3."
    ) in ran.err
    assert _amounts(archive) == ["80000", "1200000", "200000", "240000"]
    assert "5 rows: 4 accepted, 0 refused, 1 headings, totals and notes" in ran.err


def test_those_below_a_title_are_as_well(archive: Path, tmp_path: Path) -> None:
    text = "".join(["Grants in thousand EUR,,,,,\n", *FIRST, HEADER, *LAST])
    header = _header(archive, tmp_path, text)
    assert (header.row, header.last) == (5, 1)
    assert header.counted, "the title still says what amounts are counted in"


@pytest.mark.parametrize("count", [34, 60])
def test_a_header_far_down_is_found(bring: Bring, archive: Path, tmp_path: Path, count: int) -> None:
    ran = bring(sheet(tmp_path / "list.csv", "".join([*MANY[:count], HEADER, *LAST])), *RAND, *CALLED)
    assert ran.code == 0, ran.err
    assert f"the header is row {count + 1}\n" in ran.err
    assert sum(map(int, _amounts(archive))) == 240_000 + sum(range(1, count + 1)) * 1000
    assert f"{count + 2} rows: {count + 1} accepted, 0 refused, 1 headings, totals and notes" in ran.err


def test_a_header_below_all_rows_is_found(archive: Path, tmp_path: Path) -> None:
    header = _header(archive, tmp_path, "".join([*FIRST, *LAST, HEADER]))
    assert (header.row, header.last) == (5, 0)


def test_its_mapping_reads_the_same_again(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "".join([*MANY, HEADER, *LAST]))
    assert bring(path, *RAND, *CALLED).code == 0
    assert "\nheader = 61\n" in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    ran = bring(path)
    assert "All of it is in the archive already" in ran.err, ran.err


@pytest.mark.parametrize(
    "above",
    [
        "1,2,3,4,5,6\n",  # numbers of the columns
        "Total,,,,2000000,\n",
        "As of,31-Mar-18,,,,\n",
        "Datum,Bereich,Projekt,Empfänger,Betrag,Provinz\n",
        "(day),(word),(number),(text),(EUR),(code)\n",
    ],
)
def test_what_else_stands_above_a_header_is_none(archive: Path, tmp_path: Path, above: str) -> None:
    assert _header(archive, tmp_path, "".join([above, HEADER, *FIRST, *LAST])).last >= 2


ROWS_WITHOUT = [*FIRST, *LAST]


def test_a_row_that_reads_like_a_record_is_no_header(bring: Bring, archive: Path, tmp_path: Path) -> None:
    """The word ARTS is one for types, and stands in its column again."""
    path = sheet(tmp_path / "list.csv", "".join(ROWS_WITHOUT))
    ran = bring(path)
    assert ran.code == 1
    assert "no row is a header; its columns are called by their letters" in ran.err
    assert "Row 1 reads like a row of the list, not like a header. --set header=1 makes it the header" in ran.err
    ran = bring(path, "--set", "amount.column=column E", *RAND)
    assert ran.code == 0, ran.err
    assert _amounts(archive) == ["80000", "1200000", "200000", "240000"]


@pytest.mark.parametrize(
    "rows",
    [
        ["Fund,Aa,2019-01-05,50000", "Mill,Bb,2019-02-05,60000", "Mine,Cc,2020-02-05,7000", "Port,Dd,2021-03-01,8000"],
        ["Aa,Berlin,Germany", "Bb,Berlin,Germany", "Cc,Paris,France", "Dd,Berlin,Germany"],
    ],
)  # fmt: skip
def test_nor_is_one_of_companies_and_towns(archive: Path, tmp_path: Path, rows: list[str]) -> None:
    assert _header(archive, tmp_path, "\n".join(rows)).nameless


@pytest.mark.parametrize(
    "text",
    [
        "Zone,Lieu-dit,Genre\nNord,Aa,Hub\nNord,Bb,Spoke\nSud,Cc,Hub\nSud,Dd,Spoke\n",
        "Sitz,PNRR,Genre\nAa,PNRR,Hub\nBb,,Hub\nCc,PNRR,Spoke\nDd,PNRR,Spoke\n",  # a mark is called as its column
        "Sitz,Rang,Genre\nAa,I,Hub\nSitz,Rang,Genre\nBb,II,Hub\nSitz,Rang,Genre\nCc,II,Hub\nDd,I,Spoke\n",
        "Sitz,Rang,Plan,Plan (2)\nSitz,Rang,alles,davon\nAa,I,5,6\nBb,II,7,8\nCc,I,3,2\n",
    ],
)
def test_a_header_in_unknown_words_stays_one(archive: Path, tmp_path: Path, text: str) -> None:
    header = _header(archive, tmp_path, text)
    assert (header.nameless, header.row) == (False, 1)


def test_the_header_is_above_the_row_with_most_known_words(archive: Path, tmp_path: Path) -> None:
    text = "Sitz,Rang,Zweck,Genre\nAa,I,Partner,Fund\nBb,II,Partner,Loan\nCc,I,Buyer,Fund\nDd,I,Partner,Fund\n"
    assert _header(archive, tmp_path, text).row == 1


@pytest.mark.parametrize("answer", ["0", "4"])
def test_the_row_can_be_said_on_the_command_line(bring: Bring, archive: Path, tmp_path: Path, answer: str) -> None:
    """Of a list in whose rows the header stands it is no record in either case."""
    path = sheet(tmp_path / "list.csv", "".join([*FIRST, HEADER, *LAST]))
    column = "column E" if answer == "0" else "Amount"
    ran = bring(path, "--set", f"header={answer}", "--set", f"amount.column={column}", *RAND)
    assert ran.code == 0, ran.err
    assert _amounts(archive) == ["80000", "1200000", "200000", "240000"]


@pytest.mark.parametrize("wrong", ["header=", "header=first", "header=-1"])
def test_what_no_row_is_called_is_told(bring: Bring, tmp_path: Path, wrong: str) -> None:
    ran = bring(sheet(tmp_path / "list.csv", HEADER + "".join(FIRST)), "--set", wrong)
    assert ran.code == 1
    assert f"--set {wrong}: header is a row of the list, or 0 where none is a header" in ran.err


def test_a_row_that_is_not_there_is_told(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", HEADER + "".join(FIRST)), "--set", "header=99")
    assert ran.code == 1
    assert "has no row 99 to be the header" in ran.err


def test_other_names_of_columns_are_no_record(take: Take, tmp_path: Path) -> None:
    text = "Project,Investor,Country,Amount (USD)\nMill,Aa,Germany,100\n"
    again = "Title,Organisation,Province,Amount\nMine,Bb,France,200\n"
    found = take(sheet(tmp_path / "list.csv", text + again))
    assert found.values("amount") == [100, 200]
    assert found.reasons() == {3: "holds nothing but names of columns, as a header does"}


def test_a_record_with_such_words_stays_one(take: Take, tmp_path: Path) -> None:
    text = "Project,Investor,Country,Amount (USD)\nFund,Investor,Germany,100\nTitle,Partner,France,\n"
    assert take(sheet(tmp_path / "list.csv", text)).counts.accepted == 2


def test_a_program_is_told_as_well(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "".join([*FIRST, HEADER, *LAST]))
    tree = json.loads(bring(path, *RAND, "--dry-run", "--json").out)
    assert tree["header"] == 4
    assert [one["code"] for one in tree["noticed"]] == ["ROWS_ABOVE_HEADER"]
