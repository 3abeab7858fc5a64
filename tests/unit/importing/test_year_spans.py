"""Spans of years: the first one is the day on which a deal begins, and the column stays a field of its own. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.year_spans import first_year, is_span

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024 - 2029", "2024"), ("2017–2018", "2017"), ("2017-2018", "2017"), ("2020 bis heute", "2020"),
        ("2019 to 2021", "2019"), ("2019年至2021年", "2019"), ("2019～2021", "2019"), ("2018 -", "2018"),
        ("de 2015 à 2017", "2015"), ("2021 – present", "2021"), ("2014..2016", "2014"),
    ],
)  # fmt: skip
def test_the_first_year_of_a_span(text: str, year: str) -> None:
    assert is_span(text)
    assert first_year(text) == year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019.01.10. - 2019-02-05", "2019.01.10."), ("2019.01.11. - határozatlan", "2019.01.11."),
        ("2024-05-06 to 2024-07-08", "2024-05-06"), ("01.02.2019 - 05.03.2019", "01.02.2019"),
        ("2019年1月5日至2019年3月4日", "2019年1月5日"), ("2024/05/06 -", "2024/05/06"),
    ],
)  # fmt: skip
def test_the_first_day_of_a_span(text: str, day: str) -> None:
    assert is_span(text)
    assert first_year(text) == day


def test_days_of_spans_are_read_and_the_column_stays(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rows = "".join(f"Aa {n},2019.01.1{n}. - {'2019-02-05' if n else 'határozatlan'},{n}5000\n" for n in range(5))
    ran = bring(sheet(tmp_path / "list.csv", f"Project,A szerződés dátuma,Amount (HUF)\n{rows}"))
    assert "[date]  # likely" in ran.err
    found = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["date"] for row in found] == [f"2019-01-1{n}" for n in range(5)]
    assert "2019.01.13. - 2019-02-05" in found[3].values()


@pytest.mark.parametrize(
    "text",
    [
        "2014",
        "2024/05/06",
        "01.02.2019",
        "2024-05-06 10:11",
        "2019.01.10.",
        "2029 - 2024",
        "2024-05",
        "2017/18",
        "2024-05-01",
        "1-2",
        "2024 Road",
        "",
    ],
)
def test_what_is_no_span(text: str) -> None:
    assert first_year(text) == text


def _list(tmp_path: Path, header: str) -> Path:
    rows = "Aa,2024 - 2029,1000000\nBb,2017 - 2018,2000000\nCc,2014,3000000\nDd,2020 - 2021,4000000\n"
    return sheet(tmp_path / "list.csv", f"Project,{header},Amount (USD)\n{rows}")


@pytest.mark.parametrize("header", ["time", "Laufzeit", "Period"])
def test_a_column_of_spans_is_likely_the_day(bring: Bring, archive: Path, tmp_path: Path, header: str) -> None:
    ran = bring(_list(tmp_path, header))
    assert ran.code == 0, ran.err
    assert 'the column holds spans: "2024 - 2029" begins with 2024' in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [(row["date"], row["date_precision"]) for row in rows] == [
        ("2024-01-01", "year"), ("2017-01-01", "year"), ("2014-01-01", "year"), ("2020-01-01", "year")
    ]  # fmt: skip
    own = next(name for name in rows[0] if name not in ("title_en", "note_en") and rows[0][name] == "2024 - 2029")
    assert [row[own] for row in rows] == ["2024 - 2029", "2017 - 2018", "2014", "2020 - 2021"]


def test_the_answer_stands_in_the_map(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = _list(tmp_path, "time")
    assert bring(path).code == 0
    assert 'order = "span"' in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    assert bring(path, "--set", "date=", "--force").code == 0
    assert {row["date"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")} == {""}
