"""Several archives opened as one: joined where no id clashes, and every clash told with both of its files."""

import os
import re
from pathlib import Path

import pytest
from cq_tui.archive.read import read, shipped
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.command_line import command_line
from cq_tui.store.selection.selection import Selection

from tests.unit.conftest import Run
from tests.unit.made_events import make_events


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The shipped archive, and a made one."""
    monkeypatch.chdir(tmp_path)
    return shipped(), make_events(Path("made"))


def test_they_are_joined(run: Run, two: tuple[Path, Path]) -> None:
    alone = [run("list", "deals", "--archive", root).out.splitlines() for root in two]
    ran = run("export", "deals", "--archive", two[0], "--archive", two[1], "--columns", "id")
    assert (ran.code, len(ran.out.splitlines())) == (0, 11)
    assert sum(len(lines) - 1 for lines in alone) == 10
    checked = run("check", *two)
    assert (checked.code, "no problem" in checked.err) == (0, True)
    assert "Fair of 2023" in checked.out
    assert "European Advanced" in checked.out


def test_records_of_one_may_refer_to_the_other(run: Run, two: tuple[Path, Path]) -> None:
    deals = two[1] / "data" / "deals.toml"
    deals.write_text(deals.read_text("utf-8").replace('org = "bb"', 'org = "southwest-aluminium"'), "utf-8")
    assert run("check", two[1]).code == 1
    assert run("check", *two).code == 0


@pytest.mark.parametrize("tables", [False, True])
def test_every_clash_is_one_line_that_names_both_files(run: Run, two: tuple[Path, Path], tables: bool) -> None:
    other = make_events(Path("other"))
    for path in (other / "data").glob("*.toml"):
        kept = "mill|credit|mine|plant|order" if path.stem == "deals" else "none"
        text = re.sub(rf'^id = "(?!{kept})', 'id = "other-', path.read_text("utf-8"), flags=re.M)
        path.write_text(text, "utf-8")
    if tables:
        table = two[1] / "data" / "deals.csv"
        assert run("export", "deals", "--archive", two[1], "--output", table).code == 0
        (two[1] / "data" / "deals.toml").unlink()
    ran = run("check", two[1], other)
    lines = ran.out.splitlines()
    assert ran.code == 1
    assert len(lines) == 5
    for id_, line in zip(("mill", "credit", "mine", "plant", "order"), sorted(lines, key=_line_number), strict=True):
        assert f"id: {id_} is taken already at " in line
        assert "made/data/deals." in line
        assert "other/data/deals.toml:" in line
    opened = run("list", "deals", "--archive", two[1], "--archive", other)
    assert opened.code == 1
    assert "(and 4 more problems; cq-tui check made other lists all.)" in opened.err


def _line_number(line: str) -> int:
    return int(line.split(":")[1])


def test_the_same_folder_twice_is_one(run: Run, two: tuple[Path, Path]) -> None:
    assert run("check", two[1], Path.cwd() / "made").code == 0
    assert read(two[1], Path.cwd() / "made").roots == (Path.cwd() / "made",)


def test_the_environment_and_the_command_line_name_several(
    run: Run, two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_archive(*two).store
    line = command_line(Selection(store, parse("", store.kind("deals"))))
    assert line.count(" --archive ") == 2
    monkeypatch.setenv("CQ_TUI_ARCHIVE", os.pathsep.join(map(str, two)))
    assert len(run("export", "deals", "--columns", "id").out.splitlines()) == 11
    assert " --archive " not in command_line(Selection(store, parse("", store.kind("deals"))))


def test_one_that_is_none_is_named(run: Run, two: tuple[Path, Path]) -> None:
    ran = run("check", two[1], "nowhere")
    assert (ran.code, ran.err) == (1, "cq-tui: nowhere: there is no such folder\n")
