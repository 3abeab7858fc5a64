"""Lists that were printed page by page: page numbers are no rows, and a page may have its header in other columns."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from cq_tui.importing.sources.printed_pages import pages_of

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]
_SHIFTED = """,,,,Report,,
No,End,,,Firm,,Value (EUR)
1/2026,15/03/2027,,,Aa Ltd,,"10,50"
2/2026,15/03/2027,,,Bb Ltd,,"20,50"
Year: 2026,,,Republic,Page: 1 of,3,
No,End,Firm,,Value (EUR),,
3/2026,12/06/2027,Cc Ltd,,"30,50",,
4/2026,12/06/2027,Dd Ltd,,"40,50",,
Year: 2026,,,Republic,Page: 2 of,3,
No,End,Firm,,Value (EUR),,
5/2026,12/06/2027,Ee Ltd,,"50,50",,
"""


def test_a_page_with_its_header_in_other_columns_is_read_as_the_others(take: Take, tmp_path: Path) -> None:
    taken = take(sheet(tmp_path / "list.csv", _SHIFTED))
    assert [Decimal(str(amount)) for amount in taken.values("amount")] == [Decimal(f"{n}0.5") for n in range(1, 6)]
    assert not taken.refusals


def test_so_are_pages_of_a_workbook(take: Take, tmp_path: Path) -> None:
    """A firm that stands in two rows is one cell of both."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in csv.reader(_SHIFTED.splitlines()):
        book.active.append([float(cell.replace(",", ".")) if "," in cell else cell or None for cell in row])
    book.active.merge_cells("E3:E4")
    book.save(tmp_path / "list.xlsx")
    taken = take(tmp_path / "list.xlsx")
    assert [Decimal(str(amount)) for amount in taken.values("amount")] == [Decimal(f"{n}0.5") for n in range(1, 6)]
    assert [one.parties[0].org for one in taken.records[:3]] == ["aa", "aa", "cc"]


def test_what_is_left_out_and_moved_is_told(bring: Bring, tmp_path: Path) -> None:
    told = bring(sheet(tmp_path / "list.csv", _SHIFTED), "--dry-run").err
    assert "It was printed on 3 pages" in told
    assert 'are no rows of it: 4, the first is row 5 ("Year: 2026 Republic Page: 1 of 3").' in told
    assert "read as in the columns of most pages: 2 rows, the first is row 3." in told
    assert "5 rows: 5 accepted, 0 refused" in told


@pytest.mark.parametrize(
    "foot",
    [
        "Abteilung 3,Stand 2026,Seite {n} von 3",
        "Urząd,Wykaz,Strona {n} z 3",
        "Oficina,Lista,Página {n}",
        "Office,List,Page {n}/3",
        "某局,清单,第{n}页 共3页",
        "某局,清单,第 {n} 页",
        "局,一覧,{n}/3 ページ",
        "Office,Page,{n}",
        "Office,,Page {n} of 3",
        "Page {n},of 3",
    ],
)
def test_feet_of_pages_are_no_deals(take: Take, tmp_path: Path, foot: str) -> None:
    head = "Project,Supplier,Date,Amount (EUR)"
    rows = [f"Roof {at},Aa {at} Ltd,2025-03-0{at},{at}500" for at in range(1, 8)]
    pages = [[head, *rows[:3]], [head, *rows[3:6]], [head, *rows[6:]]]
    lines = [line for at, page in enumerate(pages, 1) for line in (*page, foot.format(n=at) + ",")]
    taken = take(sheet(tmp_path / "list.csv", "\n".join(lines) + "\n"))
    assert [int(amount) for amount in taken.values("amount")] == [at * 1000 + 500 for at in range(1, 8)]


def test_cells_beside_the_names_are_moved_by_their_order() -> None:
    """As printers of reports write them: a name stands a column beside its cells, another one in a row of its own."""
    text = (
        "Title;;Supplier;;;;Amount (EUR)\n;;;;Case;;\nRoof;;Aa Ltd;;7/25;1100.5;\nWall;;Bb Ltd;;8/25;1200.5;\n"
        "Town;;;Republic;;Page 1 of 3;\nTitle;Supplier;;;Amount (EUR);;\n;;Case;;;;\n"
        "Door;Cc Ltd;9/25;1300.5;;;\nGate;Dd Ltd;10/25;1400.5;;;\n"
        "Town;;;Republic;;Page 2 of 3;\nTitle;Supplier;;;Amount (EUR);;\n;;Case;;;;\nLock;Ee Ltd;11/25;1500.5;;;\n"
    )
    found = pages_of((line.split(";") for line in text.splitlines()), 1)
    assert found is not None
    assert found.changed[2] == ["Roof", "Aa Ltd", "7/25", "1100.5"]
    assert found.changed[0][:5] == ["Title", "Supplier", "", "", "Amount (EUR)"]
    assert not found.refused


def test_a_record_that_stands_below_the_header_of_two_pages_stays(tmp_path: Path, bring: Bring) -> None:
    page = "Project,Supplier,Date,Amount (EUR)\nRoof,Aa Ltd,2025-03-01,500\n"
    text = f"{page}Wall,Bb Ltd,2025-03-02,600\nOffice,List,Page 1 of 2,\n"
    text += f"{page}Door,Cc Ltd,2025-03-04,700\nOffice,List,Page 2 of 2,\n"
    told = bring(sheet(tmp_path / "list.csv", text), "--set", "rows.same=count", "--dry-run").err
    assert "4 rows: 4 accepted, 0 refused" in told


def test_a_row_whose_cells_fit_no_column_is_refused(take: Take, tmp_path: Path) -> None:
    text = _SHIFTED.replace('2/2026,15/03/2027,,,Bb Ltd,,"20,50"', '2/2026,15/03/2027,what,,Bb Ltd,,"20,50"')
    more = "".join(f'{n}/2025,15/03/2027,,,Ff{n} Ltd,,"20,50"\n' for n in range(5))
    taken = take(sheet(tmp_path / "list.csv", text.replace("Year", f"{more}Year", 1)))
    told = "stands on a page whose header has its names in other columns than that in row 11"
    assert taken.reasons()[4].startswith(told)
    assert taken.counts.accepted == 9


@pytest.mark.parametrize(
    "text",
    [
        "Scan,Says,Amount\nAa,Page 1 of 3,5\nBb,Page 2 of 3,6\nCc,Page 3 of 3,7\n",
        "Project,Amount\nRoof,5\nSee page 4,6\nWall,7\nDoor,8\nSee page 9,6\nGate,4\n",
        "Project,Amount\nRoof,5\nWall,7\n",
    ],
)
def test_what_only_speaks_of_pages_stays(text: str) -> None:
    assert pages_of((line.split(",") for line in text.splitlines()), 1) is None
