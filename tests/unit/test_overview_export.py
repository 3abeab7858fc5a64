"""The figures of the overview on the command line: as a table and as a file, of one event or of all."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.unit.conftest import Run
from tests.unit.made_events import make_events


@pytest.fixture
def several(tmp_path: Path) -> Path:
    return make_events(tmp_path / "events")


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_year_event_type_and_currency_has_a_row(run: Run, several: Path) -> None:
    rows = _rows(run("export", "overview", "--archive", several).out)
    assert [(row["year"], row["event_en"], row["type"], row["currency"], row["amount"]) for row in rows] == [
        ("2024", "Fair of 2024", "investment", "CNY", "80000000"),
        ("2024", "Fair of 2024", "investment", "EUR", "30000000"),
        ("2024", "Fair of 2024", "purchase-order", "USD", "7000000"),
        ("2024", "Fair of 2024", "", "", ""),
        ("2023", "Fair of 2023", "credit-line", "CNY", "500000000"),
        ("2023", "Fair of 2023", "investment", "EUR", "12000000"),
    ]
    assert sum(int(row["deals"]) for row in rows) == 6


def test_a_filter_narrows_them(run: Run, several: Path) -> None:
    rows = _rows(run("export", "overview", "--archive", several, "--filter", "currency:EUR year:2023").out)
    assert [row["amount"] for row in rows] == ["12000000"]


def test_json_has_every_digit_and_nothing_for_what_is_not_stated(run: Run, several: Path) -> None:
    found = json.loads(run("export", "overview", "--archive", several, "--format", "json").out)
    assert list(found) == ["signed"]
    assert found["signed"][3]["amount"] is None
    assert found["signed"][0]["amount"] == 80_000_000


def test_of_an_event_with_stated_totals_these_are_the_rows(run: Run, several: Path) -> None:
    (row,) = _rows(run("export", "overview", "--archive", several, "--event", "fair-2023").out)
    assert (row["stated_deals"], row["itemised_deals"], row["itemised_amount"]) == ("9", "2", "500000000")
    assert row["itemised_in_other_currencies"] == "EUR 12000000"
    assert (row["not_itemised_least"], row["not_itemised_most"]) == ("", "400000000"), "at most, for EUR stands in it"


def test_the_list_is_a_table_of_the_same(run: Run, several: Path) -> None:
    lines = run("list", "overview", "--archive", several).out.splitlines()
    assert lines[0].split()[:3] == ["year", "event", "event_zh"]
    assert lines[1].split()[-2:] == ["80,000,000", "false"]
    assert len(lines) == 7


def test_a_text_in_a_file_is_no_formula(run: Run, tmp_path: Path) -> None:
    root = make_events(tmp_path / "events")
    events = root / "data" / "events.toml"
    events.write_text(events.read_text("utf-8").replace('en = "Fair of 2024"', 'en = "=1+1"'), "utf-8")
    assert "'=1+1" in run("export", "overview", "--archive", root).out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--sort", "amount"), "--sort"),
        (("--columns", "id"), "--columns is for lists"),
        (("--as-shown",), "--as-shown is for lists"),
        (("--format", "xlsx"), "csv, json, md"),
        (("--event", "fair"), "There is no event fair."),
    ],
)
def test_what_does_not_fit_the_overview_is_said(run: Run, several: Path, more: tuple[str, str], said: str) -> None:
    found = run("export", "overview", "--archive", several, *more)
    assert found.code == 2
    assert said in found.err


def test_the_event_of_a_list_is_a_condition(run: Run) -> None:
    found = run("list", "deals", "--event", "x")
    assert found.code == 2
    assert "--filter event=x" in found.err
