"""Times that programs count in seconds since 1970, in JSON. All records are made."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from cq_tui.importing.sources.nested import json_rows

from tests.unit.importing.conftest import Take, sheet


def _cells(tmp_path: Path, key: str, values: Sequence[object]) -> tuple[list[str], str]:
    records = [{"title": f"Mill {at}", key: value} for at, value in enumerate(values)]
    found = json_rows(sheet(tmp_path / "list.json", json.dumps(records)))
    return [row[1] for row in found.rows[1:]], " ".join(map(str, found.noticed))


@pytest.mark.parametrize("key", ["publishTime", "created_at", "updatedAt", "ts", "发布时间", "signDate"])
def test_they_are_times_of_utc(tmp_path: Path, key: str) -> None:
    cells, told = _cells(tmp_path, key, [1742969960, 1742896273])
    assert cells == ["2025-03-26 06:19:20", "2025-03-25 09:51:13"]
    assert "seconds since 1970 are read as times of UTC: 2, the first 1742969960 as 2025-03-26 06:19:20." in told


def test_thousandths_texts_and_none(tmp_path: Path) -> None:
    cells, _told = _cells(tmp_path, "time", ["1742969960123", 0, None, "1742896273000"])
    assert cells == ["2025-03-26 06:19:20", "", "", "2025-03-25 09:51:13"]


@pytest.mark.parametrize(
    ("first", "days"),
    [
        (1735660800, ["2025-01-01", "2025-01-02"]),  # midnight eight hours before UTC
        (1735707600, ["2025-01-01", "2025-01-02"]),  # five hours behind it
        (1735689600, ["2025-01-01", "2025-01-02"]),
    ],
)
def test_midnights_of_one_zone_are_its_days(tmp_path: Path, first: int, days: list[str]) -> None:
    cells, told = _cells(tmp_path, "date", [first, first + 86_400])
    assert cells == days
    assert "read as the days that begin then: 2" in told


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("phone", [1742969960, 1742896273]),
        ("time", [1742969960, 1742969960]),
        ("time", [1742969960, 5]),
        ("time", [1742969960, "soon"]),
        ("date", [20250326, 20250327]),
        ("time", [9742969960, 9742896273]),
    ],
)
def test_other_numbers_stay(tmp_path: Path, key: str, values: list[object]) -> None:
    cells, told = _cells(tmp_path, key, values)
    assert cells == [str(one) for one in values]
    assert told == ""


def test_they_are_the_days_of_deals(take: Take, tmp_path: Path) -> None:
    records = [
        {"title": "甲医院采购", "buyer": "甲医院", "bidAmount": 1920000, "signTime": 1742369602, "currency": "CNY"},
        {"title": "乙医院采购", "buyer": "乙医院", "bidAmount": 986000, "signTime": 1742896273, "currency": "CNY"},
    ]
    taken = take(sheet(tmp_path / "list.json", json.dumps(records)))
    assert [str(one)[:10] for one in taken.values("date")] == ["2025-03-19", "2025-03-25"]
