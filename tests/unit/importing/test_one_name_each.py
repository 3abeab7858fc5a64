"""Columns of which it is said that each cell names one: no mark parts them; where one does, it is told. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_LIST = """Project,Recipient,Amount (EUR)
Roof,Alder / Birch GbR,2000
Barn,Cedar Hof,3000
Tree,Dune; Elm e.V.,4000
Pond,Fern GmbH,5000
Well,Gull AG | Heron AG,6000
Mill,Iris 、 Jay,7000
Lock,Kite GmbH und Lark GmbH,8000
Dike,"Moor AG, Nord AG",9000
Quay,"Otter
Pine",9500
"""


def _names(archive: Path) -> set[str]:
    return {row["name_en"] or row["name_zh"] for row in rows_of(archive / "data/fair-deals-list/organisations.csv")}


def test_none_parts_at_no_mark_at_all(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _LIST), "--set", "parties.separator.recipient=none")
    assert ran.code == 0, ran.err
    assert _names(archive) == {
        "Alder / Birch GbR",
        "Cedar Hof",
        "Dune; Elm e.V.",
        "Fern GmbH",
        "Gull AG | Heron AG",
        "Iris 、 Jay",
        "Kite GmbH und Lark GmbH",
        "Moor AG, Nord AG",
        "Otter Pine",
    }
    assert "read as several" not in ran.err
    assert "name several" not in ran.err


@pytest.mark.parametrize("cell", ["Alder / Birch GbR", "Dune; Elm e.V."])
def test_where_a_mark_parts_names_the_answer_that_undoes_it_is_told(bring: Bring, tmp_path: Path, cell: str) -> None:
    text = f"Project,Recipient,Amount (EUR)\nRoof,{cell},2000\nBarn,Cedar Hof,3000\nPond,Fern GmbH,5000\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert (
        f'! Parties: Recipient: cells that are read as several names: 1 of 3, such as "{cell}". '
        "To take each for one: --set parties.separator.recipient=none" in ran.err
    )


def test_a_column_that_is_plainly_of_lists_is_told_without_alarm(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Recipient,Amount (EUR)\nRoof,Alder; Birch,2000\nBarn,Cedar; Dune,3000\nPond,Fern; Elm,5000\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert "cells that are read as several names: 3 of 3" in ran.err
    assert "! Parties: Recipient: cells that are read" not in ran.err


def test_nobody_is_nobody_and_a_number_is_taken_off_in_such_a_column_too(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    text = (
        "Project,Recipient,Amount (EUR)\nRoof,Alder / Birch GbR,2000\nBarn,n/a,3000\nPond,Fern GmbH (HRB 12345),5000\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "parties.separator.recipient=none")
    assert ran.code == 0, ran.err
    assert "Alder / Birch GbR" in _names(archive)
    assert "n/a" not in _names(archive)
