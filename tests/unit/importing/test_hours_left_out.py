"""A day is kept without the hour that its cell tells, with a word. All lists are made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_DEALS = (
    "Project,Supplier,Amount (EUR),Signed,Updated,Known\n"
    "Ada,Aa GmbH,100000,2014-01-02 14:30,2014-02-03T10:00:00Z,2014-02-03 00:00:00\n"
    "Blau,Bb AG,200000,2014-03-04,2014年2月4日 9时30分,2014-02-04T00:00:00\n"
)
_TALKS = "Title,Speaker,Start,End\nOpening,Ada Aa,2024-03-05 09:00,2024-03-05 10:00\nAll,B Bb,2024-03-05 10:00,\n"


def test_hours_that_a_day_leaves_out_are_told(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", _DEALS)
    told = bring(path, "--dry-run").err
    assert "Date: 2 of 2 from Signed; 1 tells an hour, left out; 2014-01-02 to" in told
    assert "dates; 2 tell an hour, left out (--set Updated=string keeps it)" in told
    assert told.count(" an hour") == 2, "midnight is what programs write of a day without one"
    told = bring(path, "--dry-run", "--set", "Updated=string").err
    assert told.count(" an hour") == 1


def test_hours_that_another_field_keeps_are_not_told(bring: Bring, tmp_path: Path) -> None:
    told = bring(sheet(tmp_path / "a.csv", _TALKS), "--kind", "sessions", "--dry-run").err
    assert "Start" in told
    assert " an hour" not in told


@pytest.mark.parametrize(
    "cell",
    [
        "2026-08-20T12:49:46.1656419+00:00",
        "2026-08-20T12:49:46+0000",
        "2026-08-20T12:49:46-00:00",
        "2026-08-20T00:00:01Z",
        "2026-08-20T00:30:00.0000000+00:00",
        "46254.5",
        "20.08.2026 12:30 Uhr",
        "20/08/2026 3:05:00 PM",
        "2026年8月20日 0时30分",
    ],
)
def test_an_hour_is_told_however_it_is_written(bring: Bring, tmp_path: Path, cell: str) -> None:
    told = bring(
        sheet(tmp_path / "a.csv", f"Project,Supplier,Signed\nAda,Aa GmbH,{cell}\n"),
        "--dry-run",
        "--set",
        "date.column=Signed",
    ).err
    assert "Date: 1 of 1 from Signed; 1 tells an hour, left out; 2026-08-20 to 2026-08-20" in told, told


@pytest.mark.parametrize(
    "cell",
    [
        "2026-08-20T00:00:00.0000000+02:00",
        "2026-08-20T00:00:00-05:00",
        "2026-08-20 00:00:00 UTC",
        "8/20/2026 12:00:00 AM",
        "2026年8月20日 0时",
        "2026-08-20",
    ],
)
def test_midnight_is_no_hour_in_any_zone(bring: Bring, tmp_path: Path, cell: str) -> None:
    told = bring(sheet(tmp_path / "a.csv", f"Project,Supplier,Updated\nAda,Aa GmbH,{cell}\n"), "--dry-run").err
    assert "Updated: 1 of 1 from Updated; a field of its own: dates" in told, told
    assert " an hour" not in told, told


def test_each_hour_of_a_long_list_is_told(bring: Bring, tmp_path: Path) -> None:
    zones = ["Z", "+00:00", "-03:00", ""]
    rows = "".join(
        f"P{at},Aa GmbH,2026-08-{at % 28 + 1:02}T12:49:46.165{at % 9}419{zones[at % 4]}\n" for at in range(80)
    )
    told = bring(sheet(tmp_path / "a.csv", f"Project,Supplier,Updated\n{rows}"), "--dry-run").err
    assert "80 tell an hour, left out" in told, told
