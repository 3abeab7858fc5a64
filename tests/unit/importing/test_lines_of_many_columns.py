"""Many columns of one sort have one line together, and no column goes without a word. Lists are made up."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_ROW = "Dam in the {at} valley,2024-01-0{at},{at}00"


def _list(more: str, cells: str) -> str:
    rows = "".join(f"{_ROW.format(at=at)},{cells.format(at=at)}\n" for at in range(1, 7))
    return f"Project,Signing date,Amount (USD),{more}\n{rows}"


def test_columns_that_are_set_aside_for_the_same_reason_are_counted(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    names = [f"{word} supplier" for word in ("one", "two", "three", "four", "five", "six")]
    path = sheet(tmp_path / "list.csv", _list(",".join(names), ",".join(["https://aa.example/{at}"] * 6)))
    ran = bring(path, "--dry-run")
    lines = [line for line in ran.err.splitlines() if line.startswith("Set aside")]
    assert len(lines) == 1, lines
    assert lines[0].startswith(
        "Set aside: one supplier, two supplier, three supplier, and 3 more: its header says Parties"
    )
    kept = (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    assert [f'# "{name}": its header says Parties' in kept for name in names] == [True] * 6
    told = bring(path.rename(tmp_path / "other.csv"), "--dry-run", "-v").err
    assert [f"Set aside: {name}: " in told for name in names] == [True] * 6


def test_few_keep_a_line_each(look: Bring, tmp_path: Path) -> None:
    ran = look(
        sheet(
            tmp_path / "list.csv", _list("one supplier,two supplier", "https://aa.example/{at},https://bb.example/{at}")
        ),
        "--dry-run",
    )
    assert len([line for line in ran.err.splitlines() if line.startswith("Set aside: ")]) == 2


def test_no_column_goes_without_a_word(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _list("id,x,y,z", "{at},,-,n/a"))
    ran = bring(path, "--dry-run")
    assert "  Not taken: id (1 to 6), 3 empty columns\n" in ran.err
    told = json.loads(bring(path, "--dry-run", "--json").out)["not_taken"]
    assert told[0] == {"column": "id", "first": "1", "last": "6"}
    assert told[1:] == [{"column": name, "first": None, "last": None} for name in "xyz"]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("90417", "90502", "9031", "90431"), "9031 to 90502"),
        (("12.", "3.", "-", "7."), "3. to 12."),
        (("b-12", "c-3", "a-7", "b-1"), "a-7 to c-3"),
    ],
)
def test_the_least_and_the_greatest_are_told(bring: Bring, tmp_path: Path, cells: tuple[str, ...], told: str) -> None:
    rows = "".join(f"{cell},Dam {at},{at}00\n" for at, cell in enumerate(cells, 1))
    ran = bring(sheet(tmp_path / "list.csv", f"No.,Project,Amount (USD)\n{rows}"), "--dry-run")
    assert f"  Not taken: No. ({told})\n" in ran.err, ran.err


@pytest.mark.parametrize(("header", "key"), [("id", "id_2"), ("nr", "nr"), ("№", "no"), ("序号", "xu_hao")])
def test_what_numbers_the_rows_is_kept_where_that_is_said(
    bring: Bring, archive: Path, tmp_path: Path, header: str, key: str
) -> None:
    rows = "".join(f"{at},Dam {at},{at}00\n" for at in (90417, 90502, 90431))
    path = sheet(tmp_path / "list.csv", f"{header},Project,Amount (USD)\n{rows}")
    ran = bring(path, "--set", f"{header}=string")
    assert f"3 of 3 from {header}; a field of its own: text on one line" in ran.err, ran.err
    assert "Not taken" not in ran.err
    (kept,) = (archive / "data").glob("*/deals.csv")
    names, *records = csv.reader(kept.read_text("utf-8-sig").splitlines())
    assert [record[names.index(key)] for record in records] == ["90417", "90502", "90431"]
    again = bring(path)  # by the mapping that was kept
    assert f"3 of 3 from {header}; a field of its own" in again.err, again.err


def test_a_number_of_rows_that_is_said_to_be_left_out_is(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _list("id", "{at}"))
    for told in ("skip", "passage"):
        assert "from id;" not in bring(path, "--dry-run", "--set", f"id={told}").err


def test_a_column_that_is_filled_far_down_is_taken(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Dam {at},{at},{'late' if at > 5_990 else ''}\n" for at in range(1, 6_001))
    ran = bring(sheet(tmp_path / "list.csv", f"Project,Amount (USD),zz\n{rows}"), "--dry-run")
    assert "Not taken" not in ran.err
    assert "zz: 10 of 6,000" in ran.err


def test_where_all_is_taken_nothing_is_told(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _list("Company", "Aa{at} Ltd")), "--dry-run")
    assert "Not taken" not in ran.err
