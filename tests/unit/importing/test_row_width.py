"""Rows with more or fewer cells than the header: nothing of them is dropped without a word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.sources.row_width import cut_number, joined, numbers_cut

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
UNQUOTED = "--set=amount.thousands=unquoted"


@pytest.mark.parametrize(
    ("row", "width", "position", "found"),
    [
        ("Mill,1,000,000", 2, 1, "Mill|1,000,000"),
        ("Mill,$1,000,fund", 3, 1, "Mill|$1,000|fund"),
        ("Mill,fund,12,345.67 EUR", 3, 2, "Mill|fund|12,345.67 EUR"),
        ("Mill,fund,12,345,", 3, 2, "Mill|fund|12,345"),
        ("Mill, Inc,fund", 2, None, ""),
        ("Mill,500,250,100", 3, None, ""),  # 500,250 and 100, or 500 and 250,100
        ("Mill,1,000,000,note", 4, None, ""),  # 1,000 and a cell 000, or 1,000,000
        ("Mill,0,000", 2, None, ""),
        ("Mill,1,0000", 2, None, ""),
        ("Mill,1,00", 2, None, ""),
    ],
)
def test_a_number_that_its_commas_cut(row: str, width: int, position: int | None, found: str) -> None:
    cells = row.split(",")
    assert cut_number(cells, width) == position
    assert joined(cells, width, position or 0) == (found.split("|") if found else [])


def test_each_number_that_may_be_cut() -> None:
    assert numbers_cut("Mill,500,250,100".split(","), 3) == ["500,250,100", "250,100"]
    assert numbers_cut("Mill,fund,12,13".split(","), 3) == []


@pytest.mark.parametrize("first", ["", "Dam,5\n"])
def test_an_amount_without_quotation_marks_is_refused_with_its_line(
    bring: Bring, archive: Path, tmp_path: Path, first: str
) -> None:
    path = sheet(tmp_path / "list.csv", f"Deal,Amount (USD)\n{first}Mill,1,000,000\nMine,7\n")
    line = 3 if first else 2
    ran = bring(path, "--set=instrument.constant=fund")
    assert f'row {line}: has 4 cells in line {line}, and the list 2 columns; "1,000,000" may be one number' in ran.err
    assert UNQUOTED.replace("=", " ", 1) in ran.err
    assert "No field takes" not in ran.err
    deals = archive / "data" / "fair-deals-list" / "deals.csv"
    assert "Mill" not in deals.read_text("utf-8")
    refused = rows_of(archive / "imports" / "fair-deals-list" / "refused.csv")
    assert refused[0]["Amount (USD)"] == "1,000,000"

    assert bring(path, UNQUOTED, "--force").code == 0
    assert [row["amount"] for row in rows_of(deals) if row["id"] == "mill"] == ["1000000"]


def test_all_amounts_without_quotation_marks(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Deal,Type,Amount (USD)\nMill,fund,1,000\nMine,fund,2,500\n")
    ran = bring(path)
    assert (ran.code, "No row is accepted" in ran.err, UNQUOTED.replace("=", " ", 1) in ran.err) == (1, True, True)
    assert bring(path, UNQUOTED).code == 0
    deals = rows_of(archive / "data" / "fair-deals-list" / "deals.csv")
    assert [row["amount"] for row in deals] == ["1000", "2500"]


def test_a_mark_that_no_column_of_numbers_has_is_not_offered(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", "Deal,Type,Place\nMill,fund,1,000\nDam, Inc,fund,Here\nMine,fund,There\n"))
    assert found.values("id") == ["mine"]
    assert found.reasons() == {
        2: 'has 4 cells in line 2, and the list 3 columns; "1,000" may be one number, which belongs in quotation marks',
        3: "has 4 cells in line 3, and the list 3 columns; a cell with a delimiter in it belongs in quotation marks",
    }


def test_a_cut_number_in_a_row_that_lacks_a_cell(take: Take, tmp_path: Path) -> None:
    text = "Deal,Type,Amount (USD),Note\nMill,fund,1,000\nDam,fund,5,good\nMine,fund,7,\n"
    found = take(sheet(tmp_path / "a.csv", text))
    assert found.values("id") == ["dam", "mine"]
    assert found.reasons()[2].startswith('is followed by three digits in line 2; "1,000" may be one number')


def test_codes_of_three_digits_behind_an_amount_are_codes(take: Take, tmp_path: Path) -> None:
    text = "Deal,Type,Amount (USD),Branch\nMill,fund,1,276\nDam,fund,5,250\nMine,fund,700,\n"
    assert take(sheet(tmp_path / "a.csv", text)).values("amount") == [1, 5, 700]


def test_the_line_is_that_of_the_file(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", 'Deal,Type,Note\nMill,fund,"two\nlines"\n\nDam, Inc,fund,Here\n'))
    assert found.reasons()[4].startswith("has 4 cells in line 5, and the list 3 columns")


@pytest.mark.parametrize("end", [",,", ";;"])
def test_empty_cells_at_the_end_are_harmless(take: Take, tmp_path: Path, end: str) -> None:
    mark = end[0]
    text = f"Deal,Type,Amount (EUR)\nMill,fund,5{end}\nMine,fund,6\nDam,fund\n".replace(",", mark)
    found = take(sheet(tmp_path / "a.csv", text))
    assert found.values("amount") == [5, 6, None]
    assert (found.refusals, found.counts.short) == ([], 1)


def test_columns_without_a_name_that_all_rows_have_stay_in_the_passages(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", "Deal,Type\nMill,fund,good\nMine,fund,bad\nDam,fund\n"))
    assert "No field takes these columns: column C." in ran.err
    assert "3 accepted, 0 refused" in ran.err


def test_a_header_that_lacks_the_name_of_the_first_column_has_one_more(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", "Deal,Type\n1,Mill,fund\n2,Mine,fund\n"))
    assert [str(title) for title in found.values("title")] == ["Mill", "Mine"]


def test_a_cell_beside_a_workbooks_table_stays_in_the_passages(bring: Bring, archive: Path, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (["Deal", "Type"], ["Mill", "fund"], ["Mine", "fund", "so they say"]):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    ran = bring(tmp_path / "list.xlsx")
    assert "No field takes these columns: column C." in ran.err
    passages = rows_of(next((archive / "data").glob("fair-deals-*")) / "passages.csv")
    assert passages[1]["words_en"] == "Deal: Mine; Type: fund; column C: so they say"
