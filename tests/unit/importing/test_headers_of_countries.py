"""Headers of countries in one word or several, and counts of cells that match the rows. Made up."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, rows_of, sheet

Bring = Callable[..., Ran]
_DEALS = Path("data") / "fair-deals-list" / "deals.csv"
_HEADERS = (
    "Endverbraucherland|Bestimmungsland|Lieferland|Empfängerland|Herkunftsland|Zielländer|Herkomstland|"
    "Ursprungsland|pays de destination|Pays d'origine|país de origen|País de destino|paese di destinazione|"
    "kraj pochodzenia|страна назначения|目的国|原产国|End user country"
)


@pytest.mark.parametrize("header", _HEADERS.split("|"))
def test_headers_of_countries(fields: Fields, tmp_path: Path, header: str) -> None:
    text = f"Project;{header};Amount (CHF)\nMill;China;4000\nMine;Thailand;7000\nPort;Indien;1500\n"
    assert fields(sheet(tmp_path / "list.csv", text))["countries"].columns == (header,)


@pytest.mark.parametrize("goes_first", [True, False])
@pytest.mark.parametrize(
    ("destination", "origin"),
    [
        ("land van bestemming", "land van oorsprong"),
        ("Bestimmungsland", "Herkunftsland"),
        ("Bestimmungsland", "Ursprungsland"),
        ("pays de destination", "pays d'origine"),
        ("país de destino", "país de origen"),
        ("país de destino", "país de procedencia"),
        ("paese di destinazione", "paese di provenienza"),
        ("kraj przeznaczenia", "kraj pochodzenia"),
        ("země určení", "země původu"),
        ("kohdemaa", "alkuperämaa"),
        ("страна назначения", "страна происхождения"),
        ("hedef ülke", "menşe ülke"),
        ("目的国", "原产国"),
        ("仕向国", "原産国"),
        ("Country of destination", "Country of origin"),
        ("Importing country", "Exporting country"),
        ("Country", "Origin country"),
    ],
)
def test_where_something_comes_from_is_not_where_it_goes(
    look: Bring, tmp_path: Path, destination: str, origin: str, *, goes_first: bool
) -> None:
    ran = look(_from_and_to(tmp_path, destination, origin, goes_first=goes_first))
    assert f'it says where something comes from, and "{destination}" does not' in ran.err
    assert f'[countries]\n  column = "{destination}"' in re.sub(r"  # .*", "", ran.err)


@pytest.mark.parametrize("goes_first", [True, False])
def test_where_something_comes_from_is_a_field_of_its_own(
    bring: Bring, archive: Path, tmp_path: Path, *, goes_first: bool
) -> None:
    ran = bring(_from_and_to(tmp_path, "Bestimmungsland", "Herkunftsland", goes_first=goes_first))
    assert [row["countries"] for row in rows_of(archive / _DEALS)] == ["CN", "TH", "IN"]
    assert "from Herkunftsland; a field of its own: " in ran.err


def _from_and_to(path: Path, destination: str, origin: str, *, goes_first: bool) -> Path:
    pairs = [(destination, origin), ("China", "Peru"), ("Thailand", "Peru"), ("India", "Chile")]
    first, *rows = [";".join(pair if goes_first else pair[::-1]) for pair in pairs]
    text = "".join(f"Part {n};{cells};{4000 + n}\n" for n, cells in enumerate(rows))
    return sheet(path / "list.csv", f"Project;{first};Amount (CHF)\n{text}")


@pytest.mark.parametrize("header", ["Weideland", "Bundesland", "Grassland"])
def test_ground_and_parts_of_a_country_are_none(look: Bring, tmp_path: Path, header: str) -> None:
    text = f"Project;{header};Amount (CHF)\nMill;Aa;4000\nMine;Bb;7000\nPort;Cc;1500\nRoad;Dd;1600\n"
    ran = look(sheet(tmp_path / "list.csv", text))
    assert "[countries]" not in ran.err
    assert "Set aside" not in ran.err


def test_evidence_counts_every_cell(look: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Part {n};{1 + n % 28:02}.{1 + n % 12:02}.{1950 + n % 70};CHF {1000 + n}\n" for n in range(900))
    ran = look(sheet(tmp_path / "list.csv", f"Project;Date;Amount\n{rows}"))
    assert "900 of 900 cells read as dates" in ran.err
    assert "CHF in 900 of 900 cells; 900 of 900 cells read as numbers" in ran.err
