"""Cells that are lists as Python, JSON and PostgreSQL write them are what they list, in every field and file."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cq_tui.importing.sources.written_lists import without_brackets_of_lists

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("['AA PTE. LTD.', 'Bb Pte Ltd']", "AA PTE. LTD.; Bb Pte Ltd"),
        ("[\"Bb's\", 'Cc']", "Bb's; Cc"),
        ('["Aa","B \\"b\\""]', 'Aa; B "b"'),
        ('["\\u7532\\u516c\\u53f8"]', "甲公司"),
        ("['Aa' 'Bb'\n 'Cc']", "Aa; Bb; Cc"),
        ("('Aa',)", "Aa"),
        ("{'Aa', None}", "Aa"),
        ('{"Aa, Inc.",Bb}', "Aa, Inc.; Bb"),
        ("{CN,NULL,DE}", "CN; DE"),
        ("{CN}", "CN"),
        ("[None]", ""),
        ("{}", ""),
    ],
)
def test_a_written_list_is_its_members(cell: str, said: str) -> None:
    assert without_brackets_of_lists(cell) == said


@pytest.mark.parametrize(
    "cell",
    [
        "[('Aa', '6,859.00')]", "[1, 2]", "{1,2}", "('Aa')", "(Aa, Bb)", "[Aa] Bb", '{"a": 1}', "{'a': 'b'}", "['Aa'",
        "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}", "['Aa'] and ['Bb']",
    ],
)  # fmt: skip
def test_what_is_no_list_of_texts_stays(cell: str) -> None:
    assert without_brackets_of_lists(cell) == cell


_ROWS = (
    ("Title", "Supplier", "Countries", "Date", "Sector"),
    ("Bridge", "['AA PTE. LTD.']", "{CN}", '["2024-03-01"]', "Roads"),
    ("Road", "['Bb Works Ltd', 'AA PTE. LTD.', 'Cc, Dd and Sons']", "{CN,DE}", '["2024-03-02"]', "Roads"),
    ("Park", "[]", "{}", "[]", "Parks"),
)


def _saved(path: Path, form: str) -> Path:
    if form == "xlsx":
        book = openpyxl.Workbook()
        for row in _ROWS:
            book.active.append(row)
        book.save(path / "a.xlsx")
        return path / "a.xlsx"
    if form == "json":
        return sheet(path / "a.json", json.dumps([dict(zip(_ROWS[0], row, strict=True)) for row in _ROWS[1:]]))
    quoted = ['"' + one.replace('"', '""') + '"' for row in _ROWS for one in row]
    lines = (",".join(quoted[at : at + 5]) for at in range(0, len(quoted), 5))
    return sheet(path / "a.csv", "\n".join(lines) + "\n", "utf-16" if form == "utf-16" else "utf-8")


@pytest.mark.parametrize("form", ["csv", "utf-16", "json", "xlsx"])
def test_lists_are_names_countries_and_days(take: Take, look: Bring, tmp_path: Path, form: str) -> None:
    path = _saved(tmp_path, form)
    found = take(path)
    assert [[one.org for one in each] for each in found.values("parties")] == [
        ["aa"],
        ["bb-works", "aa", "cc-dd-and-sons"],
        [],
    ]
    assert found.values("countries") == [("CN",), ("CN", "DE"), ()]
    assert [str(day) if day else "" for day in found.values("date")] == ["2024-03-01", "2024-03-02", ""]
    told = "Cells written as lists are read as what they list: 6, the first ['AA PTE. LTD.']."
    assert told in look(path).err
