"""Columns headed as places whose cells are numbers. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, sheet

Bring = Callable[..., Ran]
HEADERS = ["Location", "Place", "Project location", "Ort", "Lieu", "地点", "Ubicación"]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize(
    "cells",
    [
        ["48.21", "16.37", "-3.5"],
        ["48.21, 16.37", "-3.5, 40", "0.2, 1"],
        ["48,21 N; 16,37 E", "3,5 S; 40 O", "0,2 N; 1 E"],
        ["48°12'30\"N 16°22'E", "3°S 40°W", "0°N 1°E"],
        ["POINT(16.37 48.21)", "POINT (40 -3.5)", "Point(1 0.2)"],
        ["1010", "8020", "4020"],
    ],
)
def test_they_are_no_places(fields: Fields, tmp_path: Path, header: str, cells: list[str]) -> None:
    rows = "".join('{},{},"{}"\n'.format(*row, one.replace('"', '""')) for one, row in zip(cells, ROWS, strict=True))
    assert "place" not in fields(sheet(tmp_path / "list.csv", f"Project,Amount (USD),{header}\n{rows}"))


ROWS = [("Mill", 1000), ("Dam", 2000), ("Port", 3000)]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("cells", [["N", "S", "W"], ["Vienna 10", "Graz", "Linz"], ["Bezirk 3", "3. Bezirk", "5e"]])
def test_names_with_numbers_are(fields: Fields, take: Take, tmp_path: Path, header: str, cells: list[str]) -> None:
    rows = "".join('{},{},"{}"\n'.format(*row, one) for one, row in zip(cells, ROWS, strict=True))
    path = sheet(tmp_path / "list.csv", f"Project,Amount (USD),{header}\n{rows}")
    assert fields(path)["place"].columns == (header,)
    if header == HEADERS[0]:
        assert [str(one) for one in take(path).values("place")] == cells


def test_they_are_a_field_of_their_own_and_told(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Amount (USD),Location,Town\nMill,1000,48.21,Aa\nDam,2000,16.37,Bb\nPort,3000,-3.5,Cc\n"
    ran = bring(sheet(tmp_path / "list.csv", text), "--dry-run")
    assert "Set aside: Location: its header says Place, but its cells are numbers" in ran.err, ran.err
    assert "Location (2): 3 of 3 from Location; a field of its own: numbers" in ran.err
    assert "Place: 3 of 3 from Town" in ran.err
