"""Walking the value chain: picture, tree and list; archives whose chain is another one."""

from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal
from tests.unit.made import EVENT, write_archive

WIDE = (120, 40)


def _at(words: str):  # type: ignore[no-untyped-def]
    return lambda screen: any(f"> {words}" in line for line in screen.splitlines())


def test_the_picture_from_the_top_to_the_bottom_at_80_columns(start: Start) -> None:
    terminal = start("--tab", "chain").wait_for("── ~credit line CNY 75 bn ──", "56  ▫▫▫▫▫▫▫▫▫▫", _at("Intelligent"))
    terminal.press("right").wait_for(
        _at("~Lightweight aluminium"), "Southwest Aluminium's die-casting", "Organisations  2"
    )
    terminal.press("down").wait_for(_at("Component classes"), "Directed orders", "~purchase order CNY 2 bn")
    terminal.press("down", "down", "down", "right").wait_for(_at("Seres")).press("left").wait_for(_at("Changan"))
    terminal.press("down", "down").wait_for(_at("~Car export services"))
    terminal.press("down").wait_for(">  ~CITIC · Chongqing Car Export").press("enter").wait_for("platform CITIC")
    terminal.press("esc").wait_for("[5 Chain", _at("~Car export services"), "Car Export Service").settle()
    terminal.press("enter").wait_for("segment Car export services").press("esc").wait_for(_at("~Car export services"))


def test_the_picture_and_the_ways_to_look(start: Start) -> None:
    terminal = start("--tab", "chain", size=WIDE).wait_for("Material ──", "56 not named", _at("Intelligent"))
    terminal.press("down", "right", "right").wait_for("> Assemblies", "Nothing in this archive refers to it")
    terminal.press("v").wait_for(">     Assemblies").wait_gone("Material ──")
    terminal.press("v").wait_for("9 of 9", "Tier", "Part of").press("v").wait_for("Material ──")
    terminal.press("/").wait_for("keep the filter").press("alumin").wait_for("1 of 9", "Part of").wait_gone(
        "Material ─"
    )
    terminal.press("enter").wait_for("quit").press("esc").wait_for("Material ──", "9 of 9")


def _chain(root: Path, segments: str) -> Path:
    return write_archive(root / "made", events=EVENT, chain=segments)


def _segment(number: int, tier: str, parent: str = "") -> str:
    more = f'parent = "{parent}"\n' if parent else ""
    return f'[[chain]]\nid = "s{number}"\nname = {{ en = "Segment {number}" }}\ntier = "{tier}"\n{more}'


@pytest.mark.parametrize("size", [(80, 24), WIDE])
def test_an_empty_chain_and_one_of_one(start: Start, tmp_path: Path, size: tuple[int, int]) -> None:
    empty = start(str(write_archive(tmp_path / "none", events=EVENT)), "--tab", "chain", size=size)
    empty.wait_for("There is nothing here yet").press("down", "right", "enter", "v").settle().wait_for("[5 ")
    one = start(str(_chain(tmp_path, _segment(1, "service"))), "--tab", "chain", size=size)
    one.wait_for("> Segment 1", "Nothing in this archive refers to it")
    one.press("right", "left", "up").settle().press("enter").wait_for("segment Segment 1")


def test_fifty_segments_and_ascii(start: Start, tmp_path: Path) -> None:
    pair = _segment(1, "system") + _segment(2, "system", "s1")
    many = pair + "".join(_segment(number, "component", "s1") for number in range(3, 51))
    root = str(_chain(tmp_path, many))
    terminal: Terminal = start(root, "--tab", "chain", "--ascii", size=WIDE).wait_for("Component 48 ---", "System 2")
    assert "─" not in terminal.text
    terminal.press("G").wait_for("> Segment 2").press("g").wait_for("> Segment 3").press("v").wait_gone("System 2")
    terminal.press("G").wait_for(">   Segment 2")
