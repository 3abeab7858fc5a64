"""A column of places whose cells are nearly all countries is of countries; codes of states are none. Made up."""

from pathlib import Path

import pytest

from tests.unit.importing.conftest import Fields, Take, sheet

_LANDS = ("United States", "USA", "United Kingdom", "CAN", "ISR", "Germany", "Netherlands", "Japan", "France", "India")
_HEADERS = ["location", "Place", "Region", "Standort", "lieu", "ubicación", "località", "地点", "Location of project"]


def _list(header: str, cells: tuple[str, ...], more: str = "", value: str = "") -> str:
    rows = "".join(f'Mill {number},"{cell}"{value}\n' for number, cell in enumerate(cells))
    return f"Title,{header}{more}\n{rows}"


@pytest.mark.parametrize("header", _HEADERS)
def test_countries_under_a_header_of_places(fields: Fields, take: Take, tmp_path: Path, header: str) -> None:
    path = sheet(tmp_path / "a.csv", _list(header, _LANDS))
    taken = fields(path)
    assert (taken["countries"].columns, "place" in taken) == ((header,), False)
    if header != _HEADERS[0]:  # what is made of them hangs on no header
        return
    found = take(path)
    assert found.values("countries")[:5] == [("US",), ("US",), ("GB",), ("CA",), ("IL",)]
    assert set(found.values("place")) == {None}


def test_a_town_behind_its_country_is_a_remark(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", _list("location", (*_LANDS, "USA, Palo Alto, California"))))
    assert found.values("countries")[-1] == ("US",)
    assert "USA, Palo Alto, California" in found.unread()


@pytest.mark.parametrize(
    "cells",
    [
        ("CA", "DE", "GA", "IN", "CO", "IL"),  # states of one country
        ("Paris", "Lyon", "Monaco", "Luxembourg", "Nice", "Singapore"),
        (*_LANDS[:6], "Lyon", "Nice", "Genoa"),
    ],
)
def test_other_cells_stay_places(fields: Fields, tmp_path: Path, cells: tuple[str, ...]) -> None:
    found = fields(sheet(tmp_path / "a.csv", _list("Location", cells)))
    assert found["place"].columns == ("Location",)
    assert "countries" not in found


def test_beside_a_column_of_countries_places_stay(fields: Fields, tmp_path: Path) -> None:
    found = fields(sheet(tmp_path / "a.csv", _list("Location", _LANDS, ",Country", ",France")))
    assert found["place"].columns == ("Location",)
    assert found["countries"].columns == ("Country",)


@pytest.mark.parametrize("cell", ["USA, Palo Alto, CA", "US, Wilmington, DE", "Canada, Toronto, ON; Ottawa, CA"])
def test_the_state_behind_a_town_is_no_country(take: Take, tmp_path: Path, cell: str) -> None:
    found = take(sheet(tmp_path / "a.csv", _list("Country", (*_LANDS, cell))))
    assert found.values("countries")[-1] == (("CA",) if cell.startswith("Canada") else ("US",))
    assert cell in found.unread()


def test_codes_of_countries_in_one_cell_stay(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", _list("Country", (*_LANDS, "US, CA, DE"))))
    assert found.values("countries")[-1] == ("US", "CA", "DE")
