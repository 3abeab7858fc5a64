"""Deals by year, quarter and month: the filter, the columns and ``--by``. The archive is made up."""

import csv
import io
import json
from pathlib import Path

import pytest
from cq_tui.query.complete import complete
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.periods import Periods, period_fields
from cq_tui.store.selection.selection import Selection
from cq_tui.values.periods import Size

from tests.unit.conftest import Run
from tests.unit.made_timeline import DEALS, write_timeline


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return write_timeline(tmp_path / "made")


def _ids(made: Path, run: Run, filter_: str) -> list[str]:
    found = run("export", "deals", "--filter", filter_, "--columns", "id", "--archive", made)
    assert found.code == 0, found.err
    return found.out.split()[1:]


@pytest.mark.parametrize(
    ("filter_", "ids"),
    [
        ("quarter:2023-Q1", ["jan", "feb", "gone", "roof"]),
        ("quarter:2023Q3", ["aug"]),
        ("quarter:Q3-2023", ["aug"]),
        ("季度:2023年三季度", ["aug"]),
        ("季度：2023年第三季度", ["aug"]),
        ("quarter:3Q2023,2024Q2", ["aug", "at-the-expo"]),
        ("quarter:2024", ["at-the-expo", "own-day"]),
        ("quarter>=2024", ["at-the-expo", "own-day"]),
        ("quarter>2024-Q2", ["own-day"]),
        ("quarter<2023-Q3", ["jan", "feb", "gone", "roof"]),
        ("quarter<=2023-Q3", ["jan", "feb", "gone", "roof", "aug"]),
        ("quarter:2023-Q2..2024-Q2", ["aug", "at-the-expo"]),
        ("quarter:*..2023", ["jan", "feb", "gone", "roof", "aug"]),
        ("month:2023-02", ["feb", "gone", "roof"]),
        ("月份:2023年2月", ["feb", "gone", "roof"]),
        ("month:2023-Q1 -month:2023-02", ["jan"]),
        ("year:2023 -has:month", ["some-time"]),
        ("-has:quarter", ["some-time", "year-at-the-expo", "no-day"]),
        ("date:2023Q3", ["aug"]),
        ("date:2023-Q3..2024-Q3", ["aug", "own-day", "year-at-the-expo"]),
        ("date>=2024年三季度", ["own-day"]),
        ("quarter:2023-Q3 sort:quarter", ["aug"]),
    ],
)
def test_a_filter_knows_quarters_and_months(made: Path, run: Run, filter_: str, ids: list[str]) -> None:
    assert _ids(made, run, filter_) == ids


@pytest.mark.parametrize(
    ("filter_", "said"),
    [
        ("quarter:2023-02", "2023-02 is no quarter: 2024-Q3, 2024 or a range a..b"),
        ("quarter:Q5", "Q5 is no quarter"),
        ("month:2023-02-03", "2023-02-03 is no month: 2024-07, 2024-Q3, 2024 or a range a..b"),
        ("month:2023..", "2023.. is no month"),
        ("date:2023-Q5", "2023-Q5 is not a date: 2025, 2025-Q4, 2025-11, 2025-11-19 or a range a..b"),
        ("quarter<0001", ""),
    ],
)
def test_what_is_no_period_is_told(made: Path, run: Run, filter_: str, said: str) -> None:
    found = run("list", "deals", "--filter", filter_, "--archive", made)
    assert said in found.err
    assert found.code == (1 if said else 0)


@pytest.mark.parametrize(
    ("filter_", "said"),
    [
        ("quarter:2023-Q3", "Deals: quarter is 2023-Q3"),
        ("quarter:2023", "Deals: quarter is from 2023-Q1 to 2023-Q4"),
        ("quarter>2023-Q3", "Deals: quarter is from 2023-Q4 on"),
        ("month<2023-Q3", "Deals: month is until 2023-06"),
        ("date:2023Q3", "Deals: date is from 2023-07-01 to 2023-09-30"),
    ],
)
def test_a_period_is_explained(made: Path, run: Run, filter_: str, said: str) -> None:
    assert run("export", "deals", "--filter", filter_, "--explain", "--archive", made).err.strip() == said


def test_a_period_is_a_column_where_it_is_named(made: Path, run: Run) -> None:
    asked = ("export", "deals", "--columns", "id,year,quarter,month", "--archive", made)
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(run(*asked).out))}
    assert rows["feb"] == {"id": "feb", "year": "2023", "quarter": "2023-Q1", "month": "2023-02"}
    assert rows["some-time"] == {"id": "some-time", "year": "2023", "quarter": "", "month": ""}
    assert rows["at-the-expo"]["month"] == "2024-05"
    assert "quarter" not in run("export", "deals", "--archive", made).out


def test_a_field_of_the_archive_keeps_its_name(tmp_path: Path) -> None:
    archive = write_timeline(tmp_path / "own")
    (archive / "data" / "schema.toml").write_text(
        '[fields.deals.month]\ntype = "number"\nlabel = { zh = "几月", en = "Month count" }\n'
    )
    store = open_archive(archive).store
    assert [field.name for field in period_fields(store.kind("deals")).values()] == ["year", "quarter"]


def _rows(found: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(found)["outcomes"]
    return rows


def test_figures_by_quarter_are_in_the_order_of_time(made: Path, run: Run) -> None:
    rows = _rows(run("export", "deals", "--by", "quarter", "--format", "json", "--archive", made).out)
    assert [(row["quarter"], row["measure"], row["currency"], row["all"], row["cancelled"]) for row in rows] == [
        ("2023-Q1", "deals", None, 3, 1),
        ("2023-Q1", "investment", "CNY", 220, 70),
        ("2023-Q3", "deals", None, 1, 0),
        ("2023-Q3", "fund", "EUR", 10, 0),
        ("2023", "deals", None, 1, 0),
        ("2023", "investment", "CNY", 30, 0),
        ("2024-Q2", "deals", None, 1, 0),
        ("2024-Q2", "investment", "CNY", 200, 0),
        ("2024-Q3", "deals", None, 1, 0),
        ("2024-Q3", "investment", "EUR", 5, 0),
        ("2024", "deals", None, 1, 0),
        (None, "deals", None, 1, 0),
        (None, "investment", "CNY", 7, 0),
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["2023-01", "2023-02", "2023-08", "2023, month not stated", "2024-05", "2024-07",
                "2024, month not stated", "not dated", "all"]),
        ("zh", ["2023-01", "2023-02", "2023-08", "2023年，月份未说明", "2024-05", "2024-07", "2024年，月份未说明",
                "未注明日期", "合计"]),
    ],
)  # fmt: skip
def test_what_is_known_to_the_year_only_is_told_apart(made: Path, run: Run, language: str, words: list[str]) -> None:
    lines = run("list", "deals", "--by", "month", "--archive", made, "--lang", language).out.splitlines()
    assert [line[:24].split("  ")[0] for line in lines[1:] if not line.startswith(" ")] == words


def test_no_period_is_lost_however_many_there_are(tmp_path: Path, run: Run) -> None:
    deals = "".join(
        f'[[deals]]\nid = "d{year}-{month}"\ntitle = {{ en = "x" }}\nevent = "fair"\ndate = {year:04d}-{month:02d}-01\n'
        for year in range(1900, 2000)
        for month in range(1, 13)
    )
    archive = write_timeline(tmp_path / "long")
    (archive / "data" / "deals.toml").write_text(deals)
    assert len(_rows(run("export", "deals", "--by", "month", "--format", "json", "--archive", archive).out)) == 1200
    assert len(_rows(run("export", "deals", "--by", "year", "--format", "json", "--archive", archive).out)) == 100


@pytest.mark.parametrize("size", list(Size))
def test_the_filter_of_a_period_finds_what_it_counts(made: Path, size: Size) -> None:
    store = open_archive(made).store
    kind = store.kind("deals")
    every = Selection(store, parse("", kind))
    by = Periods(every, period_fields(kind)[size])
    counts = dict(every.largest(by.sql, 1000).sizes)
    for key, count in counts.items():
        query = parse(by.term(key), kind)
        assert (query.faults, Selection(store, query).count) == ((), count), key
    assert sum(counts.values()) == len(DEALS)


@pytest.mark.parametrize("size", list(Size))
def test_one_period_follows_the_other(size: Size) -> None:
    from datetime import date, timedelta

    day, key = date(2019, 1, 1), "2019" if size is Size.YEAR else size.key(date(2019, 1, 1))
    while day < date(2024, 1, 1):
        assert size.key(day) in (key, size.after(key))
        key, day = size.key(day), day + timedelta(days=1)


def test_the_quarters_of_a_year_are_offered(made: Path) -> None:
    kind = open_archive(made).store.kind("deals")
    assert [one.text for one in complete("quarter:2024", kind)] == [f"quarter:2024-Q{n}" for n in range(1, 5)]
    assert [one.text for one in complete("date:2024-Q", kind)] == [f"date:2024-Q{n}" for n in range(1, 5)]
    assert [one.text for one in complete("month:2024-1", kind)] == ["month:2024-10", "month:2024-11", "month:2024-12"]
    assert complete("date:2024-11", kind) == []
