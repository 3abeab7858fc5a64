"""Deals of which nothing was told for long: in figures by a field, as a table and as rows."""

import json
from pathlib import Path
from typing import Any

import pytest
from cq_tui.values.today import VARIABLE

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive
from tests.unit.made_years import TODAY, made_years, made_years_in_a_table

_SILENT = ("last_told_before", "silent", "silent_of", "silent_percent")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, TODAY)


def _rows(run: Run, root: Path, *more: str) -> dict[tuple[str, str], dict[str, Any]]:
    found = run("export", "deals", "--by", "year", "--format", "json", "--archive", root, *more)
    assert found.code == 0, found.err
    return {(one["year"], one["measure"]): one for one in json.loads(found.out)["outcomes"]}


def _silent(run: Run, root: Path, *more: str) -> list[tuple[Any, ...]]:
    rows = _rows(run, root, *more)
    return [tuple(row[name] for name in _SILENT) for key, row in rows.items() if key[1] == "deals"]


@pytest.mark.parametrize("ending", ["toml", "csv", "parquet"])
def test_two_years_of_silence_are_told_unasked_by_number_and_by_money(tmp_path: Path, run: Run, ending: str) -> None:
    root = made_years(tmp_path) if ending == "toml" else made_years_in_a_table(tmp_path, ending)
    rows = _rows(run, root)
    assert [rows["2023", "deals"][name] for name in _SILENT] == ["2023-06-30", 1, 1, 100]
    assert [rows["2023", "investment"][name] for name in _SILENT] == ["2023-06-30", 300_000_000, 300_000_000, 100]
    assert [rows["2024", "deals"][name] for name in _SILENT] == ["2023-06-30", 0, 4, 0]


def test_any_other_day_can_be_asked_for(tmp_path: Path, run: Run) -> None:
    root = made_years(tmp_path)
    assert _silent(run, root, "--last-told-before", "2025") == [
        ("2025-01-01", 1, 1, 100),
        ("2025-01-01", 3, 4, 75),
        ("2025-01-01", 0, 2, 0),
    ]
    assert _silent(run, root, "--last-told-before", "2023-05-18")[0] == ("2023-05-18", 0, 1, 0)
    assert _silent(run, root, "--last-told-before", "2023-05-19")[0] == ("2023-05-19", 1, 1, 100)


def test_what_is_told_of_a_year_may_have_been_told_at_its_end(tmp_path: Path, run: Run) -> None:
    root = made_years(tmp_path)
    assert _silent(run, root, "--last-told-before", "2025-12-31")[1] == ("2025-12-31", 3, 4, 75)
    assert _silent(run, root, "--last-told-before", "2026")[1] == ("2026-01-01", 4, 4, 100)


def test_the_table_says_it_with_what_the_share_is_of(tmp_path: Path, run: Run) -> None:
    found = run("list", "deals", "--by", "year", "--archive", made_years(tmp_path), "--last-told-before", "2025")
    header, *lines = found.out.splitlines()
    assert header.endswith("last told before 2025-01-01")
    assert [line.split("  ")[-1].strip() for line in lines if "deals" in line] == [
        "1 (100.0% of 1)", "3 (75.0% of 4)", "0 (0.0% of 2)", "4 (57.1% of 7)",
    ]  # fmt: skip
    assert lines[-1].endswith("CNY 2.6 bn (52.0% of CNY 5 bn)")
    assert "whose history, or else own day, says when" in found.err


_PLAIN = """[[deals]]
id = "a{0}"
event = "fair"
title = {{ en = "Made {0}" }}
stage = "signed"
{1}
"""
_DAYS = (
    "date = 2022-01-01",
    'date = 2023-01-01\ndate_precision = "year"',
    "date = 2024-01-01",
    "",
    "date = 2021-01-01",
)


@pytest.fixture
def without_history(tmp_path: Path) -> Path:
    deals = "".join(_PLAIN.format(*one) for one in enumerate(_DAYS))
    return write_archive(tmp_path / "plain", events=EVENT, deals=deals)


def test_an_archive_without_histories_is_as_it_was_unless_it_is_asked(without_history: Path, run: Run) -> None:
    rows = run("export", "deals", "--by", "event", "--archive", without_history)
    assert "silent" not in rows.out
    assert "last told" not in run("list", "deals", "--by", "event", "--archive", without_history).out


@pytest.mark.parametrize(("day", "silent"), [("2022-06", 2), ("2023-07-01", 2), ("2024", 3), ("2024-01-02", 4)])
def test_without_histories_the_own_days_are_asked_as_far_as_they_are_known(
    without_history: Path, run: Run, day: str, silent: int
) -> None:
    asked = ("--by", "event", "--last-told-before", day, "--format", "json")
    found = json.loads(run("export", "deals", "--archive", without_history, *asked).out)["outcomes"][0]
    assert (found["all"], found["silent"], found["silent_of"]) == (5, silent, 4), "one has no day"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "deals", "--by", "year", "--last-told-before", "2024-13"), "'2024-13' is not a date"),
        (("export", "deals", "--by", "year", "--last-told-before", "2023-02-30"), "'2023-02-30' is not a date"),
        (("export", "deals", "--by", "year", "--last-told-before", ""), "'' is not a date"),
        (("list", "deals", "--last-told-before", "2024"), "goes with --by FIELD"),
        (("export", "deals", "--last-told-before", "2024"), "goes with --by FIELD"),
    ],
)
def test_what_can_t_be_is_one_line(tmp_path: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    found = run(*arguments, "--archive", made_years(tmp_path))
    assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
    assert said in found.err


def test_two_years_before_29_february(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "2028-02-29")
    assert _silent(run, made_years(tmp_path))[0][0] == "2026-02-28"
