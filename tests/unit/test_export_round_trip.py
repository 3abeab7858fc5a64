"""A TOML export is data: put back it reads the same, and exports the same bytes."""

import json
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.archive.read import read, shipped
from cq_tui.export.export import Options, pieces
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.made import DEAL, EVENT, read_checked, write_archive

DATA_KINDS = sorted({path.stem for path in (shipped() / "data").glob("*.toml")} - {"schema"})


def _toml(root: Path, kind: str) -> bytes:
    return _exported(Store(read(root)), kind)


def _exported(store: Store, kind: str) -> bytes:
    selection = Selection(store, parse("", kinds()[kind]))
    return b"".join(pieces(selection, Options(format="toml"), to_file=True))


def test_every_kind_but_those_of_the_seeds_has_a_data_file() -> None:
    assert sorted(kinds().keys() - {"sources", "passages"}) == DATA_KINDS


@pytest.mark.parametrize("kind", DATA_KINDS)
def test_an_export_put_back_passes_check_and_exports_the_same_bytes(
    store: Store, copy_of_archive: Path, kind: str
) -> None:
    before = _exported(store, kind)
    (copy_of_archive / "data" / f"{kind}.toml").write_bytes(before)
    assert read_checked(copy_of_archive)[1] == []
    assert _toml(copy_of_archive, kind) == before


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_an_export_holds_the_records_that_were_read(
    store: Store, selection: Callable[..., Selection], kind: str
) -> None:
    tree = tomllib.loads(_exported(store, kind).decode(), parse_float=Decimal)
    assert list(tree) == [kind]
    assert [kinds()[kind].model.model_validate(table) for table in tree[kind]] == list(selection("", kind))


def test_what_is_absent_or_usual_is_left_out(store: Store) -> None:
    deals = tomllib.loads(_exported(store, "deals").decode())["deals"]
    fund = next(deal for deal in deals if deal["instrument"] == "fund")
    assert fund.keys().isdisjoint({"amount", "currency", "amount_basis", "countable", "term_years"})


@pytest.mark.parametrize(
    "note", ['quote " and \\ back', "two\\nlines", "tab\\there", "emoji 🚗", "'''", "铝" * 300, "\\u007f"],
    ids=["quotes", "lines", "tab", "emoji", "apostrophes", "long", "control"],
)  # fmt: skip
def test_any_text_survives(tmp_path: Path, note: str) -> None:
    escaped = note.replace('"', '\\"').replace("\\ ", "\\\\ ")
    root = write_archive(tmp_path, events=EVENT, deals=f'{DEAL}note = {{ en = "{escaped}" }}\n')
    assert read_checked(root)[1] == []
    records, data = read(root).records("deals"), _toml(root, "deals")
    (root / "data" / "deals.toml").write_bytes(data)
    assert read(root).records("deals") == records
    assert _toml(root, "deals") == data


@pytest.mark.parametrize("amount", ["0.0001", "1.5", "9999999999999999999.9999", "1000000000000000000", "1e3", "10.10"])
def test_any_amount_survives(tmp_path: Path, amount: str) -> None:
    root = write_archive(tmp_path, events=EVENT, deals=f'{DEAL}amount = {amount}\ncurrency = "CNY"\n')
    assert read_checked(root)[1] == []
    data = _toml(root, "deals")
    stored = tomllib.loads(data.decode(), parse_float=Decimal)["deals"][0]["amount"]
    assert Decimal(stored) == Decimal(amount)
    (root / "data" / "deals.toml").write_bytes(data)
    assert read_checked(root)[1] == []
    assert _toml(root, "deals") == data


@pytest.mark.parametrize("amount", ["0.1", "0.0001", "852.41", "97550000000.25", "9999999999999.99"])
def test_json_keeps_an_amount_exact(tmp_path: Path, amount: str) -> None:
    root = write_archive(tmp_path, events=EVENT, deals=f'{DEAL}amount = {amount}\ncurrency = "CNY"\n')
    selection = Selection(Store(read(root)), parse("", kinds()["deals"]))
    data = b"".join(pieces(selection, Options(format="json"), to_file=False))
    assert json.loads(data, parse_float=Decimal)["deals"][0]["amount"] == Decimal(amount)
