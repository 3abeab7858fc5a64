"""Cells of tables that hold objects as programs write them: their members are columns. Made up."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from cq_tui.importing.errors import Noticed
from cq_tui.importing.sources.objects_in_cells import objects_of_table
from cq_tui.importing.sources.sheet import open_sheet

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of

Bring = Callable[..., Ran]
_SUPPLIERS: list[Any] = [
    [{"nazev": "Aa a.s.", "ico": "27577171", "cena": 1.5}],
    [{"nazev": "Bb s.r.o.", "ico": "60162694"}, {"nazev": "Cc k.s.", "ico": None}],
    [],
    [{"nazev": "Aa a.s.", "ico": "27577171"}],
]


def _rows(write: Callable[[Any], str]) -> list[list[str]]:
    cells = ["" if not one else write(one) for one in _SUPPLIERS]
    return [["Title", "Dodavatelé", "Amount (CZK)"], *(["T", cell, f"{at}000000"] for at, cell in enumerate(cells, 1))]


def _save(path: Path, rows: list[list[str]]) -> Path:
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)  # type: ignore[union-attr]
        book.save(path)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return path


@pytest.mark.parametrize("write", [json.dumps, repr])
@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_members_of_objects_are_columns(tmp_path: Path, name: str, write: Callable[[Any], str]) -> None:
    sheet = open_sheet(_save(tmp_path / name, _rows(write)))
    rows = list(sheet.rows())
    assert rows[0] == ["Title", "Dodavatelé_nazev", "Amount (CZK)", "Dodavatelé_ico", "Dodavatelé_cena"]
    assert [row[1] for row in rows[1:]] == ["Aa a.s.", "Bb s.r.o.; Cc k.s.", "", "Aa a.s."]
    assert rows[1][3:] == ["27577171", "1.5"]
    assert any(one.is_(Noticed.OBJECTS_IN_CELLS) for one in sheet.noticed)


def test_a_column_with_other_cells_stays_with_the_members_behind_it(tmp_path: Path) -> None:
    objects = [["A", json.dumps({"name": f"N{at}", "id": f"{at}"})] for at in range(19)]
    rows = list(open_sheet(_save(tmp_path / "list.csv", [["Title", "Who"], *objects, ["A", "Dd, unclear"]])).rows())
    assert rows[0] == ["Title", "Who", "Who_name", "Who_id"]
    assert rows[1][2:] == ["N0", "0"]
    assert rows[20] == ["A", "Dd, unclear", "", ""]


@pytest.mark.parametrize(
    "cells",
    [
        ['["Aa", "Bb"]', '["Cc"]'],
        ["[1, 2]", "[3]"],
        ['{"a": 1}', '{"b": 2}'],
        ['{"Aa", "Bb"}', "{Cc}"],
        ["{note}", "[note]"],
        ['[{"label": "Aa", "price": 5}, {"label": "Bb", "price": 6}]', '[{"label": "Cc", "price": 7}, {"label": "D"}]'],
    ],
)
def test_what_is_no_object_of_one_make_stays(cells: list[str]) -> None:
    assert objects_of_table(lambda: [["Title", "Members"], *(["A", cell] for cell in cells)]) is None


def test_the_names_are_parties(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rows = [["Title", "Supplier", "Amount (CZK)"], *(_rows(json.dumps)[at] for at in (4, 2))]
    ran = bring(_save(tmp_path / "list.csv", rows))
    assert ran.code == 0, ran.err
    parties = [row["parties"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert [one.count(":supplier") for one in parties] == [1, 2]
