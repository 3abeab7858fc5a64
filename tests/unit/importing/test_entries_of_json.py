"""Entries of a JSON list: each is a record, however little it says; a country may be an object. Made up."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]

_FAIR = [
    {"name": "Aa Tactical", "country": {"text": "USA", "iso2": "US"}},
    {"name": "Bb Limited", "country": {"text": "UK", "iso2": "GB"}},
    {"name": "Cc Defence"},
    {"name": "Dd SA", "country": {"text": "Brazil", "iso2": None}},
    {"name": "Ee Ltd", "country": "Ireland"},
]


def _bring(bring: Bring, tmp_path: Path, *arguments: str) -> Ran:
    return bring(sheet(tmp_path / "list.json", json.dumps({"name": "Aa Expo", "exhibitor": _FAIR})), *arguments)


def test_an_entry_with_a_name_alone_is_a_record(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = _bring(bring, tmp_path)
    assert "5 rows: 5 accepted, 0 refused" in ran.err
    assert [row["title_en"] for row in rows_of(archive / "data" / "fair-deals-list" / "deals.csv")][2] == "Cc Defence"


def test_an_object_of_a_country_is_one(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = _bring(bring, tmp_path)
    assert "Countries: 4 of 5 from country" in ran.err
    found = [row["countries"] for row in rows_of(archive / "data" / "fair-deals-list" / "deals.csv")]
    assert found == ["US", "GB", "", "BR", "IE"]


def test_an_object_of_something_else_keeps_its_keys(bring: Bring, tmp_path: Path) -> None:
    deals = [{"title": f"Part {n}", "currency": {"name": "US Dollar", "code": "USD"}, "amount": 1000} for n in range(3)]
    ran = bring(sheet(tmp_path / "list.json", json.dumps(deals)), "--dry-run")
    assert "currency_name" in ran.err
    assert "currency_code" in ran.err
