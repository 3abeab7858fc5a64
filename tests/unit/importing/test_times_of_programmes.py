"""Sessions in the order of their times, and the hours of programmes, which are never lost. Every list is made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.moments import has_day, moment, says_hour

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_ROWS = (
    ("Opening", "2024-05-01T09:30:00+02:00", "2024-05-01T10:15:00+02:00"),
    ("Data", "2024-05-02T09:00:00+02:00", "2024-05-02T11:40:00+02:00"),
    ("Maps", "2024-05-01T10:30:00+02:00", "2024-05-01T11:00:00+02:00"),
)


def _written(archive: Path, kind: str) -> list[dict[str, str]]:
    (path,) = archive.glob(f"data/*-a/{kind}.csv")
    return rows_of(path)


def test_sessions_are_in_the_order_of_their_times(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"title": a, "start": b, "end": c, "room": "A"} for a, b, c in _ROWS]))
    ran = bring(path, "--kind", "sessions", "--set", "name.column=title")
    assert ran.code == 0, ran.err
    assert "[order]  # likely: no column numbers them; it is the order of the times in start" in ran.err
    rows = _written(archive, "sessions")
    assert [(row["name_en"], row["order"], row["starts_at"], row["end"]) for row in rows] == [
        (name, place, start, end) for place, (name, start, end) in zip("132", _ROWS, strict=True)
    ]


def test_hours_without_their_days_go_by_the_column_that_has_both(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rooms: dict[str, list[dict[str, str]]] = {"Hall": [], "Attic": []}
    for at, (title, full, _end) in enumerate(_ROWS * 2):
        one = {"title": f"{title} {at}", "date": full, "start": full[11:16], "duration": "00:45"}
        rooms["Hall" if at % 2 else "Attic"].append(one)
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"schedule": {"days": [{"index": 1, "rooms": rooms}, {"index": 2, "rooms": rooms}]}}))
    ran = bring(path, "--kind", "sessions", "--sheet", "schedule.days.rooms", "--set", "order.column=date")
    assert ran.code == 0, ran.err
    rows = _written(archive, "sessions")
    assert len(rows) == 12
    assert {row["starts_at"] for row in rows} == {full for _title, full, _end in _ROWS}
    assert {row["room"] for row in rows} == {"hall", "attic"}


def test_hours_of_several_days_are_offered_as_no_order(look: Bring, tmp_path: Path) -> None:
    text = "Titel;Datum;Beginn\nAa;12.05.2025;09:00\nBb;12.05.2025;10:00\nCc;13.05.2025;09:30\n"
    told = look(sheet(tmp_path / "a.csv", text), "--kind", "sessions").err
    assert "--set order.column=Beginn" not in told
    assert "--set order.column=Titel  # the order of the rows in the list" in told


def test_events_keep_their_hours(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Event,Start,End\nAa Day,2024-05-01 09:30,2024-05-01 10:15\nBb Day,2024-05-02 11:00,2024-05-02 12:00\n"
    ran = bring(sheet(tmp_path / "a.csv", text), "--kind", "events")
    assert ran.code == 0, ran.err
    first = _written(archive, "events")[0]
    assert (first["date"], first["opens_at"], first["end"]) == ("2024-05-01", "2024-05-01 09:30", "2024-05-01 10:15")


def test_midnight_behind_days_is_no_hour(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Event,Start,End\nAa Day,2024-05-01 00:00:00,2024-05-02 00:00:00\nBb Day,2024-05-03 00:00,2024-05-04 00:00\n"
    ran = bring(sheet(tmp_path / "a.csv", text), "--kind", "events")
    assert ran.code == 0, ran.err
    first = _written(archive, "events")[0]
    assert (first["date"], first["opens_at"], first["end"]) == ("2024-05-01", "", "2024-05-02")


def test_times_that_go_back_without_a_day_are_asked(bring: Bring, tmp_path: Path) -> None:
    text = "Session,Time,Room\nAa,09:30,A\nBb,15:00,B\nCc,09:00,C\n"
    ran = bring(sheet(tmp_path / "a.csv", text), "--kind", "sessions", "--dry-run", "--set", "name.column=Session")
    assert "--set order.column=Time" in ran.err
    assert "--set order.column=Room" not in ran.err


def test_a_column_of_numbers_stays_the_order(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Session,Order,Time\nAa,7,09:30\nBb,5,10:00\nCc,6,11:00\n"
    settings = ("--set", "name.column=Session", "--set", "order.column=Order")
    ran = bring(sheet(tmp_path / "a.csv", text), "--kind", "sessions", *settings)
    assert ran.code == 0, ran.err
    assert [row["order"] for row in _written(archive, "sessions")] == ["7", "5", "6"]


@pytest.mark.parametrize("header", ["세션명,연사명,시작시간,종료시간", "講題,講者,開始時間,結束時間"])
def test_the_time_of_the_end_is_none_of_the_beginning(bring: Bring, archive: Path, tmp_path: Path, header: str) -> None:
    text = f"{header}\n某某開会,某某,09:00,09:30\n某某講演,別別,09:30,10:20\n"
    ran = bring(sheet(tmp_path / "a.csv", text), "--kind", "sessions")
    assert ran.code == 0, ran.err
    assert [row["starts_at"] for row in _written(archive, "sessions")] == ["09:00", "09:30"]


def test_moments_are_in_the_order_of_time() -> None:
    told = ["08:00", "9:30 am", "09:45 - 10:15", "下午1:00", "2:30 p.m.", "2024-05-01T09:30:00+02:00",
            "2024-05-01 07:31", "2024年5月1日 08:00-10:15", "2024-05-01 09:00:00+00", "2024-05-02T00:00Z"]  # fmt: skip
    found = [moment(text) for text in told]
    assert None not in found
    assert found == sorted(one for one in found if one is not None)
    assert [has_day(one or 0) for one in found] == [False] * 5 + [True] * 5


@pytest.mark.parametrize("text", ["", "12", "2024-05-01", "25:00", "2024-13-01 10:00", "Room 10:00", "10:75"])
def test_what_tells_no_hour_is_no_moment(text: str) -> None:
    assert moment(text) is None
    assert not says_hour(text)


def test_a_programme_without_times_is_in_the_order_of_the_list(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", "day,type,title\nThu,Talk,Data\nThu,Talk,Maps\nFri,Poster,Art of 2 rivers\n")
    ran = bring(path, "--kind", "sessions")
    assert ran.code == 1
    assert "--set order.column=title  # the order of the rows in the list: 1, 2, 3" in ran.err, ran.err
    assert "order.constant" not in ran.err
    ran = bring(path, "--kind", "sessions", "--set", "order.column=title")
    assert ran.code == 0, ran.err
    rows = _written(archive, "sessions")
    assert [(row["name_en"], row["order"]) for row in rows] == [("Data", "1"), ("Maps", "2"), ("Art of 2 rivers", "3")]
