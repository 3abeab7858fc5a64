"""Cells that a spreadsheet would run are defused, and nothing else is changed."""

import csv
import io
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.export.export import Options, pieces
from cq_tui.kinds import kinds
from cq_tui.model.flat import defused
from cq_tui.query.parse import parse
from cq_tui.store.store import Store

from tests.unit.made import DEAL, EVENT, write_archive


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "\u00a0=1",
        "\u3000＝1",
        '=HYPERLINK("http://x")',
        "'=1",
        "-cmd|' /C calc'!A0",
    ],
)
def test_a_formula_is_defused(text: str) -> None:
    assert defused(text) == "'" + text


@pytest.mark.parametrize("text", ["", " ", "a=1", "1-2", "西南铝", "'a", "(1)", "1", "10%", "#N/A"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert defused(text) == text


@pytest.mark.parametrize(("raw", "cell"), [(False, "'=1+1"), (True, "=1+1")])
def test_raw_leaves_cells_alone(tmp_path: Path, raw: bool, cell: str) -> None:
    root = write_archive(tmp_path, events=EVENT, deals=DEAL + 'note = { en = "=1+1" }\n')
    selection = Store(read(root)).select(parse("", kinds()["deals"]))
    data = b"".join(pieces(selection, Options(raw=raw), to_file=False))
    (row,) = csv.DictReader(io.StringIO(data.decode()))
    assert row["note_en"] == cell


def test_negative_numbers_stay_numbers(tmp_path: Path) -> None:
    figure = '[[figures]]\nid = "f"\ntitle = { en = "F" }\nnature = "fact"\nvalue = -3.5\n'
    root = write_archive(tmp_path, events=EVENT, figures=figure)
    selection = Store(read(root)).select(parse("", kinds()["figures"]))
    data = b"".join(pieces(selection, Options(columns="value"), to_file=False))
    assert data == b"value\n-3.5\n"
