"""Releases and records of the Open Contracting Data Standard, made up."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.importing.conftest import Take

PARTIES = [
    {"id": "B-1", "name": "Ministry of Made-up Works", "roles": ["buyer"], "address": {"countryName": "Kenya"}},
    {"id": "S-1", "name": "Aa Ltd", "roles": ["supplier"], "address": {"countryName": "Germany"}},
    {"id": "S-2", "name": "Bb SA", "roles": ["supplier"], "address": {"countryName": "France"}},
]


def release(number: int, day: str = "2025-11-19", amount: float = 1000.5, **more: Any) -> dict[str, Any]:
    return {
        "ocid": f"ocds-x-{number}", "id": f"{number}-{day}", "date": f"{day}T00:00:00Z", "tag": ["award"],
        "parties": PARTIES, "buyer": {"id": "B-1", "name": "Ministry of Made-up Works"},
        "tender": {"id": "t", "title": f"Bridge {number}", "value": {"amount": 9, "currency": "USD"}},
        "awards": [{"id": "a", "date": f"{day}T10:00:00Z", "value": {"amount": amount, "currency": "USD"},
                    "suppliers": [{"id": "S-1"}, {"id": "S-2", "name": "Bb SA"}]}],
    } | more  # fmt: skip


def written(path: Path, tree: Any) -> Path:
    path.write_text(json.dumps(tree), "utf-8")
    return path


def wrapped(releases: list[dict[str, Any]], how: str) -> Any:
    match how:
        case "releases":
            return {"uri": "x", "publisher": {"name": "Made up"}, "extensions": ["y"], "releases": releases}
        case "records":
            compiled = [{"ocid": one["ocid"], "releases": [{"url": "z"}], "compiledRelease": one} for one in releases]
            return {"version": "1.1", "records": compiled}
        case _:
            return releases


@pytest.mark.parametrize("how", ["releases", "records", "list"])
def test_an_award_is_a_row_with_its_parties(take: Take, tmp_path: Path, how: str) -> None:
    taken = take(written(tmp_path / "list.json", wrapped([release(1), release(2, amount=2000)], how)))
    assert [str(title) for title in taken.values("title")] == ["Bridge 1", "Bridge 2"]
    assert list(map(float, taken.values("amount"))) == [1000.5, 2000.0]
    assert taken.values("id") == ["ocds-x-1-a", "ocds-x-2-a"]
    assert set(taken.values("currency")) == {"USD"}
    assert [str(day) for day in taken.values("date")] == ["2025-11-19"] * 2
    parties = {(party.org, str(party.role)) for party in taken.records[0].parties}  # type: ignore[attr-defined]
    assert {org for org, _role in parties} == {"ministry-of-made-up-works", "aa", "bb"}


def test_lines_of_releases(take: Take, tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    path.write_text("\n".join(map(json.dumps, (release(1), release(2)))), "utf-8")
    assert len(take(path).records) == 2


def test_the_latest_release_of_a_contract_counts(take: Take, tmp_path: Path) -> None:
    told = [release(1, "2025-11-20", 3000), release(1, "2025-11-19", 1000)]
    taken = take(written(tmp_path / "list.json", wrapped(told, "releases")))
    assert list(map(float, taken.values("amount"))) == [3000.0]


def test_contracts_count_instead_of_their_awards(take: Take, tmp_path: Path) -> None:
    contracts = [{"id": "c", "awardID": "a", "title": "Bridge", "dateSigned": "2025-12-01T00:00:00Z",
                  "value": {"amount": 700, "currency": "EUR"}, "status": "active"}]  # fmt: skip
    taken = take(written(tmp_path / "list.json", wrapped([release(1, contracts=contracts)], "releases")))
    assert [(int(one.amount), one.currency, str(one.date)) for one in taken.records] == [(700, "EUR", "2025-12-01")]  # type: ignore[attr-defined]


def test_a_tender_counts_until_it_is_awarded(take: Take, tmp_path: Path) -> None:
    early = release(1, "2025-11-01", awards=[])
    assert list(map(float, take(written(tmp_path / "list.json", [early])).values("amount"))) == [9.0]
    taken = take(written(tmp_path / "list.json", [release(1), early]))
    assert list(map(float, taken.values("amount"))) == [1000.5]


@pytest.mark.parametrize("odd", [
    {"releases": [{"ocid": "x", "awards": ["text"], "tender": 5, "parties": {}, "buyer": [], "date": None}]},
    {"releases": [{"ocid": "x", "awards": [{"suppliers": [{"id": []}], "value": "much"}]}]},
    {"records": [{"ocid": "x", "releases": ["y"]}]},
])  # fmt: skip
def test_odd_ones_break_nothing(tmp_path: Path, odd: Any) -> None:
    from cq_tui.importing.sources.sheet import open_sheet

    assert list(open_sheet(written(tmp_path / "list.json", odd)).rows())
