"""A day is kept without the hour that its cell tells, with a word. All lists are made up."""

from collections.abc import Callable
from pathlib import Path

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
