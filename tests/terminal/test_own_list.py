"""A stranger's list from file to screen and out again: new, import, check, browse, filter, open, export."""

import subprocess
from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.process import PROGRAM
from tests.unit.made import EVENT, write_archive

LIST = """Deals of the fair (made up),,,,
Project,Investor,Amount (EUR m),Country,Type
Mill,Aa GmbH,12,Germany,investment
Mine,Bb SpA,30,Italy,investment
Line,AA gmbh,0.5,Germany,fund
Total,,42.5,,
"""
FILTER = "country:de"


def _run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, "--lang", "en", *arguments], cwd=cwd, capture_output=True, text=True, check=True)


def test_an_imported_list_is_browsed_filtered_opened_and_exported(start: Start, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(LIST.encode("gb18030"))
    _run("new", "fair", cwd=tmp_path)
    imported = _run("import", "list.csv", "--event", "fair", "--into", "fair", cwd=tmp_path)
    assert "4 rows: 3 accepted, 0 refused, 1 headings, totals and notes" in imported.stderr
    assert _run("check", "fair", cwd=tmp_path).stdout == ""
    terminal = start("fair", "--tab", "deals", size=(120, 40)).wait_for("3 of 3", "quit")
    terminal.press("/").wait_for("keep the filter").press(FILTER).wait_for("2 of 3").press("enter")
    terminal.wait_for("2 of 3", "quit").press("enter").wait_for("deal Mill", "list.csv, row 3", "Project: Mill;")
    terminal.press("esc").wait_for("2 of 3", "quit").press("e").wait_for("Export 2 rows").press("enter")
    terminal.wait_for("2 rows written")
    exported = (tmp_path / "fair-deals-country-de.csv").read_text("utf-8-sig")
    assert [line.split(",")[:4] for line in exported.splitlines()] == [
        ["Deal", "Category", "Type", "Amount CNY bn"],
        ["Mill", "unclassified", "investment", "EUR 0.012"],
        ["Line", "unclassified", "fund", "EUR 0.0005"],
    ]
    again = _run("export", "deals", "--archive", "fair", "--filter", FILTER, "--as-shown", cwd=tmp_path)
    assert again.stdout == exported


def test_an_empty_archive_says_how_to_fill_it(start: Start, tmp_path: Path) -> None:
    start(str(write_archive(tmp_path / "none", events=EVENT))).wait_for("[1 Overview", "I imports a list", "quit")
