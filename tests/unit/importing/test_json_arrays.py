"""Rows of JSON that are arrays of cells: read as a table, with its first row or names beside it for the header."""

import json
from pathlib import Path

import pytest

from tests.unit.importing.conftest import Take, sheet

_HEADER = ["Project", "Date", "Amount (EUR)", "Buyer"]
_ROWS = [
    ["Mine in Alvora", "2020-01-05", 1000, "Nestor Ventures Ltd"],
    ["Mill of Brindle", "2020-02-06", 2000.5, "Kappa Works Ltd"],
    ["Port of Corvane", "2020-03-07", 3000, "Lumo Metals Ltd"],
]
_TOLD = [{"name": name, "id": number} for number, name in enumerate(_HEADER)]


@pytest.mark.parametrize(
    "tree",
    [
        [_HEADER, *_ROWS],
        {"values": [_HEADER, *_ROWS]},
        {"columns": _HEADER, "index": [0, 1, 2], "data": _ROWS},
        {"meta": {"view": {"columns": _TOLD}}, "data": _ROWS},
    ],
)
def test_rows_with_their_header(take: Take, tmp_path: Path, tree: object) -> None:
    taken = take(sheet(tmp_path / "list.json", json.dumps(tree)))
    assert [str(one) for one in taken.values("title")] == [row[0] for row in _ROWS]
    assert [float(one) for one in taken.values("amount")] == [1000, 2000.5, 3000]


def test_a_row_for_each_line(take: Take, tmp_path: Path) -> None:
    text = "\n".join(json.dumps(row) for row in [_HEADER, *_ROWS])
    assert take(sheet(tmp_path / "list.jsonl", text)).counts.accepted == 3


def test_rows_without_a_header(take: Take, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.json", json.dumps([[f"{cell}\n" for cell in row] for row in _ROWS]))
    map_ = 'kind = "deals"\nheader = 0\n[title]\ncolumn = "column A"\n[event]\nconstant = "fair"\n'
    taken = take(path, map_=map_)
    assert [str(one) for one in taken.values("title")] == [row[0] for row in _ROWS]
    assert take(path).questions or take(path).counts.accepted == 3


def test_points_of_a_record_are_no_rows(take: Take, tmp_path: Path) -> None:
    tree = {"title": "Plant", "amount": 100, "currency": "EUR", "type": "fund", "shape": [[1, 2], [3, 4], [5, 6]]}
    assert take(sheet(tmp_path / "list.json", json.dumps(tree))).values("id") == ["plant"]
