"""A history holds in every form that an archive may have, and goes out and comes back in every one."""

import json
import tomllib
from pathlib import Path

import pytest
from cq_tui.archive.read import shipped
from cq_tui.commands.common import open_store
from cq_tui.export.export import Options, pieces
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.unit.made_years import made_years, made_years_in_a_table

STAGES = {
    "rotor-works": ("operating", 1_100_000_000), "cell-plant": ("cancelled", 2_000_000_000),
    "test-track": ("signed", 300_000_000), "cold-store": ("operating", 500_000_000),
    "sensor-line": ("started", 800_000_000), "gear-park": ("signed", 900_000_000),
    "sensor-line-again": ("signed", 800_000_000), "gear-park-again": ("signed", 600_000_000),
    "port-terminal": ("signed", 1_500_000_000), "data-hall": ("pledged", 700_000_000),
    "bus-depot": ("signed", 100_000_000),
}  # fmt: skip


def _all(store: Store, text: str = "") -> Selection:
    query = parse(text, store.kind("deals"))
    assert query.faults == ()
    return Selection(store, query)


def test_stage_and_amount_are_those_told_last(store: Store) -> None:
    found = {deal.id: (str(deal.stage), int(deal.amount)) for deal in _all(store)}  # type: ignore[attr-defined]
    assert found == STAGES


def test_the_sum_counts_what_came_and_nothing_cancelled_or_pledged(store: Store) -> None:
    counted = sum(amount for stage, amount in STAGES.values() if stage not in ("cancelled", "pledged"))
    sums = _all(store).sums
    assert sums is not None
    assert [int(one.amount) for one in sums.by_kind] == [counted]


def test_a_filter_asks_for_the_stage_told_last(store: Store) -> None:
    assert {deal.id for deal in _all(store, "stage:operating")} == {"rotor-works", "cold-store"}
    assert [deal.id for deal in _all(store, "event:fair-2023 stage:cancelled")] == ["cell-plant"]


@pytest.mark.parametrize("ending", ["toml", "csv", "json"])
def test_an_export_is_the_same_from_every_form(store: Store, tmp_path: Path, ending: str) -> None:
    plain = open_store(made_years(tmp_path / "plain"))
    assert _exported(_all(store, "sort:id"), ending) == _exported(_all(plain, "sort:id"), ending)


@pytest.mark.parametrize("ending", ["toml", "csv", "parquet"])
def test_what_went_out_reads_back_as_it_was(tmp_path: Path, ending: str) -> None:
    before = list(_all(open_store(made_years(tmp_path / "before")), "sort:id"))
    root = made_years_in_a_table(tmp_path / "after", ending)
    after = list(_all(open_store(root), "sort:id"))
    assert [dict(one) for one in after] == [dict(one) for one in before]


def test_json_holds_the_entries(store: Store) -> None:
    found = json.loads(_exported(_all(store, "id=rotor-works"), "json"))["deals"][0]["history"]
    assert [(one["date"], one["stage"], one["planned"]) for one in found] == [
        ("2023-05-18", "signed", None), ("2024-12", "operating", True), ("2025-03", "operating", None),
    ]  # fmt: skip
    assert found[0]["cites"] == ["ledger-1"]


def test_without_a_history_nothing_has_changed() -> None:
    plain = open_store(shipped())
    assert "history" not in plain.kind("deals").by_name
    assert "overdue" not in plain.kind("deals").asked_by_name
    assert b"history" not in _exported(_all(plain), "csv")
    assert all("history" not in one for one in tomllib.loads(_exported(_all(plain), "toml").decode())["deals"])


def _exported(selection: Selection, ending: str) -> bytes:
    return b"".join(pieces(selection, Options(format=ending), to_file=True))
