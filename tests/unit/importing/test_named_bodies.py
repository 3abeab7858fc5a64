"""Lists whose only column of names calls the records, and is their party as well. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_MADE = Path("data") / "fair-deals-list"
_CLUBS = """amount,club,rnd,state
23986,Harbour Bmx Club,1,ACT
2840,Lake Dragon Boat Association,1,ACT
10531,Reed Tennis Club,1,NSW
"""
_FIRMS = """orgnr,navn,tilskuddsordning,belop
923609016,Fjellvik Verksted,Industri,1015626
982463718,Nordvik Fisk,Industri,215626
914778271,Sandvik Bygg,Energi,315626
"""
_SITES = """name,operator,capacity_mw,announced
Alder Campus,Cloudberry,100,2024-01-05
Birch Campus,Cloudberry,150,2024-02-05
Cedar Site,Datarock,120,2024-03-05
"""


@pytest.mark.parametrize(
    ("text", "said", "party", "other"),
    [
        (_CLUBS, ("--set", "amount.currency=AUD"), "harbour-bmx-club:partner", "--set parties.recipient=club"),
        (_FIRMS, ("--set", "amount.currency=NOK"), "fjellvik-verksted:recipient", "--set parties.partner=navn"),
        (_SITES, (), "cloudberry:partner", "--set parties.recipient=operator"),
    ],
)
def test_who_is_named_is_a_party_as_well_and_it_is_told_with_the_other_answers(
    bring: Bring, archive: Path, tmp_path: Path, text: str, said: tuple[str, ...], party: str, other: str
) -> None:
    ran = bring(sheet(tmp_path / "list.csv", text), *said)
    assert ran.code == 0, ran.err
    assert "[parties]  # likely: no column says a party" in ran.err
    assert f"{other}, --set parties=" in ran.err
    deals = rows_of(archive / _MADE / "deals.csv")
    assert deals[0]["parties"] == party
    assert deals[0]["title_en"] in ("Harbour Bmx Club", "Fjellvik Verksted", "Alder Campus")


def test_the_setting_takes_it_off(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _SITES), "--set", "parties=")
    assert ran.code == 0, ran.err
    assert rows_of(archive / _MADE / "deals.csv")[0].get("parties", "") == ""
    assert not (archive / _MADE / "organisations.csv").exists()


@pytest.mark.parametrize(
    "column",
    [("firm", "yes", "no", "yes"), ("school", "12", "13", "14"), ("operator", "company", "trust", "charity")],
)
def test_marks_numbers_and_sorts_are_nobody(look: Bring, tmp_path: Path, column: tuple[str, ...]) -> None:
    header, *cells = column
    rows = (f"Works {n},{cell},{n}000" for n, cell in enumerate(cells, 1))
    text = "\n".join((f"title,{header},Amount (EUR)", *rows)) + "\n"
    ran = look(sheet(tmp_path / "list.csv", text))
    assert "[parties]" not in ran.err


def test_a_party_that_a_header_says_is_enough(look: Bring, tmp_path: Path) -> None:
    text = _SITES.replace("capacity_mw", "buyer").replace(",100,", ",Alder,").replace(",150,", ",Birch,")
    ran = look(sheet(tmp_path / "list.csv", text.replace(",120,", ",Cedar,")))
    assert 'buyer = "buyer"' in ran.err
    assert "no column says a party" not in ran.err
