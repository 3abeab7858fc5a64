"""A column of recipients of which most are countries is of countries, and the other cells are remarks. Made up."""

from pathlib import Path

from tests.unit.importing.conftest import Take, sheet

LANDS = ("Belize", "Honduras", "Panama", "Vietnam", "Nauru")


def _list(others: tuple[str, ...]) -> str:
    rows = "".join(f'Mill {number},"{cell}",Aa {number} Ltd\n' for number, cell in enumerate((*LANDS, *others)))
    return f"Title,recipient,Supplier\n{rows}"


def test_regions_among_countries_are_remarks(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", _list(("Regional, Asia", "Regional, Europe"))))
    assert found.values("countries")[:5] == [("BZ",), ("HN",), ("PA",), ("VN",), ("NR",)]
    assert {party.role for parties in found.values("parties") for party in parties} == {"supplier"}
    assert len(found.remarks) == 2


def test_a_company_among_countries_leaves_them_parties(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", _list(("Bb Werke GmbH", "Ministry of Works"))))
    assert {party.role for parties in found.values("parties") for party in parties} == {"supplier", "recipient"}
