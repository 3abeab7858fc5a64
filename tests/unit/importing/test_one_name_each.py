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


_TWO_LANGUAGES = (
    "Projekt,Empfänger,Betrag (EUR)\nDach,Quartier des Arts / Kunstwijk,1000\nTor,Maison Claire / Lichthuis,2000\n"
    "Weg,Les Amis du Parc / Vrienden van het Park,3000\nHof,Dune e.V.,4000\n"
)


@pytest.mark.parametrize(("mark", "count"), [("/", 7), ("none", 4)])
def test_a_slash_between_names_of_which_none_stands_alone_is_asked(
    bring: Bring, archive: Path, tmp_path: Path, mark: str, count: int
) -> None:
    path = sheet(tmp_path / "list.csv", _TWO_LANGUAGES)
    asked = bring(path)
    assert "3 of 4 different cells hold a slash between two names" in asked.err
    assert f"--set parties.separator.recipient={mark}  # {count} organisations" in asked.err
    ran = bring(path, "--set", f"parties.separator.recipient={mark}")
    assert ran.code == 0, ran.err
    assert len(_names(archive)) == count


@pytest.mark.parametrize(
    "rows",
    [
        "Dach,Alder / Birch,1\nTor,Birch / Cedar,2\nWeg,Cedar / Dune,3\nHof,Elm,4\n",  # parts come again
        "Dach,Alder AG / Birch GmbH,1\nTor,Cedar AG / Dune KG,2\nWeg,Elm AG / Fern AG,3\n",  # two companies each
        "Dach,Alder / Birch,1\nTor,Cedar / Dune,2\nWeg,Elm / Fern,3\n"
        + "".join(f"P{n},Gull {n} AG,9\n" for n in range(9)),
    ],
)
def test_a_slash_that_plainly_parts_or_is_rare_is_not_asked(bring: Bring, tmp_path: Path, rows: str) -> None:
    ran = bring(sheet(tmp_path / "list.csv", f"Projekt,Empfänger,Betrag (EUR)\n{rows}"), "--dry-run")
    assert "hold a slash between two names" not in ran.err
