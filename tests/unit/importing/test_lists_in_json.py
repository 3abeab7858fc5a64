"""A JSON object with several lists is like a workbook: one is read, the others are told, each can be named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cq_tui.importing.sources.sheet import open_sheet

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
COMPANIES = [{"id": n, "nombre": f"{name} S.A.", "actividad": "Gas", "web": None} for n, name in enumerate("ABC")]
CHANGES = [{"fecha": "2026-06-01", "nombre": "Alta de C S.A."}]
TWO = {"generado": "2026-06-29T13:16:59+00:00", "empresas": COMPANIES, "cambios": CHANGES}


def _list(tmp_path: Path, tree: Any) -> Path:
    return sheet(tmp_path / "list.json", json.dumps(tree))


def test_the_longest_is_read_and_the_others_are_told(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(_list(tmp_path, TWO))
    assert ran.code == 0, ran.err
    assert "list.json, empresas (other lists: cambios)\n" in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["title_en"] for row in rows] == ["A S.A.", "B S.A.", "C S.A."]


def test_another_is_read_by_its_name(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = _list(tmp_path, TWO)
    assert bring(path).code == 0
    ran = bring(path, "--sheet", "cambios")
    assert ran.code == 0, ran.err
    assert "list.json, cambios (other lists: empresas)\n" in ran.err
    rows = rows_of(archive / "data/fair-deals-list-cambios/deals.csv")
    assert [(row["title_en"], row["date"]) for row in rows] == [("Alta de C S.A.", "2026-06-01")]
    again = bring(path, "--sheet", "cambios")
    assert "All of it is in the archive already" in again.err, again.err


def test_one_that_is_called_as_the_kind_comes_first(bring: Bring, tmp_path: Path) -> None:
    ran = bring(_list(tmp_path, {"companies": COMPANIES, "deals": [{"title": "Mill"}, {"title": "Mine"}]}))
    assert "list.json, deals (other lists: companies)\n" in ran.err
    assert "2 rows: 2 accepted" in ran.err


def test_a_name_that_no_list_has_is_told(bring: Bring, tmp_path: Path) -> None:
    path = _list(tmp_path, TWO)
    ran = bring(path, "--sheet", "socios")
    assert (ran.code, ran.err) == (1, f"cq-tui: {path}: has no list socios; there are: empresas, cambios\n")
    path = _list(tmp_path, COMPANIES)
    ran = bring(path, "--sheet", "socios")
    assert (ran.code, ran.err) == (1, f"cq-tui: {path}: holds one list; --sheet names one of several\n")


@pytest.mark.parametrize(
    ("tree", "name", "others"),
    [
        ({"a": COMPANIES[:2], "b": COMPANIES}, "b", ("a",)),
        ({"meta": {"columns": COMPANIES}, "rows": CHANGES}, "rows", ("meta.columns",)),  # what stands less deep
        ({"result": {"fields": CHANGES, "records": COMPANIES}}, "result.records", ("result.fields",)),
        ({"result": {"records": COMPANIES, "total": 3}}, "", ()),
        ({"rows": COMPANIES, "notes": ["a", "b"], "none": []}, "", ()),
        ({"title": "Mill", "amount": 5, "date": "2020", "a": CHANGES, "b": COMPANIES[:2]}, "", ("b", "a")),
    ],
)  # fmt: skip
def test_which_list_it_is(tmp_path: Path, tree: Any, name: str, others: tuple[str, ...]) -> None:
    found = open_sheet(_list(tmp_path, tree))
    assert (found.name, found.others) == (name, others)


def test_an_object_with_values_of_its_own_is_one_record(tmp_path: Path) -> None:
    tree = {"title": "Mill", "amount": 5, "date": "2020", "links": CHANGES, "parties": COMPANIES[:2]}
    header, *rows = open_sheet(_list(tmp_path, tree)).rows()
    assert header[:4] == ["title", "amount", "date", "links"]
    assert "parties_nombre" in header
    assert [row[:3] for row in rows] == [["Mill", "5", "2020"]]
    assert len(list(open_sheet(_list(tmp_path, tree), "parties").rows())) == 3


def test_a_list_with_one_value_each_has_a_header(bring: Bring, tmp_path: Path) -> None:
    ran = bring(_list(tmp_path, [{"title": "Investor"}, {"title": "Mine"}]))
    assert ran.code == 0, ran.err
    assert "2 rows: 2 accepted" in ran.err
