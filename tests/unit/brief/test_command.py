"""``cq-tui brief``: what it writes, where, and what it says where it can't."""

from pathlib import Path

import pytest

from tests.unit.conftest import Run
from tests.unit.made import write_archive
from tests.unit.made_events import make_events


def test_without_a_file_it_is_markdown_on_stdout(run: Run) -> None:
    ran = run("brief")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# European Advanced Manufacturing Enterprises' Visit to Chongqing\n")


@pytest.mark.parametrize(("name", "start"), [("a.html", b"<!DOCTYPE html>"), ("a.md", b"# "), ("a.docx", b"PK")])
def test_the_file_s_ending_names_the_format(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    ran = run("brief", "-o", tmp_path / name)
    assert (ran.code, ran.out, ran.err) == (0, "", f"Brief written to {tmp_path / name}\n")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_file_that_is_there_is_left_unless_it_may_be_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    ran = run("brief", "-o", tmp_path / "a.md")
    assert ran.code == 1
    assert "--force replaces it." in ran.err
    assert (tmp_path / "a.md").read_text() == "mine"
    assert run("brief", "-o", tmp_path / "a.md", "--force").code == 0


def test_a_filter_makes_it_a_list(run: Run) -> None:
    ran = run("brief", "--filter", "country:DE", "--lang", "zh")
    assert ran.out.startswith("# 欧洲先进制造企业重庆行：项目\n")
    assert "德国" in ran.out


def test_of_several_events_one_is_named(run: Run, tmp_path: Path) -> None:
    root = make_events(tmp_path)
    ran = run("brief", "--archive", root)
    assert (ran.code, ran.out) == (2, "")
    assert "--event says which: fair-2024, fair-2023" in ran.err
    assert run("brief", "--archive", root, "--event", "fair-2023").out.startswith("# Fair of 2023\n")
    ran = run("brief", "--archive", root, "--event", "fair-2032")
    assert ran.code == 2
    assert "There is no event fair-2032." in ran.err
    assert "fair-20" in ran.err


def test_an_event_and_a_filter_are_no_brief(run: Run) -> None:
    ran = run("brief", "--event", "european-visit-2025", "--filter", "x")
    assert ran.code == 2
    assert "--filter event=european-visit-2025" in ran.err


def test_an_archive_without_an_event_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("brief", "--archive", write_archive(tmp_path, organisations=""))
    assert (ran.code, ran.err) == (1, "cq-tui: This archive has no event yet.\n")
