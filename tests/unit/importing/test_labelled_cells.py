"""Cells that each say what they are, and rows that number the columns. All names are made up."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cq_tui.importing.sources.labelled_cells import labels_of
from cq_tui.importing.sources.sheet import open_sheet

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_LABELS = ("NUMBER", "NAME OF COMPANY", "PURCHASE NAME", "PLANNED AMOUNT", "DATE PUBLISHED")
_ROWS = [
    ("2311", "ОсОО Аа", "Арматура Аа", "5,487,240", "04.11.2023 15:26"),
    ("2312", "ОАО Бб", "Охрана Бб", "2,365,569.76", "03.11.2023 14:36"),
    ("2313", "ОАО Вв", "Ремонт Вв", "481,424.21", "02.11.2023 13:57"),
    ("2314", "ОАО Бб", "Кабель Гг", "", "01.11.2023 10:00"),
]


def _labelled(joint: str = "\n") -> list[list[str]]:
    return [[f"{label}{joint}{cell}" for label, cell in zip(_LABELS, row, strict=True)] for row in _ROWS]


def _file(tmp_path: Path, rows: list[list[str]], ending: str) -> Path:
    path = tmp_path / f"list.{ending}"
    if ending == "xlsx":
        book = openpyxl.Workbook()
        assert book.active is not None
        for row in rows:
            book.active.append(row)
        book.save(path)
        return path
    return sheet(path, "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows) + "\n")


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("joint", ["\n", ": "])
@pytest.mark.parametrize("numbers", [[], ["0", "1", "2", "3", "4"], ["1", "2", "3", "4", "5"]])
def test_their_words_are_the_header(
    look: Bring, bring: Bring, archive: Path, tmp_path: Path, ending: str, joint: str, numbers: list[str]
) -> None:
    path = _file(tmp_path, [*([numbers] if numbers else []), *_labelled(joint)], ending)
    told = look(path, "--set", "amount.currency=KGS").err
    assert "Each cell says what it is (NUMBER, NAME OF COMPANY, PURCHASE NAME, PLANNED AMOUNT)" in told
    if ending == "xlsx" and numbers:  # what a workbook and a text file hold becomes one table, before any label is read
        return
    ran = bring(path, "--set", "amount.currency=KGS")
    assert ran.code == 0, ran.err
    found = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in found] == ["5487240", "2365569.76", "481424.21", ""]
    assert [row["date"] for row in found] == ["2023-11-04", "2023-11-03", "2023-11-02", "2023-11-01"]
    assert [row["title_en"] for row in found] == [row[2] for row in _ROWS]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize(("above", "first"), [([["0", "1", "2", "3", "4"]], 1), ([], 0)])
def test_the_rows_keep_their_numbers(tmp_path: Path, ending: str, above: list[list[str]], first: int) -> None:
    found = open_sheet(_file(tmp_path, [*above, *_labelled()], ending))
    header, *rows = found.rows()
    assert tuple(header) == _LABELS
    assert [tuple(row) for row in rows] == _ROWS
    assert found.first == first


@pytest.mark.parametrize(
    "rows",
    [
        [["Name", "Note"], ["Aa", "Price: 5"], ["Bb", "Price: 6"], ["Cc", "Price: 7"]],  # a header stands above
        [["Number", "Name"], ["No: 1", "Co: Aa"], ["No: 2", "Co: Bb"], ["No: 3", "Co: Cc"]],
        [["Aa", "Price: 5"], ["Bb", "Price: 6"], ["Cc", "Cost: 7"]],
        [["10:20", "10:30"], ["10:21", "10:31"], ["10:22", "10:32"]],
        [["https://aa.example", "https://bb.example"]] * 4,
    ],
)
def test_other_cells_have_no_labels(rows: list[list[str]]) -> None:
    assert labels_of(rows) is None


_LIST = "№,Наименование,Поставщик,Сумма USD\n{0}1,Дорога Аа,ОАО Бб,100\n2,Мост Бб,ОАО Вв,200\n3,Дом Вв,ОАО Гг,300\n"


@pytest.mark.parametrize("numbers", ["1,2,3,4\n", "0,1,2,3\n", ",1,2,3\n"])
def test_a_row_of_the_columns_numbers_is_no_record(bring: Bring, archive: Path, tmp_path: Path, numbers: str) -> None:
    path = sheet(tmp_path / "list.csv", _LIST.format(numbers))
    assert "4 rows: 3 accepted, 0 refused, 1 headings, totals and notes" in bring(path).err
    found = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in found] == ["100", "200", "300"]
    refused = (archive / "imports/fair-deals-list/refused.csv").read_text("utf-8-sig")
    assert "列的序号" in refused or "numbers of the columns" in refused


def test_it_can_be_kept(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST.format("1,2,3,4\n"))
    assert "4 rows: 4 accepted" in bring(path, "--dry-run", "--set", "rows.keep=2").err
