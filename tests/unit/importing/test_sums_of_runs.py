"""Totals by what they add up: below or above their rows, of totals, and what is no total but by chance."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.convert.sums_of_runs import AmountRow, SumsOfRuns, chance_of_sums
from cq_tui.importing.import_result import look
from cq_tui.importing.recognise.answers.choices import OPEN
from cq_tui.importing.recognise.answers.choices_of_rows import of_totals, question_of_totals
from cq_tui.importing.recognise.answers.mapping_edits import with_row, with_rows
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import quiet, rows_of, sheet

Bring = Callable[..., Ran]


def _rows(*amounts: str, currency: str = "EUR") -> list[AmountRow]:
    return [AmountRow(at, Decimal(one), currency, 4, False, False) for at, one in enumerate(amounts, 1)]


def _totals(rows: list[AmountRow], *, groups: tuple[int, ...] = (), sparse: tuple[int, ...] = ()) -> Iterator[int]:
    sums = SumsOfRuns(len(rows))
    for row in rows:
        if row.number in groups:
            sums.begin_group()
        if sums.added_up_by(row, is_sparse=row.number in sparse):
            yield row.number
        sums.add(row)


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ("100 200 300 600", [4]),
        ("100 200 300", []),  # that one is the sum of two others happens
        ("100 200 300 600 100 100 100 300 900", [4, 8, 9]),
        ("1234.5 100 200 300 600", []),  # by chance: no group begins there
        ("77777 12345 600.1 7 12952.1", [5]),
        ("77777 12345 600 55 13000", []),
        ("0 0 0 0", []),
        ("100 0 200 300 600", [5]),
        ("-100 300 400 600", [4]),
        ("100 200 300 601", []),
        ("11111 22222 33333 66666 4 5 6 15 66681", [4, 8, 9]),  # a total of totals
    ],
)
def test_which_rows_add_up_others(amounts: str, found: list[int]) -> None:
    assert list(_totals(_rows(*amounts.split()))) == found


def test_a_group_begins_below_a_heading() -> None:
    rows = _rows("500", "100", "200", "300", "600")
    assert list(_totals(rows)) == []
    assert list(_totals(rows, groups=(2,))) == [5]


def test_two_rows_are_enough_for_a_sparse_one() -> None:
    assert list(_totals(_rows("100", "200", "300"), sparse=(3,))) == [3]


def test_amounts_of_several_currencies_are_not_added_up() -> None:
    rows = _rows("100", "200", "300", "600")
    mixed = [AmountRow(one.number, one.amount, "USD" if one.number == 2 else "EUR", 4, False, False) for one in rows]
    assert list(_totals(mixed)) == []


def test_a_run_is_found_by_its_sum_and_not_by_adding_up_each(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = _rows(*(f"{number * 7919 % 10_007 + 1_000_000}.{number % 89 + 10}" for number in range(2_000)))
    tried: list[int] = []
    is_sum = SumsOfRuns._is_sum
    monkeypatch.setattr(SumsOfRuns, "_is_sum", lambda self, row, start: tried.append(start) or is_sum(self, row, start))
    assert list(_totals(rows)) == []
    assert len(tried) < 2 * len(rows), "the rows before each were added up one by one: 1,000 for each"


_BUDGET = """Project,Owner,Code,Amount (EUR)
Strategic,Aa,,1234
Mill,Bb,A1,134
Mine,Cc,A2,600
Port,Dd,A3,500
Works,Aa,,777
Road,Bb,B1,111
Rail,Cc,B2,222
Tram,Dd,B3,444
Water,Aa,,9
Well,Dd,C1,9
"""


def test_totals_above_their_rows_and_what_lacks_what_they_lack(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _BUDGET)
    ran = bring(path)
    assert ran.code == 1
    assert "together have: 2; the first is row 2, with EUR 1,234, the sum of 3 other rows." in ran.err
    assert "Rows that lack Code as they do: 1. Are they records, or totals?" in ran.err
    assert "--set 'rows.leave=2, 6, 10'  # likely; totals; they are left out; sum EUR 2,020\n" in ran.err
    assert "--set 'rows.keep=2, 6, 10'  # records; they count; sum EUR 4,040\n" in ran.err
    left = bring(path, "--set", "rows.leave=2, 6, 10")
    assert "10 rows: 7 accepted, 0 refused, 3 headings, totals and notes" in left.err
    refused = rows_of(archive / "imports/fair-deals-list/refused.csv")
    assert [(one["row"], one["reason"]) for one in refused] == [
        (row, "is no record, as was said") for row in ("2", "6", "10")
    ]
    assert sum(int(row["amount"]) for row in rows_of(archive / "data/fair-deals-list/deals.csv")) == 2020
    assert '[rows]\nleave = "2, 6, 10"' in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    kept = bring(path, "--set", "rows.keep=2, 6, 10", "--force")
    assert "10 rows: 10 accepted, 0 refused" in kept.err


def test_what_is_said_in_part_is_asked_for_the_rest(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _BUDGET)
    ran = bring(path, "--set", "rows.leave=10", "--set", "rows.keep=2")
    assert "together have: 1; the first is row 6, with EUR 777, the sum of 3 other rows. Are they records" in ran.err


def test_on_the_screen_it_is_chosen_and_taken_back(archive: Path, tmp_path: Path) -> None:
    prepared = prepare(Store(read(archive)), sheet(tmp_path / "list.csv", _BUDGET), kinds()["deals"], "fair")
    asking = look(prepared, quiet).asking
    assert asking
    asked = question_of_totals(asking)
    assert asked
    offered = of_totals(asked)
    assert [(one.key, one.chosen) for one in offered] == [("leave", True), ("keep", False)]
    assert OPEN not in {one.key for one in offered}
    left = with_rows(asking, offered[0].key, offered[0].value)
    assert (left.proposal.mapping.left, left.proposal.questions) == ({2, 6, 10}, ())
    assert with_row(left, 6).proposal.mapping.left == {2, 10}
    kept = with_rows(left, "keep", "2")
    assert (kept.proposal.mapping.kept, kept.proposal.mapping.left) == ({2}, {6, 10})
    assert with_rows(kept, "leave", "").proposal.mapping.left == frozenset()


def test_a_row_as_full_as_the_others_is_not_likely_a_total(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Owner,Code,Amount (EUR)\nMill,Bb,A1,134\nMine,Cc,A2,600\nPort,Dd,A3,500\nWorks,Aa,A4,1234\n"
    ran = bring(sheet(tmp_path / "list.csv", text), "--dry-run")
    assert "--set rows.leave=5  # totals; they are left out; sum EUR 1,234\n" in ran.err


_ROUNDED = (
    "320 2300 38.2 106.3 105 71.9 14.3 41.2 10 54 12.5 106.7 173.2 162 199.6 17.9 139.4 33.1 250 88.2 61 47.5 19.8 92 "
    "120 310.5 15.5 77 64.3 135 22.7 48"
)


def test_one_sum_among_rounded_amounts_is_told_and_not_asked(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Firm Aa{at},Bb{at} Fund,${one} million\n" for at, one in enumerate(_ROUNDED.split(), 1))
    path = sheet(tmp_path / "list.csv", f"Project,Investor,Amount (USD)\n{rows}")
    ran = bring(path, "--dry-run")
    assert "? rows" not in ran.err
    assert (
        "! Amount: rows with what others have together, by chance, as it seems, for amounts are rounded: 1, the first "
        "is row 14, with USD 173.2 m, the sum of 3 other rows; they count; --set rows.leave=14 leaves them out"
        in ran.err
    )
    assert "31 accepted" in bring(path, "--dry-run", "--set", "rows.leave=14").err


@pytest.mark.parametrize(
    ("first", "count", "is_likely"),
    [("173.2", 1, True), ("173.2", 2, False), ("173215.37", 1, False), ("150000", 1, True), ("173215", 1, False)],
)
def test_how_likely_sums_are_by_chance(first: str, count: int, is_likely: bool) -> None:
    step = _rows(first)[0].unit
    rows = _rows(*(str(Decimal(first) + at * step) for at in range(60)))
    assert (chance_of_sums(count, rows) > 0.02) == is_likely
