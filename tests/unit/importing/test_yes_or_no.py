"""Columns of marks for yes and no are flags, whatever their headers say, and the marks name nobody. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import split_names

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]
MARKS = ("Yes|No", "Ja|Nein", "Oui|Non", "Sí|No", "Sim|Não", "Tak|Nie", "Ano|Ne", "Да|Нет", "はい|いいえ", "是|否")


def _marked(path: Path, header: str, marks: list[str]) -> Path:
    """A list with columns of marks: for each two of them, yes, no, no, yes and no."""
    pairs = [one.split("|") for one in marks]
    rows = (
        ",".join((f"Boom {n}", f"Aa {n} GmbH", *(pair[at] for pair in pairs))) for n, at in enumerate((0, 1, 1, 0, 1))
    )
    return sheet(path / "list.csv", f"Project,Vendor,{header}\n" + "\n".join(rows) + "\n")


@pytest.mark.parametrize("marks", MARKS)
def test_a_column_of_marks_is_no_party(look: Bring, tmp_path: Path, marks: str) -> None:
    told = look(_marked(tmp_path, "Nonprofit Organization?,Hospital?", [marks] * 2)).err
    assert "Nonprofit Organization?: its header says Parties, but its cells are marks for yes and no" in told


def test_a_column_of_marks_is_a_field_of_its_own(bring: Bring, tmp_path: Path) -> None:
    columns = [f"Hospital {n}?" for n in range(len(MARKS))]
    told = bring(_marked(tmp_path, ",".join(columns), [*MARKS])).err
    assert "Organisations: 0 known, 5 new" in told
    for column, marks in zip(columns, MARKS, strict=True):
        assert f"{column}; a field of its own: yes or no; false 3, true 2" in told, marks


@pytest.mark.parametrize("cell", "Yes|NO|yes|Ja|nein|oui|Non|Sí|não|да|нет|いいえ|是|否".split("|"))
def test_an_answer_is_no_organisation(cell: str) -> None:
    assert split_names(cell) == []
    assert split_names(f"Aa Werke GmbH; {cell}") == ["Aa Werke GmbH"]


@pytest.mark.parametrize("name", ["ANO", "X", "True", "Yes Bank", "No Limits GmbH", "Ja Solar"])
def test_a_name_may_be_such_a_word(name: str) -> None:
    assert split_names(name) == [name]


def test_a_party_may_be_called_as_a_mark_is(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"Gift {number},ANO\n" for number in range(5))
    found = take(sheet(tmp_path / "list.csv", f"Title,Recipient\n{rows}"))
    assert [[party.org for party in parties] for parties in found.values("parties")] == [["ano"]] * 5


@pytest.mark.parametrize(("header", "cells"), [("Land", "NO NO NO"), ("Country", "NO SI NO"), ("国家", "NO NO")])
def test_under_a_header_of_countries_they_are_countries(take: Take, tmp_path: Path, header: str, cells: str) -> None:
    rows = "".join(f"Mill {number},{cell}\n" for number, cell in enumerate(cells.split()))
    found = take(sheet(tmp_path / "list.csv", f"Title,{header}\n{rows}"))
    assert found.values("countries") == [(cell,) for cell in cells.split()]


def test_a_column_of_countries_with_yes_and_no_is_a_flag(bring: Bring, tmp_path: Path) -> None:
    text = "Title,Country\nMill 1,Yes\nMill 2,No\nMill 3,No\n"
    assert "its cells are marks for yes and no" in bring(sheet(tmp_path / "list.csv", text)).err
