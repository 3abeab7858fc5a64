"""A list whose name says another kind of file than its first bytes do is read by these, and that is told."""

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_ROWS = [["Project", "Investor", "Amount (EUR)"], ["Mill", "Aa GmbH", 5], ["Mine", "Bb GmbH", 6]]
_TEXT = "\n".join(",".join(map(str, row)) for row in _ROWS) + "\n"


def _book(path: Path) -> Path:
    book = openpyxl.Workbook()
    for title in ("First", "Second"):
        page = book.create_sheet(title)
        for row in _ROWS:
            page.append(row)
    book.remove(book.worksheets[0])
    book.save(path)
    return path


@pytest.mark.parametrize("ending", ["csv", "TXT", "tsv"])
def test_a_workbook_that_is_called_a_text(bring: Bring, archive: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"list.{ending}"
    shutil.move(_book(tmp_path / "book.xlsx"), path)
    ran = bring(path, "--sheet", "Second")
    assert f"It is called .{ending.lower()}, and its first bytes are those of a workbook; it is read as one." in ran.err
    (written,) = archive.glob("data/fair-*/deals.csv")
    assert [(row["title_en"], row["amount"]) for row in rows_of(written)] == [("Mill", "5"), ("Mine", "6")]


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_text_that_is_called_a_workbook(bring: Bring, archive: Path, tmp_path: Path, ending: str) -> None:
    ran = bring(sheet(tmp_path / f"list.{ending}", _TEXT))
    assert f"It is called .{ending}, and is lines of text, no workbook; it is read as CSV." in ran.err
    (written,) = archive.glob("data/fair-*/deals.csv")
    assert [(row["title_en"], row["amount"]) for row in rows_of(written)] == [("Mill", "5"), ("Mine", "6")]


def test_a_list_that_is_what_it_is_called_is_not_told_of(look: Bring, tmp_path: Path) -> None:
    assert "It is called" not in look(sheet(tmp_path / "list.csv", _TEXT)).err
