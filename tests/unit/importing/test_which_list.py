"""Whether the list is the one of records of JSON or one within them is asked where that has the amounts; made up."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


def _flat(street: str, *prices: int) -> dict[str, Any]:
    rounds = [{"date": f"2026-0{n}-10", "starting_price_pln": price} for n, price in enumerate(prices, 1)]
    return {"key": f"{street}|7", "street": street, "listings": rounds}


_FLATS = [_flat("Lipowa", 900, 800), _flat("Dębowa", 700), _flat("Wierzbowa", 600, 500, 400), _flat("Sosnowa", 300)]


def test_the_inner_list_is_asked_about_and_likely(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.json", json.dumps({"city": "Aastadt", "properties": _FLATS}))
    ran = bring(path)
    assert ran.code == 1
    assert "? sheet: The amounts stand in the list properties.listings within the records" in ran.err
    assert "--set sheet=properties.listings  # likely; 7 rows: date, starting_price_pln" in ran.err
    assert "--set sheet=properties  # 4 rows: key, street, listings" in ran.err
    ran = bring(path, "--set", "sheet=properties.listings", "--set", "title.column=key", "--dry-run")
    assert "7 rows: 7 accepted" in ran.err
    assert "PLN 4,200" in ran.err
    assert "? sheet" not in bring(path, "--set", "sheet=properties", "--dry-run").err


def test_it_is_told_where_the_records_have_no_name(look: Bring, tmp_path: Path) -> None:
    ran = look(sheet(tmp_path / "list.json", json.dumps(_FLATS)))
    assert "The amounts stand in the list listings within the records" in ran.err
    assert "--sheet listings makes each of these a record." in ran.err


def test_payments_within_deals_that_have_an_amount_are_not_asked_about(look: Bring, tmp_path: Path) -> None:
    deals = [{**one, "signed": "2026-01-02", "amount_pln": 5000, "title": f"Flat {n}"} for n, one in enumerate(_FLATS)]
    assert "? sheet" not in look(sheet(tmp_path / "list.json", json.dumps({"deals": deals}))).err


def test_one_payment_in_each_is_not_asked_about(look: Bring, tmp_path: Path) -> None:
    flats = [_flat(f"Aa {n}", n) for n in range(1, 6)]
    assert "? sheet" not in look(sheet(tmp_path / "list.json", json.dumps({"flats": flats}))).err
