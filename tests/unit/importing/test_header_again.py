"""A header that stands below itself, as at each page of a printed list: no record, and no other unit unseen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
HEADER = "Project,Investor,Country,Type,Amount (USD)\n"
ROWS = ["Mill,Aa,Germany,fund,100\n", "Mine,Aa,France,fund,200\n"]


@pytest.mark.parametrize(
    "again",
    [
        HEADER,
        HEADER.upper(),
        "Project , Investor,Country , Type,Amount  (USD)\n",
        "Project,,,,Amount (USD)\n",
        "Name,Investor,Country,Type,Amount (USD)\n",
        'Project,Investor,Country,Type,"Amount\n (USD)"\n',
        f"List of 2024,,,,\n{HEADER}",
        f"Page 2,,,,of 3\n{HEADER}",
        f"第 2 页,,,,\n,,,,\n{HEADER}",
    ],
)
def test_it_is_no_row(take: Take, tmp_path: Path, again: str) -> None:
    found = take(sheet(tmp_path / "list.csv", HEADER + ROWS[0] + again + ROWS[1] + again + HEADER))
    assert found.values("amount") == [100, 200]
    assert (found.counts.accepted, found.counts.refused) == (2, 0)
    assert set(found.reasons().values()) <= {
        "repeats the header",
        "has one cell only; a heading or a note, not a row of the list",
    }


def test_one_of_two_rows(take: Take, tmp_path: Path) -> None:
    header = "Project,Parties,,Type,Money\n,Investor,Country,,Amount (USD)\n"
    found = take(sheet(tmp_path / "list.csv", header + ROWS[0] + header + ROWS[1]))
    assert found.values("amount") == [100, 200]
    assert found.reasons() == dict.fromkeys((4, 5), "repeats the header")


def test_one_in_traditional_characters(take: Take, tmp_path: Path) -> None:
    text = (
        "项目名称,投资方,类型,投资额（万元）\n甲,甲公司,投资,3\n項目名稱,投資方,類型,投資額(萬元)\n乙,甲公司,投资,4\n"
    )
    found = take(sheet(tmp_path / "list.csv", text))
    assert found.values("amount") == [30_000, 40_000]


def test_a_row_may_have_words_of_it_elsewhere(take: Take, tmp_path: Path) -> None:
    text = "Project,Type,Investor,Country\nProject,fund,Investor AG,France\nCountry,fund,Type,Germany\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert (found.counts.accepted, found.reasons()) == (2, {}), "its words stand in other columns"


@pytest.mark.parametrize(("header", "counts"), [(4, "7 accepted, 0 refused, 1 headings"), (0, "8 accepted, 0 refused")])
def test_records_that_share_values_with_one_taken_for_the_header_are_records(
    bring: Bring, tmp_path: Path, header: int, counts: str
) -> None:
    rows = (
        "2018,Aa Office,Chile,Bb Ltd,Travel,{},note\n" * 3
        + "2018,Aa Office,Chile,Cc Ltd,Works,721.34,note\n"
        + "2018,Aa Office,Chile,Dd Ltd,Travel,{},note\n" * 4
    ).format("148.40", "196.13", "-", "55.63", "63.09", "", "72.00")
    asked = ["--set", f"header={header}", "--set", "date=", "--set", "amount="]
    assert counts in bring(sheet(tmp_path / "list.csv", rows), "--dry-run", *asked).err


def test_a_row_with_a_number_where_the_header_has_a_name_is_no_header_again(take: Take, tmp_path: Path) -> None:
    text = HEADER + ROWS[0] + "Project,Investor,Country,Type,700\n" + HEADER + ROWS[1]
    assert take(sheet(tmp_path / "list.csv", text)).reasons() == {4: "repeats the header"}


def test_a_header_of_many_columns_stands_again_as_any_other(take: Take, tmp_path: Path) -> None:
    columns = [f"c{number}" for number in range(1_100)]
    text = "".join(f"{line.rstrip()},{','.join(columns)}\n" for line in (HEADER, ROWS[0], HEADER, ROWS[1]))
    # Nothing is asked of what the columns are: that takes most of the time of a list as wide.
    skipped = "".join(f'{column} = "skip"\n' for column in columns)
    map_ = f'[title]\ncolumn = "Project"\n[event]\nconstant = "fair"\n[columns]\n{skipped}'
    assert take(sheet(tmp_path / "list.csv", text), map_=map_).reasons() == {3: "repeats the header"}


def test_amounts_of_rows_that_are_left_out_as_notes_are_told_with_their_sum(bring: Bring, tmp_path: Path) -> None:
    text = HEADER + ROWS[0] + ",,,,700\n" + ROWS[1] + "Aa,,,,\n" + ROWS[1].replace("Mine", "Mint") + ",,,,50\n"
    told = "! Amount: left out with rows that look like headings or notes: 2, together USD 750, the first in row 3"
    assert told in bring(sheet(tmp_path / "list.csv", text), "--dry-run").err


@pytest.mark.parametrize(
    ("above", "again", "amount", "currency"),
    [
        ("", "Project,Investor,Country,Type,Amount (EUR)\n", 200, "EUR"),
        ("", "Project,Investor,Country,Type,Amount (USD m)\n", 200_000_000, "USD"),
        ("", "in EUR million,,,,\n", 200_000_000, "EUR"),
        ("", "in Mio,,,,\n", 200_000_000, "USD"),
        ("in USD millions,,,,\n", "in USD thousands,,,,\n", 200_000, "USD"),
        ("单位：万美元,,,,\n", "单位：亿美元,,,,\n", 20_000_000_000, "USD"),
    ],
)
def test_amounts_below_what_counts_otherwise_are_read_so_and_it_is_told(
    bring: Bring, archive: Path, tmp_path: Path, above: str, again: str, amount: int, currency: str
) -> None:
    header = HEADER if not above else HEADER.replace(" (USD)", "")
    path = sheet(tmp_path / "list.csv", above + header + ROWS[0] + again + ROWS[1])
    row = 3 + bool(above)
    cell = next(cell for cell in reversed(again.strip().split(",")) if cell)
    told = f'! Amount: amounts below row {row}, which says "{cell}", are read as counted so: 1'
    assert told in bring(path).err
    found = rows_of(archive / "data/fair-deals-list/deals.csv")[1]
    assert (found["amount"], found["currency"]) == (str(amount), currency)


def test_a_header_without_the_unit_of_the_first_counts_single_units(take: Take, tmp_path: Path) -> None:
    text = HEADER.replace("USD", "USD m") + ROWS[0] + HEADER + ROWS[1]
    assert take(sheet(tmp_path / "list.csv", text)).values("amount") == [100_000_000, 200]


def test_rows_below_a_line_that_says_the_currency_alone_are_refused_where_amounts_have_a_unit(
    take: Take, tmp_path: Path
) -> None:
    text = HEADER.replace("USD", "USD m") + ROWS[0] + "in EUR,,,,\n" + ROWS[1]
    found = take(sheet(tmp_path / "list.csv", text))
    assert len(found.records) == 1
    assert found.reasons()[4] == (
        'stands below row 3, which says "in EUR": amounts above it are counted otherwise; make a list of its own of '
        "what stands below it"
    )


def test_a_cell_that_says_itself_what_it_is_counted_in_says_it_still(take: Take, tmp_path: Path) -> None:
    text = HEADER + ROWS[0] + "in EUR million,,,,\n" + ROWS[1].replace("200", "200 k GBP")
    found = take(sheet(tmp_path / "list.csv", text))
    assert (found.values("amount"), found.values("currency")) == ([100, 200_000], ["USD", "GBP"])


def test_what_counts_as_the_first_again_is_so_again(take: Take, tmp_path: Path) -> None:
    other = HEADER.replace("USD", "EUR")
    found = take(
        sheet(tmp_path / "list.csv", HEADER + ROWS[0] + other + ROWS[1] + HEADER + ROWS[0].replace("Mill", "B"))
    )
    assert found.values("currency") == ["USD", "EUR", "USD"]


@pytest.mark.parametrize(
    "piece",
    [
        "[8]https://www.invest.gov.example/guide-pour-investir-en-guinee-2019",
        "see www.bank.example in EUR million",
        "in EUR: write to desk@bank.example",
        "The works in GBP were paid by the office of the town and by two of its banks",
        '"in EUR\nand in GBP"',
    ],
)
def test_a_piece_of_a_text_is_no_line_of_units(take: Take, tmp_path: Path, piece: str) -> None:
    found = take(sheet(tmp_path / "list.csv", HEADER + ROWS[0] + f"{piece},,,,\n" + ROWS[1]))
    assert found.values("amount") == [100, 200]
    assert found.reasons() == {3: "has one cell only; a heading or a note, not a row of the list"}


@pytest.mark.parametrize("note", ["单位:萬元,,,\n", "Note: amounts of EUR 5 m and more,,,\n"])
def test_what_says_the_same_or_stands_below_all_is_a_note(take: Take, tmp_path: Path, note: str) -> None:
    text = "单位：万元,,,\n项目名称,投资方,类型,投资额\n甲,甲公司,投资,3\n"
    below = "乙,甲公司,投资,4\n" if note.startswith("单位") else ""
    found = take(sheet(tmp_path / "list.csv", text + note + below))
    assert found.counts.aside == 1
    assert found.values("amount")[0] == 30_000
