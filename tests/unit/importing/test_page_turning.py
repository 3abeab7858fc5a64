"""Rows that turn the pages of a web site are no records; told, and taken all the same where their owner says so."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]
_NAMES = ("number", "name", "entity", "lot", "date")
_TENDERS = (
    ("1/2026/AA", "Supply of aa pumps", "Ministry of Bb", "lot 1", "18-05-2026"),
    ("2/2026/AA", "Build cc school", "Dd University", "lot 1", "19-05-2026"),
    ("3/2026/AA", "Repair ee road", "Ministry of Bb", "lot 1", "20-05-2026"),
)


def _tenders(path: Path, *more: tuple[str, ...]) -> Path:
    rows = [dict(zip(_NAMES, row, strict=False)) for row in (*_TENDERS[:2], *more, _TENDERS[2])]
    return sheet(path / "tenders.json", json.dumps(rows))


@pytest.mark.parametrize(
    "cells",
    [
        ("«First", "«Previous", "Page", "of"),
        ("«Previous", "Page", "", "372"),
        ("372", "Next ›", "Last »"),
        ("السابقة", "التالية", "الصفحة", "من"),
        ("上一页", "1", "2", "下一页"),
        ("前へ", "1 2 3 …", "次へ"),
        ("назад", "1", "далее"),
        ("<", "Page 3 of 5", ">"),
        ("共12页", "首页", "尾页"),
    ],
)
def test_rows_that_turn_pages_are_told_and_left_out(take: Take, tmp_path: Path, cells: tuple[str, ...]) -> None:
    found = take(_tenders(tmp_path, cells))
    assert [one.title.en for one in found.records] == ["Supply of aa pumps", "Build cc school", "Repair ee road"]
    assert (found.counts.aside, "turn the pages" in found.reasons()[3]) == (1, True)


@pytest.mark.parametrize("cells", [("", "Next", "", "", ""), ("7", "Next", "First Ltd"), ("7", "Page", "", "lot 1")])
def test_a_name_that_is_such_a_word_is_kept(take: Take, tmp_path: Path, cells: tuple[str, ...]) -> None:
    found = take(_tenders(tmp_path, cells))
    assert "turn the pages" not in found.reasons().get(3, "")


def test_its_owner_takes_such_a_row(bring: Bring, tmp_path: Path) -> None:
    path = _tenders(tmp_path, ("«First", "«Previous", "Page", "of"))
    assert "3 accepted" in bring(path, "--dry-run").err
    assert "4 accepted" in bring(path, "--dry-run", "--set", "rows.keep=3").err
