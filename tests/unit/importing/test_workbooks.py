"""Workbooks: every sheet, what is hidden, several tables, other dialects and kinds of files."""

import re
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import monotonic

import openpyxl
import pytest
import xlwt
from cq_tui.importing.errors import ImportProblem, Noticed
from cq_tui.importing.noticed_words import noticed_words
from cq_tui.importing.sources.sheet import open_sheet
from cq_tui.importing.sources.workbook.read import read
from cq_tui.values.reasons import Reason
from cq_tui.widgets.views.import_places import place_lines
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
DEALS: Sequence[Sequence[object]] = (
    ("Project", "Type", "Amount (EUR)", "Date", "Investor"),
    ("Mill", "fund", 100, date(2025, 11, 19), "Aa Ltd"),
    ("Mine", "fund", 250.5, date(2025, 10, 1), "Bb Ltd"),
)


def put(target: Worksheet, rows: Sequence[Sequence[object]], at: str = "A1") -> None:
    corner = target[at]
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            target.cell(corner.row + down, corner.column + across, value)


def book(path: Path, change: Callable[[openpyxl.Workbook, Worksheet], None] = lambda _book, _list: None) -> Path:
    made = openpyxl.Workbook()
    first = made.active
    first.title = "List"
    put(first, DEALS)
    change(made, first)
    made.save(path)
    return path


def rewritten(path: Path, change: Callable[[str], str]) -> Path:
    """The same workbook with other XML in it."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, change(data.decode()).encode() if name.endswith((".xml", ".rels")) else data)
    return path


def prefixed(xml: str) -> str:
    if "<worksheet" not in xml:
        return xml
    xml = re.sub(r"<(/?)([A-Za-z])", r"<\1x:\2", xml)
    return xml.replace('xmlns="', 'xmlns:x="')


def strict(xml: str) -> str:
    main = "http://schemas.openxmlformats.org/"
    return xml.replace(f"{main}spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
        f"{main}officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )


@pytest.mark.parametrize("dialect", [str, prefixed, strict])
def test_in_any_dialect(take: Take, tmp_path: Path, dialect: Callable[[str], str]) -> None:
    def merged(_book: openpyxl.Workbook, first: Worksheet) -> None:
        first.merge_cells("E2:E3")

    taken = take(rewritten(book(tmp_path / "list.xlsx", merged), dialect))
    assert [int(amount) for amount in taken.values("amount")] == [100, 250]
    assert [str(day) for day in taken.values("date")] == ["2025-11-19", "2025-10-01"]
    assert [[one.org for one in parties] for parties in taken.values("parties")] == [["aa"], ["aa"]]


@pytest.mark.parametrize(("rows", "is_asked"), [(40, True), (3, False)])
def test_a_longer_sheet_that_could_be_the_list_is_asked_about(
    look: Bring, tmp_path: Path, rows: int, *, is_asked: bool
) -> None:
    def second(made: openpyxl.Workbook, _first: Worksheet) -> None:
        put(made.create_sheet("Tabelle1"), [("Projekt", "Stand"), *((f"Weg {one}", "geplant") for one in range(rows))])

    ran = look(book(tmp_path / "list.xlsx", second))
    assert (f"--set sheet=Tabelle1  # likely; {rows} rows: Projekt, Stand" in ran.err) is is_asked


def test_a_second_sheet_joins_the_first(bring: Bring, archive: Path, tmp_path: Path) -> None:
    def second(made: openpyxl.Workbook, _first: Worksheet) -> None:
        put(made.create_sheet("Contracts"), [("Project", "Type"), ("Road", "order"), ("Bridge", "order")])

    path = book(tmp_path / "list.xlsx", second)
    assert "other sheets: Contracts" in bring(path).err
    ran = bring(path, "--sheet", "Contracts")
    assert "2 rows: 2 accepted, 0 refused" in ran.err
    assert [row["id"] for row in rows_of(archive / "data" / "fair-deals-list" / "deals.csv")] == ["mill", "mine"]
    other = archive / "data" / "fair-deals-list-contracts" / "deals.csv"
    assert [row["id"] for row in rows_of(other)] == ["road", "bridge"]
    for again in ((), ("--sheet", "List"), ("--sheet", "Contracts")):
        assert "no file was changed" in bring(path, *again).err
    ran = bring(path, "--sheet", "None")
    assert ran.code == 1
    assert ran.err.endswith(f"cq-tui: {path}: has no sheet None; there are: List, Contracts\n")


def test_what_is_hidden_is_read_and_told(bring: Bring, tmp_path: Path) -> None:
    def hide(made: openpyxl.Workbook, first: Worksheet) -> None:
        first.row_dimensions[3].hidden = True
        first.column_dimensions["C"].hidden = True
        made.create_sheet("Old").sheet_state = "hidden"

    ran = bring(book(tmp_path / "list.xlsx", hide))
    assert "2 rows: 2 accepted, 0 refused" in ran.err
    assert "Rows that are hidden in the workbook are read as the others: 1." in ran.err
    assert "Columns that are hidden in the workbook are read as the others: 1 (C)." in ran.err
    assert "Hidden sheets are not looked at: Old. --sheet names one." in ran.err


@pytest.mark.parametrize(("at", "name"), [("H1", "List!H1"), ("H2", "List!H2"), ("A6", "List!A6"), ("C8", "List!A8")])
def test_a_second_table_is_named_and_can_be_chosen(
    bring: Bring, archive: Path, tmp_path: Path, at: str, name: str
) -> None:
    names = ("Project", "Type", "Amount (EUR)")
    rows = [names, *((f"Plant {number}", "order", number * 10) for number in range(1, 9))]
    path = book(tmp_path / "list.xlsx", lambda _book, first: put(first, rows, at))
    ran = bring(path)
    assert "2 rows: 2 accepted, 0 refused" in ran.err
    assert f"The sheet holds 2 tables: List, {name}." in ran.err
    assert "8 rows: 8 accepted, 0 refused" in bring(path, "--sheet", name).err
    row = rows_of(archive / "data" / f"fair-deals-{name.lower().replace('!', '-')}" / "deals.csv")[0]
    assert (row["id"], row["amount"]) == ("plant-1", "10")


def test_lists_of_one_length_side_by_side_are_told_and_can_be_chosen(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    """The cells don't tell whether they are one list or two: that is said, and each can be had."""
    made = openpyxl.Workbook()
    put(made.active, [
        ("Project", "Amount (EUR)", None, "Company", "Country"),
        ("Mill", 1000, None, "Aa Works", "Germany"),
        ("Mine", 2000, None, "Bb Works", "France"),
        ("Dam", 3000, None, "Cc Works", "Italy"),
    ])  # fmt: skip
    made.active.title = "List"
    path = tmp_path / "list.xlsx"
    made.save(path)
    ran = bring(path, "--dry-run")
    assert "It may be 2 lists side by side: List!A1, List!D1. --sheet takes another one by its name." in ran.err
    ran = bring(path, "--sheet", "List!A1")
    assert "side by side" not in ran.err
    assert "3 rows: 3 accepted, 0 refused" in ran.err
    rows = rows_of(archive / "data" / "fair-deals-list-a1" / "deals.csv")
    assert [(row["id"], row["parties"]) for row in rows] == [("mill", ""), ("mine", ""), ("dam", "")]


def test_a_table_far_below_keeps_the_numbers_of_its_rows(bring: Bring, tmp_path: Path) -> None:
    def more(_book: openpyxl.Workbook, first: Worksheet) -> None:
        put(first, [(f"Plant {number}", "fund", number + 1) for number in range(200)], "A4")
        put(first, [("Project", "Amount (EUR)"), ("Road", 7), ("Bridge", "much")], "A300")

    path = book(tmp_path / "list.xlsx", more)
    assert "202 rows: 202 accepted" in bring(path).err
    ran = bring(path, "--sheet", "List!A300", "--dry-run")
    assert "the header is row 300" in ran.err
    assert 'row 302: Amount (EUR): "much" is not a number' in ran.out


@pytest.mark.parametrize("rows", [
    [("Project", "Type", None, "Amount (EUR)", "Place"), ("A", "fund", None, 1, None), ("B", "fund", None, 2, "x")],
    [("Project", "Type", "Amount (EUR)"), ("A", "fund", 1), (None,), ("B", "fund", None), ("C", "fund", 2)],
    [("Project", "Type", "Amount (EUR)"), ("A", "fund", 1), (None,), ("Total", None, 1), ("Source: made up",)],
    [("Deals of the fair",), (None,), ("Project", "Type", "Amount (EUR)"), ("A", "fund", 1), ("B", "fund", 2)],
])  # fmt: skip
def test_one_list_stays_one(tmp_path: Path, rows: Sequence[Sequence[object]]) -> None:
    made = openpyxl.Workbook()
    put(made.active, rows)
    made.save(tmp_path / "list.xlsx")
    found = read(tmp_path / "list.xlsx")
    assert (found.name, found.others, found.noticed) == ("Sheet", (), ())
    assert len(found.rows) == len(rows)


def test_a_far_formatted_row_costs_nothing(take: Take, tmp_path: Path) -> None:
    def far(_book: openpyxl.Workbook, first: Worksheet) -> None:
        first["A1048576"].number_format = "0.00"
        first["XFD2"].number_format = "0.00"

    start = monotonic()
    taken = take(book(tmp_path / "list.xlsx", far))
    assert taken.values("id") == ["mill", "mine"]
    assert monotonic() - start < 20


def test_what_stands_far_below_is_told(tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", lambda _book, first: put(first, [("x",)], "A1048576"))
    found = open_sheet(path)
    assert len(list(found.rows())) == 3
    (noticed,) = found.noticed
    assert noticed.is_(Noticed.FAR_ROWS)
    assert "row 1048576" in str(noticed)


def test_reading_can_be_broken_off(tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", lambda _book, first: put(first, [("x", "fund")] * 3_000, "A4"))
    seen: list[int] = []

    def stop(_what: str, done: int, _of: int) -> None:
        seen.append(done)
        if done >= 1_000:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        open_sheet(path, progress=stop)
    assert 1_000 <= seen[-1] < 3_000


def test_reading_the_texts_that_cells_share_can_be_broken_off(tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", lambda _book, first: put(first, [("x", "fund")] * 30, "A4"))
    seen: list[int] = []

    def stop(_what: str, done: int, _of: int) -> None:
        seen.append(done)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        open_sheet(path, progress=stop)
    assert seen == [0]  # no row is read yet


def test_a_formula_without_its_value_is_one(tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", lambda _book, first: put(first, [("=C2*2",)], "C4"))
    assert list(open_sheet(path).rows())[3] == ["", "", "=C2*2"]


def test_an_old_workbook_with_formats_merged_and_hidden_cells(take: Take, tmp_path: Path) -> None:
    made = xlwt.Workbook()
    first = made.add_sheet("List")
    money, day = xlwt.easyxf(num_format_str='"US$"0.0"m"'), xlwt.easyxf(num_format_str="D-MMM-YY")
    for column, name in enumerate(("Project", "Type", "Amount", "Date", "Investor")):
        first.write(0, column, name)
    for row, amount in ((1, 3.5), (2, 12)):
        first.write(row, 0, f"Plant {row}")
        first.write(row, 1, "fund")
        first.write(row, 2, amount, money)
        first.write(row, 3, date(2025, 11, 18 + row), day)
    first.write_merge(1, 2, 4, 4, "Aa Ltd")
    first.row(2).hidden = True
    first.col(3).hidden = True
    made.add_sheet("Other").write(0, 0, "x")
    made.save(str(tmp_path / "list.xls"))
    taken = take(tmp_path / "list.xls")
    assert list(map(int, taken.values("amount"))) == [3_500_000, 12_000_000]
    assert set(taken.values("currency")) == {"USD"}
    assert [str(one) for one in taken.values("date")] == ["2025-11-19", "2025-11-20"]
    assert [[one.org for one in parties] for parties in taken.values("parties")] == [["aa"], ["aa"]]
    found = open_sheet(tmp_path / "list.xls")
    assert (found.name, found.others) == ("List", ("Other",))
    assert [one.code for one in found.noticed] == ["HIDDEN_ROWS", "HIDDEN_COLUMNS"]


def test_an_old_workbook_whose_parts_are_said_to_overlap_is_read_and_told(take: Take, tmp_path: Path) -> None:
    made, path = xlwt.Workbook(), tmp_path / "list.xls"
    first = made.add_sheet("List")
    money, day = xlwt.easyxf(num_format_str='"US$"0.0"m"'), xlwt.easyxf(num_format_str="D-MMM-YY")
    for column, name in enumerate(("Project", "Type", "Amount", "Date")):
        first.write(0, column, name)
    for column, cell in enumerate(("Mill", "fund")):
        first.write(1, column, cell)
    first.write(1, 2, 3.5, money)
    first.write(1, 3, date(2025, 11, 19), day)
    made.save(str(path))
    raw = bytearray(path.read_bytes())
    directory = (struct.unpack_from("<i", raw, 48)[0] + 1) * 512
    book_at = struct.unpack_from("<i", raw, directory + 128 + 116)[0]
    struct.pack_into("<ii", raw, directory + 116, book_at, 4096)  # the root's short parts begin where the book does
    path.write_bytes(raw)
    taken = take(path)
    assert (taken.values("amount"), taken.values("currency")) == ([3_500_000], ["USD"])
    assert [str(one) for one in taken.values("date")] == ["2025-11-19"]
    assert [one.code for one in open_sheet(path).noticed] == ["DAMAGED"]
    path.write_bytes(raw[: directory - 512])
    with pytest.raises(ImportProblem, match="is not a workbook that can be read"):
        open_sheet(path)


def test_the_screen_tells_what_is_told_of_a_file(tmp_path: Path) -> None:
    def hide(_book: openpyxl.Workbook, first: Worksheet) -> None:
        first.row_dimensions[3].hidden = True

    lines = place_lines(open_sheet(book(tmp_path / "list.xlsx", hide)), 1, 60)
    told = " ".join(text.strip() for line in lines for text, _style in line.pieces)
    assert "Rows that are hidden in the workbook are read as the others: 1." in told


def test_how_another_encoding_or_sheet_is_taken_is_said_for_the_place_where_it_is_told() -> None:
    encoding = Reason.of(Noticed.UTF_16)
    assert noticed_words(encoding, on_screen=False).endswith("says so. --encoding names another encoding.")
    assert noticed_words(encoding, on_screen=True).endswith('says so. Another one is chosen on the line "encoding".')
    parted = Reason.of(Noticed.PARTED, count=2, names=("A1", "D1"))
    assert "--sheet" in noticed_words(parted, on_screen=False)
    assert "--" not in noticed_words(parted, on_screen=True)


ODS = """<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 ><office:body><office:spreadsheet><table:table table:name="List">
<table:table-column table:number-columns-repeated="9"/>
{rows}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def ods_cell(value: object) -> str:
    if isinstance(value, tuple):
        number, shown = value
        return (
            f'<table:table-cell office:value-type="currency" office:value="{number}"><text:p>{shown}</text:p>'
            "</table:table-cell>"
        )
    if isinstance(value, date):
        cell = f'<table:table-cell office:value-type="date" office:date-value="{value}">'
        return f"{cell}<text:p>x</text:p></table:table-cell>"
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def test_an_opendocument_sheet(take: Take, tmp_path: Path) -> None:
    rows = [
        ("Project", "Type", "Amount", "Date"),
        ("Mill", "fund", ("3.5", "US$3.5m"), date(2025, 11, 19)),
        ("Mine", "fund", ("1200.00", "EUR 1,200"), date(2025, 11, 20)),
    ]
    cells = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)
    with zipfile.ZipFile(tmp_path / "list.ods", "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", ODS.format(rows=cells))
    taken = take(tmp_path / "list.ods")
    amounts = list(zip(map(int, taken.values("amount")), taken.values("currency"), strict=True))
    assert amounts == [(3_500_000, "USD"), (1_200, "EUR")]
    assert str(taken.values("date")[0]) == "2025-11-19"


def test_the_tables_of_a_web_page_that_is_called_a_workbook(take: Take, tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html><head><meta charset="windows-1257"></head><body><table><tr><td>menu</td></tr></table>
    <table><thead><tr><th>Project<th>Type<th>Amount<br>(EUR)</tr></thead>
    <tr><td>M&amp;ll &#352;</td><td rowspan="2">fund</td><td>1,200</td></tr>
    <tr><td>M\u012bne</td><td>3.5 m</td></tr>
    <tr><td colspan="3"><table><tr><td>a note</td></tr></table></td></tr></table></body></html>"""
    path = tmp_path / "list.xls"
    path.write_bytes(page.encode("windows-1257"))
    taken = take(path)
    assert [str(one.en) for one in taken.values("title")] == ["M&ll Š", "Mīne"]
    assert [int(one) for one in taken.values("amount")] == [1_200, 3_500_000]
    assert taken.values("instrument") == ["fund", "fund"]


@pytest.mark.parametrize(("start", "said"), [
    (b"<html><table><tr><td>Project", "is a web page that is called a workbook"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is not a workbook that can be read"),
    (b"PK\x03\x04nothing", "is not a workbook that can be read"),
    (b"", "is not a workbook that can be read"),
])  # fmt: skip
@pytest.mark.parametrize("name", ["list.xls", "list.xlsx", "list.ods"])
def test_what_only_has_the_name_of_a_workbook(tmp_path: Path, name: str, start: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(start)
    with pytest.raises(ImportProblem, match=said):
        open_sheet(tmp_path / name)


def test_a_binary_workbook_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsb", "w") as packed:
        packed.writestr("xl/workbook.bin", b"x")
    with pytest.raises(ImportProblem, match="is a binary workbook"):
        open_sheet(tmp_path / "list.xlsb")


def test_a_list_from_a_pipe(archive: Path, tmp_path: Path) -> None:
    workbook = book(tmp_path / "l.xlsx", lambda _book, first: put(first, [("Road",)], "A2")).read_bytes()
    given = (
        ("-", b"Project,Type\nMill,fund\n", ()),
        ("/dev/stdin", workbook, ("--name", "big")),
        ("/dev/fd/0", b"Project,Type\nPort,fund\n", ("--name", "other")),
    )
    for name, data, more in given:
        command = [sys.executable, "-m", "cq_tui", "import", name, "--event", "fair", "--into", str(archive), *more]
        ran = subprocess.run(command, input=data, capture_output=True, check=False)
        assert (ran.returncode, ran.stdout) == (0, b"")
    deals = [rows_of(archive / "data" / f"fair-deals-{one}" / "deals.csv") for one in ("stdin", "big", "other")]
    assert [[row["id"] for row in rows] for rows in deals] == [["mill"], ["road", "mine"], ["port"]]


def test_a_pipe_with_nothing_in_it_is_named_as_it_was_given(archive: Path) -> None:
    command = [sys.executable, "-m", "cq_tui", "import", "-", "--event", "fair", "--into", str(archive)]
    ran = subprocess.run(command, input=b"", capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, b"cq-tui: -: is empty\n")


def test_a_list_of_a_text_file_has_no_sheets(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type\nMill,fund\n")
    ran = bring(path, "--sheet", "List")
    assert (ran.code, ran.err) == (1, f"cq-tui: {path}: has no sheets; --sheet is for workbooks and JSON\n")
