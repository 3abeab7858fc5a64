"""What is proposed and not right can be said otherwise: the other columns of names, days and amounts are named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.answers.other_sources import other_sources
from cq_tui.importing.recognise.columns.draft import Profiles
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
LIST = """Ref,Betreff,Wer macht es,Datum,Frist,Summe (EUR),Lat
A-1,Neubau der Brücke,Baumann GmbH,2024-03-01,2024-04-30,1200000,51.2
A-2,Dach der Schule,Dachwerk KG,2024-03-08,2024-05-31,340000,51.3
A-3,Pflege der Bäume,Grünhof e.V.,2024-04-11,2024-06-30,25000,51.1
"""


def _told(ran: Ran) -> list[str]:
    """The lines of other settings."""
    lines = ran.err.splitlines()
    first = lines.index("Where that is not right, one of these says otherwise:")
    return [line.strip() for line in lines[first + 1 :] if line.startswith("    ")]


def test_columns_of_names_days_and_amounts_are_offered(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", LIST), "--dry-run")
    told = _told(ran)
    assert "--set 'parties.ROLE=Wer macht es'  # Baumann GmbH, Dachwerk KG" in told
    roles = next(line for line in told if line.startswith("# ROLE"))
    assert all(role in roles for role in ("buyer", "supplier", "funder", "recipient", "partner"))
    assert "--set date.column=Frist  # 2024-04-30, 2024-05-31" in told
    assert "--set date=  # no column says it" in told
    assert not any(line.startswith("--set date.column=Datum") for line in told), "it is what is proposed"
    assert any(line.startswith("--kind KIND") and "organisations" in line for line in told)


def test_an_offered_setting_holds_and_what_was_is_offered_then(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    ran = bring(
        path, "--set", "parties.supplier=Wer macht es", "--set", "title.column=Betreff", "--set", "date.column=Frist"
    )
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [(row["parties"], row["date"]) for row in rows] == [
        ("baumann:supplier", "2024-04-30"),
        ("dachwerk:supplier", "2024-05-31"),
        ("grunhof-ev:supplier", "2024-06-30"),
    ]
    assert "--set date.column=Datum  # 2024-03-01, 2024-03-08" in _told(ran)


def test_who_buys_in_all_rows_or_in_the_first_hundreds_is_offered(bring: Bring, tmp_path: Path) -> None:
    """One office publishes the whole list, and the list is sorted by the unit that ordered."""
    rows = "".join(
        f"Roof {at},2024-03-01,{at + 5}0000,Port Authority of Alden,{'Harbour unit' if at < 400 else 'Canal unit'}\n"
        for at in range(500)
    )
    text = f"Project,Date,Amount (EUR),Quelle,Stelle\n{rows}"
    told = _told(bring(sheet(tmp_path / "list.csv", text), "--dry-run"))
    assert "--set parties.ROLE=Quelle  # Port Authority of Alden" in told
    assert "--set parties.ROLE=Stelle  # Harbour unit, Canal unit" in told
    assert not [line for line in told if line.startswith("--set title.column=Quelle")]


def test_a_title_that_was_passed_over(bring: Bring, tmp_path: Path) -> None:
    text = "Company,Stage,About,Raised (USD)\nAlvora,Seed,Maps for growers,100\nBrindle,Series A,Small pumps,300\n"
    told = _told(bring(sheet(tmp_path / "list.csv", text), "--dry-run"))
    assert any(line.startswith("--set title.column=") for line in told)


def _prepared(archive: Path, path: Path) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair")


def test_no_year_and_no_code_is_an_amount(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Deal,Built,Code\nMill,1999,00123\nMine,2004,00124\nDam,2011,00131\n")
    assert not [one for one in other_sources(_prepared(archive, path)) if one.field.type.is_money and one.column]


def test_of_many_days_none_calls_somebody(archive: Path, tmp_path: Path) -> None:
    names = [f"{what}_date" for what in ("opening", "display", "report", "notice", "expiry", "planning", "approval")]
    rows = "".join(f"Mill {at},Aa {at} Ltd,{','.join([f'2024-03-0{at} 00:00:00'] * len(names))}\n" for at in (1, 2, 3))
    path = sheet(tmp_path / "list.csv", f"Deal,pde,{','.join(names)}\n{rows}")
    found = other_sources(_prepared(archive, path))
    assert not [one for one in found if one.field.name in ("parties", "title") and one.column in names]
    assert 0 < len([one for one in found if one.field.type.is_day and one.column]) <= 4


def test_words_that_no_amount_is_told_are_no_amounts(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Deal,Subject\nMill,Not available\nMine,Not available\nDam,Water\n")
    assert not [one for one in other_sources(_prepared(archive, path)) if one.field.type.is_money and one.column]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Handed over", ("07. 07. 2020", "30. 06. 2020", "11. 12. 2019")),
        ("geo_lat", ("50.11", "49.2", "51.04")),
        ("Breitengrad", ("50,11", "49,2", "51,04")),
        ("Where", ("50.0851122", "50.06467", "-14.3110")),
        ("naeringskode1", ("93.130", "46.180", "70.220")),
        ("Branchenschlüssel", ("93.130", "46.180", "70.220")),
        ("Faktor", ("0.85", "0.70", "0.5")),
        ("totalExecutionTime", ("9001234", "55123", "7000000")),
        ("NUMTELEFONO", ("934001122", "915003344", "976005566")),
    ],
)
def test_days_places_codes_and_factors_are_no_amounts(
    archive: Path, tmp_path: Path, header: str, cells: tuple[str, ...]
) -> None:
    rows = "".join(f"Dam of {at};Aa {at} Ltd;{cell}\n" for at, cell in enumerate(cells))
    path = sheet(tmp_path / "list.csv", f"Deal;Firm;{header}\n{rows}")
    assert not [one for one in other_sources(_prepared(archive, path)) if one.field.type.is_money and one.column]


def test_of_thousands_of_columns_the_first_are_looked_at(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"Q{number}" for number in range(1_000)]
    rows = [[f"Deal {row}", *(f"word {row} {name}" for name in names)] for row in range(3)]
    text = "\n".join(",".join(row) for row in [["Deal", *names], *rows])
    prepared = _prepared(archive, sheet(tmp_path / "list.csv", text + "\n"))
    asked = set[str]()
    missing = Profiles.__missing__

    def counted(self: Profiles, name: str) -> object:
        asked.add(name)
        return missing(self, name)

    monkeypatch.setattr(Profiles, "__missing__", counted)
    other_sources(prepared)
    assert 0 < len(asked) <= 130


def test_they_stand_in_json(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", LIST), "--dry-run", "--json")
    others = json.loads(ran.out)["others"]
    day = next(one for one in others if one["column"] == "Frist")
    first = ["2024-04-30", "2024-05-31"]
    assert day == {"field": "date", "set": "date.column=Frist", "column": "Frist", "first": first, "roles": []}
    party = next(one for one in others if one["column"] == "Wer macht es" and one["field"] == "parties")
    assert party["set"] == "parties.ROLE=Wer macht es"
    assert "supplier" in party["roles"]


def test_nothing_is_offered_of_a_mapping_that_was_given(bring: Bring, tmp_path: Path) -> None:
    mapping = sheet(tmp_path / "MAP.toml", 'header = 1\n[title]\ncolumn = "Betreff"\n')
    ran = bring(sheet(tmp_path / "list.csv", LIST), "--dry-run", "--map", str(mapping))
    assert "one of these says otherwise" not in ran.err
