"""The walks of an exported and of an imported row in CONTRIBUTING.md are those that a run takes."""

import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import cq_tui
import pytest
from cq_tui.cli import main
from cq_tui.export.formats import csv

ROOT = Path(cq_tui.__file__).parent
TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")


def steps(what: str) -> list[str]:
    walk = TEXT[TEXT.index(f"**{what}**") :].split("\n\n")[1]
    return [f"{file} {name}" for file, name in re.findall(r"^\d+\. `([\w/]+\.py)` `([\w.]+)`", walk, re.MULTILINE)]


@contextmanager
def followed() -> Iterator[dict[str, str | None]]:
    """The functions of the program that are called meanwhile, in the order of their first calls; in new threads too.

    Each with the function of the program that called it, if any did.
    """
    met = dict[str, str | None]()

    def note(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call" and (name := _ours(frame)) is not None and name not in met:
            back = frame.f_back
            while back is not None and _ours(back) is None:
                back = back.f_back
            met[name] = _ours(back) if back is not None else None

    threading.setprofile(note)
    sys.setprofile(note)
    try:
        yield met
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


def _ours(frame: FrameType) -> str | None:
    """A function of the program by its file and name; None for one of a library."""
    path = frame.f_code.co_filename
    return f"{Path(path).relative_to(ROOT)} {frame.f_code.co_qualname}" if path.startswith(str(ROOT)) else None


def calls(*arguments: str) -> list[str]:
    """The functions that a command calls."""
    with followed() as met:
        assert main([*arguments]) == 0
    return list(met)


def test_an_exported_row_takes_the_walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "FEW", 0)  # the walk is that of many
    wanted = steps("One row of an export to CSV")
    met = calls("export", "deals", "--columns", "title", "--output", str(tmp_path / "deals.csv"))
    assert [one for one in met if one in wanted] == wanted
    assert 0 < len(wanted) <= 12


def test_an_imported_row_takes_the_walk(tmp_path: Path) -> None:
    wanted = steps("One row of a list that is imported")
    assert main(["new", str(tmp_path / "fair")]) == 0
    (tmp_path / "list.csv").write_text("Project,Type\nMill,fund\n")
    met = calls("import", str(tmp_path / "list.csv"), "--event", "fair", "--into", str(tmp_path / "fair"))
    assert [one for one in met if one in wanted] == wanted
    assert 0 < len(wanted) <= 12
