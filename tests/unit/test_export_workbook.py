"""XLSX: typed cells, text that never runs, links to the names of what is referred to, the same bytes each time."""

import io
import os
import sys
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from cq_tui.export import shown_sheet
from cq_tui.export.export import Options, pieces
from cq_tui.export.formats import xlsx as module
from cq_tui.export.shown_sheet import is_exact
from cq_tui.files.write import WriteError
from cq_tui.query.parse import parse
from cq_tui.secure import Confinement
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection

from tests.shipped import kinds
from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive

Select = Callable[..., Selection]


def exported(selection: Selection, **options: Any) -> bytes:
    return b"".join(pieces(selection, Options("xlsx", **options), to_file=True))


def cells(selection: Selection, **options: Any) -> dict[str, Any]:
    """The cells of the first record by the names of their columns."""
    sheet = openpyxl.load_workbook(io.BytesIO(exported(selection, **options))).worksheets[0]
    header, row = sheet[1], sheet[2]
    return {name.value: cell for name, cell in zip(header, row, strict=True)}


def test_numbers_flags_and_days_are_typed(selection: Select) -> None:
    row = cells(selection("instrument:credit-line"))
    assert (row["amount"].value, row["amount"].data_type) == (75_000_000_000, "n")
    assert row["countable"].value is True
    assert (row["id"].value, row["id"].data_type) == ("nev-credit-line", "s")
    event = cells(selection("has:date", "events"))
    assert event["date"].value == datetime(2025, 11, 19)
    assert event["date"].is_date


def test_a_cell_that_names_one_record_leads_to_its_name(selection: Select) -> None:
    data = exported(selection("instrument:credit-line"))
    book = openpyxl.load_workbook(io.BytesIO(data))
    link = book.worksheets[0]["D2"].hyperlink
    assert link.location == "'names'!C2"
    assert [cell.value for cell in book["names"][2]] == [
        "events", "european-visit-2025", "European Advanced Manufacturing Enterprises' Visit to Chongqing",
    ]  # fmt: skip
    named = {(row[0].value, row[1].value) for row in book["names"].iter_rows(min_row=2)}
    assert ("organisations", "citic-bank") in named


@pytest.mark.parametrize("text", ["=1+1", "+1", "@x", "http://x.example", "internal:x", "{=1}", "00123", "1e5"])
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    deal = DEAL.replace("Mill", text)
    store = open_archive(write_archive(tmp_path, events=EVENT, deals=deal)).store
    row = cells(Selection(store, parse("", kinds()["deals"])))
    cell = row["title_en"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_an_amount_that_a_double_can_t_hold_is_text() -> None:
    assert is_exact(75_000_000_000)
    assert not is_exact(Decimal("123456789012345.6789"))
    assert is_exact(Decimal("852.41"))


@pytest.mark.parametrize("kind", kinds())
def test_every_record_has_a_row_and_the_bytes_are_the_same(
    selection: Select, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = exported(selection("", kind))
    assert first == exported(selection("", kind))
    monkeypatch.setattr(module, "_IN_MEMORY", 0)
    for data in (first, exported(selection("", kind))):
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        assert sheet.max_row == selection("", kind).count + 1


def test_what_does_not_fit_is_told(selection: Select, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 3)
    with pytest.raises(WriteError, match=r"4 rows are more than a sheet .* \(3\)"):
        exported(selection())
    monkeypatch.setattr(shown_sheet, "MOST_TEXT", 20)
    with pytest.raises(WriteError, match=r"nev-credit-line: title_en is longer"):
        exported(selection("instrument:credit-line"))


def test_without_the_extra_one_line_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    ran = run("export", "deals", "-o", tmp_path / "x.xlsx")
    assert (ran.code, ran.out) == (1, "")
    assert "pip install 'cq-tui[xlsx]'" in ran.err
    assert ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_bytes_have_no_encoding(run: Run, tmp_path: Path) -> None:
    ran = run("export", "deals", "-o", tmp_path / "x.xlsx", "--encoding", "gb18030")
    assert (ran.code, ran.err) == (2, "cq-tui: xlsx is no text: it has no encoding.\n")


@pytest.mark.parametrize("held", [True, False])
def test_in_secure_mode_temporary_files_stay_in_the_export_folder(
    selection: Select, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    (tmp_path / "export").mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "elsewhere"))
    monkeypatch.setattr(module, "_IN_MEMORY", 0)
    descriptor = os.open(tmp_path / "export", os.O_RDONLY) if held else None
    data = pieces(selection(), Options("xlsx"), to_file=False, confined=Confinement(tmp_path / "export", descriptor))
    first = next(data)
    (folder,) = os.listdir(tmp_path / "export")
    assert folder.startswith(".cq-tui-")
    assert first + b"".join(data) == exported(selection())
    assert os.listdir(tmp_path / "export") == os.listdir(tmp_path / "elsewhere") == []
    if descriptor is not None:
        os.close(descriptor)


def test_in_secure_mode_without_a_folder_many_rows_are_refused(
    selection: Select, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert b"".join(pieces(selection(), Options("xlsx"), to_file=False, confined=Confinement(None)))
    monkeypatch.setattr(module, "_IN_MEMORY", 0)
    with pytest.raises(WriteError, match="secure mode does not allow"):
        b"".join(pieces(selection(), Options("xlsx"), to_file=False, confined=Confinement(None)))
