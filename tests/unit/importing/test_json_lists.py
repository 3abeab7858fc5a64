"""JSON and JSON Lines: which of their lists is the list of records, and where a line ends."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from cq_tui.importing.errors import Noticed
from cq_tui.importing.sources.nested import json_rows

from tests.unit.importing.conftest import Take, sheet

_PLANT = '{{"title": "Plant {number}", "amount": 100, "currency": "EUR", "type": "fund"{more}}}'


def plant(number: int, more: str = "") -> str:
    return _PLANT.format(number=number, more=more)


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\u0085", "\x0b", "\x1c"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_line_feeds_end_a_line(take: Take, tmp_path: Path, mark: str, end: str) -> None:
    mark = mark if mark >= " " else f"\\u{ord(mark):04x}"
    lines = (plant(1, f', "note": "a{mark}b"'), plant(2))
    taken = take(sheet(tmp_path / "list.jsonl", end.join(lines)))
    assert taken.values("id") == ["plant-1", "plant-2"]


@pytest.mark.parametrize("name", ["list.jsonl", "list.json", "list.ndjson"])
def test_one_record_with_a_list_of_texts(take: Take, tmp_path: Path, name: str) -> None:
    taken = take(sheet(tmp_path / name, plant(1, ', "countries": ["DE", "FR"]')))
    assert taken.values("countries") == [("DE", "FR")]


def test_one_record_with_an_empty_list(take: Take, tmp_path: Path) -> None:
    assert take(sheet(tmp_path / "list.json", plant(1, ', "countries": []'))).values("id") == ["plant-1"]


def test_records_that_an_object_wraps(take: Take, tmp_path: Path) -> None:
    text = f'{{"meta": {{"tags": ["a"]}}, "notes": ["b"], "deals": [{plant(1)}, {plant(2)}]}}'
    assert take(sheet(tmp_path / "list.json", text)).values("id") == ["plant-1", "plant-2"]


_PEOPLE = (
    '[{"id": 1, "name": "Ada Muster"}, {"id": 2, "firstName": "Bo", "lastName": "Probe"}, {"id": 3, "name": "C D"}]'
)


@pytest.mark.parametrize(
    ("key", "first", "value"),
    [
        ("speakers", "[1, 2]", "Ada Muster; Bo Probe"),
        ("speakerIds", '["1", "2"]', "Ada Muster; Bo Probe"),
        ("speaker_id", "2", "Bo Probe"),
        ("speakers", "[1, 9]", "1; 9"),  # not all of them are in the list
        ("helpers", "[1, 2]", "1; 2"),
    ],
)
def test_ids_that_another_list_explains_are_its_names(tmp_path: Path, key: str, first: str, value: str) -> None:
    talks = f'[{{"title": "A", "{key}": {first}}}, {{"title": "B", "{key}": 3}}, {{"title": "C"}}, {{"title": "D"}}]'
    found = json_rows(sheet(tmp_path / "list.json", f'{{"talks": {talks}, "speakers": {_PEOPLE}}}'))
    assert found.rows[1] == ["A", value]
    assert any(one.is_(Noticed.NAMES_FOR_IDS) for one in found.noticed) == ("M" in value or "P" in value)


@pytest.mark.parametrize(
    "named",
    [
        {"zh": {"name": "Ann"}, "en": {"name": "Anna"}},
        {"en": {"name": "Anna", "bio": "x"}, "zh-TW": {"name": "Ann"}},
        {"zh": {"name": ""}, "en": {"name": "Ann"}},
        {"fr": {"title": "Ann"}},
        {"name": {"en": "Anna", "zh": "Ann"}},
        {"name": {"zh": None, "en": "Ann"}},
        {"name": {"de": "Ann"}},
        {"name_en": "Anna", "name_zh": "Ann"},
        {"fullName": "Ann", "by": {"name": "Bo"}},
    ],
)
def test_names_of_ids_in_several_languages(tmp_path: Path, named: dict[str, object]) -> None:
    people = [{"id": "k1", **named}, {"id": "k2", "name": "Bo Tan"}]
    talks = [{"title": "A", "speakers": ["k1", "k2"]}, {"title": "B", "speakers": ["k2"]}, {"title": "C"}]
    text = json.dumps({"talks": talks, "speakers": people})
    assert json_rows(sheet(tmp_path / "list.json", text)).rows[1] == ["A", "Ann; Bo Tan"]


@pytest.mark.parametrize("parts", [("first", "last"), ("given", "family"), ("firstName", "lastName")])
def test_names_of_ids_in_parts(tmp_path: Path, parts: tuple[str, str]) -> None:
    people = [{"id": f"k{n}", "name": dict(zip(parts, (f"Ann{n}", "Lee"), strict=True))} for n in (1, 2)]
    talks = [{"title": "A", "speaker": "k1"}, {"title": "B", "speaker": "k2"}]
    text = json.dumps({"talks": talks, "speakers": people})
    assert json_rows(sheet(tmp_path / "list.json", text)).rows[1] == ["A", "Ann1 Lee"]


_TYPES = [{"id": "P", "name": "Talk"}, {"id": "K", "name": "Keynote"}]
_NUMBERED = [{"id": 1, "name": "Hall"}, {"id": 2, "name": "Attic"}]


@pytest.mark.parametrize(
    ("key", "cells", "others", "value"),
    [
        ("type", "PK", {"session_types": _TYPES}, "Talk"),
        ("type", "PK", {"sessionTypes": _TYPES, "ticket_types": [{"id": "free", "name": "Free"}]}, "Talk"),
        ("type", "PK", {"ticket_types": [{"id": "P", "name": "x"}, {"id": "K", "name": "y"}], "types": _TYPES}, "Talk"),
        ("type", "PK", {"types_of_session": _TYPES}, "P"),
        ("type", "PX", {"session_types": _TYPES}, "P"),
        ("type", "PK", {"session_types": _TYPES, "ticket_types": _TYPES}, "P"),  # which of them is not told
        ("session_type", "PK", {"types": _TYPES}, "Talk"),
        ("number_of_rooms", (1, 2), {"rooms": _NUMBERED}, "1"),
        ("room_id", (1, 2), {"rooms": _NUMBERED}, "Hall"),
        ("grant_currency", ("P", "K"), {"currencies": _TYPES}, "P"),
    ],
)
def test_a_key_may_have_a_word_less_than_the_list(
    tmp_path: Path, key: str, cells: Sequence[object], others: dict[str, object], value: str
) -> None:
    sessions = [{"title": "A", key: cells[0]}, {"title": "B", key: cells[1]}, {"title": "C"}]
    text = json.dumps({"sessions": sessions, **others})
    assert json_rows(sheet(tmp_path / "list.json", text)).rows[1] == ["A", value]


def test_a_list_that_explains_another_is_not_the_one(tmp_path: Path) -> None:
    people = [{"id": f"k{n}", "zh": {"name": f"Ann {n}"}} for n in range(6)]
    sessions = [{"title": f"T{n}", "speakers": [f"k{2 * n}", f"k{2 * n + 1}"]} for n in range(3)]
    found = json_rows(sheet(tmp_path / "a.json", json.dumps({"speakers": people, "sessions": sessions})))
    assert (found.name, found.rows[1]) == ("sessions", ["T0", "Ann 0; Ann 1"])
    members = [*people, *({"id": f"m{n}", "name": f"Bo {n}"} for n in range(20))]
    board = [{"post": "Chair", "member": "k0"}, {"post": "Clerk", "member": "k1"}]
    found = json_rows(sheet(tmp_path / "b.json", json.dumps({"members": members, "board": board})))
    assert found.name == "members"  # few of them are referred to


def test_ids_of_sessions_stay(tmp_path: Path) -> None:
    talks = '[{"id": 7, "title": "A"}, {"id": 8, "title": "B"}]'
    people = '[{"name": "Ada", "sessions": [7, 8]}, {"name": "Bo", "sessions": [8]}, {"name": "Cy"}]'
    found = json_rows(sheet(tmp_path / "list.json", f'{{"speakers": {people}, "sessions": {talks}}}'))
    assert found.rows[1] == ["Ada", "7; 8"]


_DEALS = [{"name": "Mill", "amount": 1}, {"name": "Mine", "amount": 2}], [{"name": "Yard", "amount": 3}], []


@pytest.mark.parametrize(
    ("tree", "header", "rows"),
    [
        (dict(zip(("2021", "2022", "2023"), _DEALS, strict=True)), ["key", "name", "amount"], 3),
        ({"source": "x", "Saal 1": _DEALS[0], "Saal 2": _DEALS[0]}, ["key", "name", "amount"], 4),
        ({"data": {"rooms": {"Hall": _DEALS[0], "Attic": _DEALS[0]}}}, ["room", "name", "amount"], 4),
        ({"exhibitors": _DEALS[0], "sponsors": _DEALS[0]}, ["name", "amount"], 2),  # lists of their own
        ({"2021": _DEALS[0], "2022": [{"person": "A", "post": "B"}, {"person": "C"}]}, ["name", "amount"], 2),
        ({"2021": _DEALS[0], "2022": ["a", "b", "c"]}, ["name", "amount"], 2),
    ],
)
def test_lists_of_one_make_by_a_year_or_a_room_are_one(
    tmp_path: Path, tree: dict[str, object], header: list[str], rows: int
) -> None:
    found = json_rows(sheet(tmp_path / "list.json", json.dumps(tree)))
    assert found.rows[0] == header
    assert len(found.rows) == rows + 1


def test_objects_in_objects_are_columns(tmp_path: Path) -> None:
    round_ = {
        "type": "Round",
        "properties": {"raised": 5000, "geo": {"lat": 1.5}},
        "links": {"news": {"items": [{"title": "Aa"}]}},
    }
    path = tmp_path / "list.json"
    path.write_text(json.dumps([{"data": round_, "meta": {"version": 2}}] * 2), "utf-8")
    header, *rows = json_rows(path).rows
    assert dict(zip(header, rows[0], strict=True)) == {
        "data_type": "Round",
        "data_properties_raised": "5000",
        "data_properties_geo_lat": "1.5",
        "data_links_news_items_title": "Aa",
        "meta_version": "2",
    }
