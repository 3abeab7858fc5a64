"""Groups that the first column names once, above their rows: it is asked whether the name holds for these. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_GIFTS = """Amt/Organisationseinheit,Zuwendungsgeber,Zuwendungsart,Wert (Euro),Verwendungszweck
Hochschule Nordstadt,Muster-Stiftung,Spende,20000,Forschung
,Alder AG,Spende,6000,Lehre
,Birch AG,Spende,7000,Bibliothek
Museum Weststadt,Beispiel AG,Sponsoring,10000,Ausstellung
,Probe GmbH,Spende,5000,Aula
,Cedar KG,Spende,8000,Konzert
Gesamtwert,,,56000,
"""


def test_it_is_asked_and_the_name_is_carried_down(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _GIFTS)
    asked = bring(path)
    assert "Rows that have nothing in Amt/Organisationseinheit" in asked.err
    assert "--set rows.below=hold  # likely; Hochschule Nordstadt, Alder AG" in asked.err
    ran = bring(path, "--set", "rows.below=hold")
    assert ran.code == 0, ran.err
    parties = [row["parties"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert ["hochschule-nordstadt:recipient" in one for one in parties] == [True] * 3 + [False] * 3
    assert ["museum-weststadt:recipient" in one for one in parties] == [False] * 3 + [True] * 3
    assert all(":funder" in one for one in parties)


def test_a_number_that_some_rows_have_is_likely_none_of_the_others(look: Bring, tmp_path: Path) -> None:
    rows = (
        "AB_2022-9,Quay,Alder AG\n,Mill,Birch AG\n,Yard,Elder KG\nCD_2023-4,Dock,Elm AG\n,Pier,Fern AG\n,Hall,Oak AG\n"
    )
    told = look(sheet(tmp_path / "list.csv", f"Code,Project,Investor\n{rows}{rows.replace('_', '-')}")).err
    assert "--set rows.below=hold  # AB_2022-9" in told


@pytest.mark.parametrize(
    "rows",
    [
        "Aa,Alder,1,Lehre\n,Birch,2,Bau\nCc,Cedar,3,Rat\nDd,Dune,4,Hof\nEe,Elm,5,Tor\n,Fern,6,Weg\n",  # most have one
        "Neu,Alder,1,Lehre\n,Birch,2,Bau\n,Cedar,3,Rat\nNeu,Dune,4,Hof\n,Elm,5,Tor\n,Fern,6,Weg\n",  # a mark
        "Aa,Alder,1,Lehre\n,,,x\n,,,y\nBb,Dune,4,Hof\n,,,z\n,,,w\n",  # notes below
    ],
)
def test_what_only_lacks_a_name_is_not_asked(look: Bring, tmp_path: Path, rows: str) -> None:
    ran = look(sheet(tmp_path / "list.csv", f"Group,Company,Amount (EUR),Purpose\n{rows}"))
    assert "Does it hold for them?" not in ran.err


def test_names_of_rows_that_are_no_records_are_not_told(bring: Bring, tmp_path: Path) -> None:
    header = '"Name und Ort/\nSitz des Zuwendungsgebers",Wert (Euro),Zweck\n'
    again = '"Name und Ort/\nSitz (Stadt) des Zuwendungsgebers",Wert (Euro),Zweck\n'
    rows = "".join(f"Alder {at} AG,{at}000,Dach {at}\n" for at in range(1, 9))
    ran = bring(sheet(tmp_path / "list.csv", f"{header}{rows}{again}Birch AG,7500,Boden\n"))
    assert ran.code == 0, ran.err
    assert "names that go over lines" not in ran.err
    assert "Sitz (Stadt)" not in ran.err.partition("Organisations:")[2]
