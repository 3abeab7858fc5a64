"""Days below a word for a number of years, and answers of yes and no below a word for a text. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_MADE = Path("data") / "fair-deals-list"


def _list(header: str, cells: tuple[str, ...]) -> str:
    rows = (f"Works {n},Alder {n} Ltd,{cell},{n}000" for n, cell in enumerate(cells, 1))
    return "\n".join((f"title,buyer,{header},Amount (USD)", *rows)) + "\n"


@pytest.mark.parametrize("header", ["maturity", "Term", "Tenor (years)", "share"])
def test_days_are_no_term_in_years_and_no_share(bring: Bring, tmp_path: Path, header: str) -> None:
    text = _list(header, ("2028-01-09", "2029-03-03", "2030-06-10"))
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "date=")
    assert ran.code == 0, ran.err
    assert f": 3 of 3 from {header}; a field of its own: dates; 2028-01-09 to 2030-06-10" in ran.err
    assert "could be read" not in ran.err
    assert "is a range" not in ran.err


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("has_sector", ("true", "false", "true")),
        ("Sector", ("yes", "no", "yes")),
        ("has_place", ("ja", "nein", "ja")),
        ("Place", ("Yes", "No", "No")),
        ("note_given", ("yes", "no", "yes")),
    ],
)
def test_yes_and_no_are_no_text(
    bring: Bring, archive: Path, tmp_path: Path, header: str, cells: tuple[str, ...]
) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _list(header, cells)))
    assert ran.code == 0, ran.err
    assert f": 3 of 3 from {header}; a field of its own: yes or no" in ran.err
    deals = rows_of(archive / _MADE / "deals.csv")
    assert not {"true", "yes", "ja", "Yes"} & {deals[0].get("sector"), deals[0].get("place_en"), deals[0].get("place")}


def test_a_term_in_years_and_a_sector_stay(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _list("Term,Sector", ("5,Chips", "3,Media", "1,Health"))))
    assert "Term (years): 3 of 3 from Term" in ran.err
    assert "Sector: 3 of 3 from Sector" in ran.err
