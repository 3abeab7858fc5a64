"""The walks of an exported and of an imported row in CONTRIBUTING.md are those that a run takes."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import cq_tui
from cq_tui.cli import main

ROOT = Path(cq_tui.__file__).parent
TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")


def steps(what: str) -> list[str]:
    walk = TEXT[TEXT.index(f"**{what}**") :].split("\n\n")[1]
    return [f"{file} {name}" for file, name in re.findall(r"^\d+\. `([\w/]+\.py)` `([\w.]+)`", walk, re.MULTILINE)]


@contextmanager
def followed() -> Iterator[dict[str, None]]:
    """The functions of the program that are called meanwhile, in the order of their first calls."""
    met = dict[str, None]()

    def note(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(str(ROOT)):
            file = str(Path(frame.f_code.co_filename).relative_to(ROOT))
            met.setdefault(f"{file} {frame.f_code.co_qualname}")

    sys.setprofile(note)
    try:
        yield met
    finally:
        sys.setprofile(None)


def calls(*arguments: str) -> list[str]:
    """The functions that a command calls."""
    with followed() as met:
        assert main([*arguments]) == 0
    return list(met)


def test_an_exported_row_takes_the_walk(tmp_path: Path) -> None:
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
