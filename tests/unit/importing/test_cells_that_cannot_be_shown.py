"""Control characters in cells become U+FFFD, which is told once with the number of cells. Every list is made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_HEADER = "Project,Date,Buyer\n"
_TOLD = "Cells with characters that can't be shown, each read as \ufffd: {count}, the first {cell}."


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_they_are_told_once_with_their_number(look: Bring, tmp_path: Path, encoding: str) -> None:
    rows = "AND\x02WHEN basis,2025-01-05,Aä\nRoad\x7f\x02,2025-02-05,Bb\x01\nMill,2025-03-05,Cc\n"
    ran = look(sheet(tmp_path / "list.csv", _HEADER + rows, encoding))
    assert ran.err.count(_TOLD.format(count=3, cell="AND\ufffdWHEN basis")) == 1


def test_they_are_told_of_json(look: Bring, tmp_path: Path) -> None:
    rows = [{"project": "Aa\x02b", "date": "2025-01-05"}, {"project": "Mill", "date": "2025-02-05"}]
    ran = look(sheet(tmp_path / "list.json", json.dumps(rows)))
    assert _TOLD.format(count=1, cell="Aa\ufffdb") in ran.err


@pytest.mark.parametrize("cell", ["Ro\u200bad", "Soft\u00adhyphen", "Road\ufffd", '"two\nlines"', "a\ttab"])
def test_what_is_no_such_change_is_not_told(look: Bring, tmp_path: Path, cell: str) -> None:
    ran = look(sheet(tmp_path / "list.csv", f"{_HEADER}{cell},2025-01-05,Aa\nMill,2025-03-05,Cc\n"))
    assert "can't be shown" not in ran.err
