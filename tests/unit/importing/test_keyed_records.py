"""Records of JSON that stand under their keys are a list; tables within one record are none."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cq_tui.importing.sources.sheet import open_sheet

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

_NAMES = ("Mill", "Mine", "Port", "Dock")
_RECORDS: list[dict[str, Any]] = [
    {"title": name, "amount": 5 + number, "currency": "EUR"} for number, name in enumerate(_NAMES)
]
_KEYED = {f"d-{number}": one for number, one in enumerate(_RECORDS)}
_LINKED = {f"https://aa.example/call-{number}": one for number, one in enumerate(_RECORDS)}


def _rows(tmp_path: Path, tree: Any, name: str = "") -> list[list[str]]:
    return list(open_sheet(sheet(tmp_path / "list.json", json.dumps(tree)), name).rows())


@pytest.mark.parametrize("wrap", [lambda one: one, lambda one: {"updated": "2026-08-22", "result": {"items": one}}])
@pytest.mark.parametrize(("keyed", "name"), [(_KEYED, "key"), (_LINKED, "url")])
def test_the_key_is_a_column(tmp_path: Path, keyed: dict[str, Any], name: str, wrap: Any) -> None:
    header, *rows = _rows(tmp_path, wrap(keyed))
    assert header == [name, "title", "amount", "currency"]
    assert rows == [[key, one["title"], str(one["amount"]), "EUR"] for key, one in keyed.items()]


def test_each_becomes_a_deal(take: Take, tmp_path: Path) -> None:
    taken = take(sheet(tmp_path / "list.json", json.dumps({"updated": "2026-08-22", "items": _LINKED})))
    assert [str(one.called) for one in taken.records] == list(_NAMES)


def test_records_that_hold_lists_or_lack_members(tmp_path: Path) -> None:
    uneven: dict[str, Any] = {key: dict(one) for key, one in _KEYED.items()}
    uneven["d-0"] = {"title": "Mill", "amount": 5, "currency": None, "lots": [{"n": 1}, {"n": 2}]}
    del uneven["d-1"]["currency"]
    assert [row[0] for row in _rows(tmp_path, uneven)] == ["key", "d-0", "d-1", "d-2", "d-3"]


def test_a_member_that_is_the_key_already_or_is_called_so(tmp_path: Path) -> None:
    assert _rows(tmp_path, {key: {"id": key, **one} for key, one in _KEYED.items()})[0][0] == "id"
    assert _rows(tmp_path, {key: {"key": "k", **one} for key, one in _KEYED.items()})[0][:2] == ["key 2", "key"]


def test_it_is_one_of_several_lists(tmp_path: Path) -> None:
    tree = {"sources": _RECORDS[:2], "items": _KEYED}
    found = open_sheet(sheet(tmp_path / "list.json", json.dumps(tree)))
    assert (found.name, found.others) == ("items", ("sources",))
    assert len(_rows(tmp_path, tree, "sources")) == 3


def test_what_describes_the_columns_is_told_and_not_read(tmp_path: Path) -> None:
    fields = {name: {"type": "text", "label": name.title()} for name in _RECORDS[0]}
    found = open_sheet(sheet(tmp_path / "list.json", json.dumps({"fields": fields, "rows": _RECORDS[:2]})))
    assert (found.name, found.others) == ("rows", ("fields",))


@pytest.mark.parametrize(
    ("tree", "rows"),
    [
        ({"title": "Mill", "buyer": {"name": "A", "id": "1"}, "seller": {"name": "B", "id": "2"}}, 1),
        ({name: {"zh": "一", "en": "One"} for name in ("title", "buyer", "place")}, 1),
        ({name: {"count": 2, "rows": _RECORDS[:2]} for name in ("a", "b", "c")}, 2),
        ({name: {name: 1, f"{name}{name}": 2} for name in ("a", "b", "c")}, 1),
    ],
)
def test_what_is_no_list_under_keys(tmp_path: Path, tree: Any, rows: int) -> None:
    assert len(_rows(tmp_path, tree)) == 1 + rows


def test_addresses_of_pages_are_never_the_likely_title(bring: Callable[..., Ran], tmp_path: Path) -> None:
    calls = {key: {"megnev": one["title"], "kelt": "2026-01-10"} for key, one in _LINKED.items()}
    ran = bring(sheet(tmp_path / "list.json", json.dumps(calls)))
    offered = [line.split()[1] for line in ran.err.splitlines() if "--set title.column=" in line and "# " in line]
    assert offered[0] == "title.column=megnev", ran.err
    assert "title.column=url  # likely" not in ran.err


_TALK = dict.fromkeys(("summary", "language", "format", "topic", "keywords", "level"), "x")


@pytest.mark.parametrize(("talks", "breaks"), [(3, 2), (2, 0), (5, 6)])
def test_records_that_have_a_part_of_what_the_others_have(tmp_path: Path, talks: int, breaks: int) -> None:
    """A programme: a break has a title and a time, and none of what talks have; the ids make two of them a list."""
    long = {
        f"a{at}": {"id": f"a{at}", "title": f"Talk {at}", "start": "10:00", **_TALK, "speakers": [{"name": "Ann"}]}
        for at in range(talks)
    }
    short = {f"b{at}": {"id": f"b{at}", "title": "Break", "start": "12:00"} for at in range(breaks)}
    header, *rows = _rows(tmp_path, long | short)
    assert header[:3] == ["id", "title", "start"]
    assert [row[0] for row in rows] == [*long, *short]
