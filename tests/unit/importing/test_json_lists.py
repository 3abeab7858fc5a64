"""JSON and JSON Lines: which of their lists is the list of records, and where a line ends."""

from pathlib import Path

import pytest

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
