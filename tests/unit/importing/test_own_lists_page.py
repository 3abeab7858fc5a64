"""docs/own-lists.md: its list is the one of the tests, and every command on it prints what stands there."""

import re
import shlex
from pathlib import Path

import pytest
from cq_tui.importing.recognise.maps.map_model import map_model
from cq_tui.importing.recognise.maps.mapping import KEYS
from cq_tui.kinds import kinds

from tests.nasty_list import ENCODING, NASTY
from tests.unit.conftest import Run

PAGE = (Path(__file__).parents[3] / "docs" / "own-lists.md").read_text("utf-8")
BLOCKS = re.findall(r"```\w*\n(.*?)```", PAGE, re.DOTALL)
WALK = PAGE[PAGE.index("## 1.") : PAGE.index("## 3.")] + PAGE[PAGE.index("## 4.") : PAGE.index("## 5.")]


def test_its_list_is_made_up_and_is_the_one_that_is_tried() -> None:
    assert NASTY in BLOCKS
    assert "虚构" in NASTY


def test_every_command_prints_what_stands_there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_bytes(NASTY.encode(ENCODING))
    said: list[str] = []
    commands = 0
    for block in re.findall(r"```\w*\n(.*?)```", WALK, re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ cq-tui "):
                ran = run(*shlex.split(line.removeprefix("$ cq-tui ")))
                said = [*ran.out.splitlines(), *ran.err.splitlines()]
                assert ran.code == (1 if line.endswith("fairs --dry-run") else 0), (line, ran.err)
                commands += 1
            elif block != NASTY and line:
                assert line in said, "\n".join([line, "is not among", *said])
    assert commands == 7
    assert not Path("fairs/data/fairs-deals-list").exists(), "the last command takes it back"


def test_its_table_names_keys_that_there_are() -> None:
    keys = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE[PAGE.index("## 3.") : PAGE.index("## 4.")], re.MULTILINE)
    named = {key for cell in keys for key in re.findall(r"`(\w+)`", cell)} - {"sheet", "header", "lender"}
    assert named
    assert named <= {*KEYS, "encoding"}
    assert map_model(kinds()["deals"])


def test_its_pictures_are_made_by_the_program() -> None:
    made = (Path(__file__).parents[3] / "scripts" / "pictures.py").read_text("utf-8")
    shown = re.findall(r"\(pictures/([\w-]+)\.svg\)", PAGE)
    assert shown
    assert [name for name in shown if f'("{name}", ' not in made] == []
