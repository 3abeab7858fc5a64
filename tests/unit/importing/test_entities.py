"""Characters that web pages write by their names are read as what they stand for, and part no names."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cq_tui.importing.sources.entities import without_entities
from cq_tui.importing.sources.scan import scan

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("BB &AMP; CC LTD", "BB & CC LTD"),
        ("Bb &amp;amp; Cc", "Bb & Cc"),
        ("BB &AMP;AMP; CC", "BB & CC"),
        ("D&#39;Aa &quot;Bb&quot;", 'D\'Aa "Bb"'),
        ("Caf&eacute; &#xE9;", "Café é"),
        ("R&D; Aa", "R&D; Aa"),
        ("Aa &Bb; Cc", "Aa &Bb; Cc"),
        ("A&para Bb", "A&para Bb"),
    ],
)
def test_entities_are_characters(cell: str, said: str) -> None:
    assert without_entities(cell) == said


def _saved(path: Path, form: str) -> Path:
    rows = [("Bridge", "BB &AMP; CC LTD", "5000000"), ("Road", "Dd Ltd", "6000000"), ("Park", "Ee Ltd", "7000000")]
    names = ("Title", "Supplier", "Amount (EUR)")
    if form == "xlsx":
        book = openpyxl.Workbook()
        for row in (names, *rows):
            book.active.append(row)
        book.save(path / "a.xlsx")
        return path / "a.xlsx"
    if form == "json":
        return sheet(path / "a.json", json.dumps([dict(zip(names, row, strict=True)) for row in rows]))
    return sheet(path / "a.csv", "\n".join(map(",".join, (names, *rows))) + "\n")


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_an_entity_parts_no_name_and_is_told(take: Take, look: Bring, tmp_path: Path, form: str) -> None:
    path = _saved(tmp_path, form)
    found = take(path).values("parties")
    assert [[one.org for one in each] for each in found] == [["bb-cc"], ["dd"], ["ee"]]
    assert "are read as what they stand for" in look(path).err


def test_an_entity_across_two_pieces_of_a_file_is_found(tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", "a" * ((1 << 20) - 3) + "&amp;b\n")
    assert scan(path).entities
