"""Columns of what a buyer is are no buyers, and a year gives way to the days that lie in it."""

from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.importing.conftest import sheet

_KOPARE = """År;Namn för köpare;Organisationsnummer för köpare;Sektor för köpare;Juridisk form för köpare;Titel;\
Publiceringsdatum;Kontrakterat värde (SEK)
2021;AALAND KOMMUN;2120000001;Kommun;Kommuner;Skolmat;2021-01-11;1460
2021;BBVERKET;2021000002;Stat;Statliga enheter;Bro vid Cc;2021-02-12;33000000
2021;REGION DD;2321000003;Region;Regioner;Sängar;2021-03-13;500000
"""


def _prepared(archive: Path, path: Path) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair")


def test_what_a_buyer_is_is_no_buyer(archive: Path, tmp_path: Path) -> None:
    mapping = _prepared(archive, sheet(tmp_path / "a.csv", _KOPARE)).proposal.mapping
    assert mapping.fields["parties"].roles == {"buyer": ("Namn för köpare",)}
    assert mapping.columns["Organisationsnummer för köpare"] == "identifiers.SE-ON of Namn för köpare"


@pytest.mark.parametrize(
    ("header", "is_party"),
    [
        ("Navn på leverandør", True),
        ("Sektor for leverandør", False),
        ("Næring for leverandør", False),
        ("Отрасль для покупателя", False),
        ("Leverantör", True),
    ],
)
def test_a_column_of_a_party_is_of_its_names(archive: Path, tmp_path: Path, header: str, is_party: bool) -> None:
    path = sheet(tmp_path / "a.csv", f"Title,{header}\nBridge,Aa\nRoad,Bb\nPark,Cc\n")
    assert ("parties" in _prepared(archive, path).proposal.mapping.fields) is is_party


def test_a_year_gives_way_to_the_days_that_lie_in_it(archive: Path, tmp_path: Path) -> None:
    proposal = _prepared(archive, sheet(tmp_path / "a.csv", _KOPARE)).proposal
    assert proposal.mapping.fields["date"].column == ("Publiceringsdatum",)
    assert "only their years" in str(proposal.set_aside["År"])


@pytest.mark.parametrize(
    ("header", "days"),
    [
        ("Publication date", ("2020-05-01", "2019-05-02", "2018-05-03")),
        ("Publication date", ("2021", "2022", "2023")),
        ("Last updated", ("2021-05-01", "2022-05-02", "2023-05-03")),
    ],
)
def test_a_year_stays_beside_what_is_no_day_in_it(
    archive: Path, tmp_path: Path, header: str, days: tuple[str, ...]
) -> None:
    rows = "".join(f"Work {year},{year},{day}\n" for year, day in zip((2021, 2022, 2023), days, strict=True))
    mapping = _prepared(archive, sheet(tmp_path / "a.csv", f"Title,Year,{header}\n{rows}")).proposal.mapping
    assert mapping.fields["date"].year == "Year"
