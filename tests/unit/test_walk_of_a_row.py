"""The walk of an exported row in CONTRIBUTING.md is the one that a run takes."""

import re
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import cq_tui
from cq_tui.cli import main

ROOT = Path(cq_tui.__file__).parent
TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")


def steps() -> list[str]:
    walk = TEXT[TEXT.index("**One row of an export to CSV**") :].split("\n\n")[1]
    return [f"{file} {name}" for file, name in re.findall(r"^\d+\. `([\w/]+\.py)` `([\w.]+)`", walk, re.MULTILINE)]


def test_an_exported_row_takes_the_walk(tmp_path: Path) -> None:
    wanted, met = steps(), dict[str, None]()

    def note(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(str(ROOT)):
            file = str(Path(frame.f_code.co_filename).relative_to(ROOT))
            met.setdefault(f"{file} {frame.f_code.co_qualname}")

    sys.setprofile(note)
    try:
        assert main(["export", "deals", "--columns", "title", "--output", str(tmp_path / "deals.csv")]) == 0
    finally:
        sys.setprofile(None)
    assert [one for one in met if one in wanted] == wanted
    assert len(wanted) <= 12
