"""Cells that a spreadsheet would run are defused, and nothing else is changed."""

import csv
import io
from pathlib import Path

import duckdb
import pytest
from cq_tui.archive.read import read
from cq_tui.export.export import Options, pieces
from cq_tui.query.parse import parse
from cq_tui.schema.flat import sql_plain
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.values.blanks import BLANKS
from cq_tui.values.formulas import Formulas
from hypothesis import given
from hypothesis import strategies as st

from tests.shipped import kinds
from tests.unit.made import DEAL, EVENT, write_archive

ENGINE = duckdb.connect()
NOTE = kinds()["deals"].by_name["note"]


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
    assert Formulas.defused(text) == "'" + text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a; =1;b", "a;' =1;b"),
        ("=1;+2;－3", "'=1;'+2;'－3"),
        ("a;'@b", "a;''@b"),
        ("a;\n=1", "a;'\n=1"),
        ("a;;-1", "a;;'-1"),
        ("a; \u3000＝1", "a;' \u3000＝1"),
    ],
)
def test_a_formula_behind_a_semicolon_is_defused(text: str, written: str) -> None:
    """A spreadsheet that parts cells by semicolons begins a cell there."""
    assert Formulas.defused(text) == written
    assert Formulas.fused(written) == text
    assert ENGINE.execute(f"SELECT {Formulas.sql_defused('t')} FROM (SELECT ? AS t)", [text]).fetchone() == (written,)


@pytest.mark.parametrize("text", ["a;b", "a; b = 1", "a;1-2", "a：=1", "a;", "a；=1"])
def test_a_semicolon_alone_is_no_formula(text: str) -> None:
    assert Formulas.defused(text) == text


@given(st.text("=+-@;' \t\n\0\u3000＝ab"))
def test_the_engine_defuses_as_python_does(text: str) -> None:
    assert Formulas.fused(Formulas.defused(text)) == text
    sql = f"SELECT {Formulas.sql_defused('t')}, {sql_plain(NOTE, 'd')} FROM (SELECT ? AS t, ? AS d)"
    found = ENGINE.execute(sql, [text, Formulas.defused(text)]).fetchone()
    assert found == (Formulas.defused(text), text.strip(BLANKS))


@pytest.mark.parametrize("text", ["", " ", "a=1", "1-2", "西南铝", "'a", "(1)", "1", "10%", "#N/A"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert Formulas.defused(text) == text


@pytest.mark.parametrize(("raw", "cell"), [(False, "'=1+1"), (True, "=1+1")])
def test_raw_leaves_cells_alone(tmp_path: Path, raw: bool, cell: str) -> None:
    root = write_archive(tmp_path, events=EVENT, deals=DEAL + 'note = { en = "=1+1" }\n')
    selection = Selection(Store(read(root)), parse("", kinds()["deals"]))
    data = b"".join(pieces(selection, Options(raw=raw), to_file=False))
    (row,) = csv.DictReader(io.StringIO(data.decode()))
    assert row["note_en"] == cell


def test_negative_numbers_stay_numbers(tmp_path: Path) -> None:
    figure = '[[figures]]\nid = "f"\ntitle = { en = "F" }\nnature = "fact"\nvalue = -3.5\n'
    root = write_archive(tmp_path, events=EVENT, figures=figure)
    selection = Selection(Store(read(root)), parse("", kinds()["figures"]))
    data = b"".join(pieces(selection, Options(columns="value"), to_file=False))
    assert data == b"value\n-3.5\n"
